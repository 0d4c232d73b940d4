package studio.agent.platform;

import java.util.HexFormat;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Uid;

/**
 * Addresses of this machine alone: each site has one, and so has each instance of a process, so that sites and processes of one machine
 * can use the same ports. They follow from uids, and nobody has to configure them: all of 127.0.0.0/8 is the machine itself.
 */
public final class Loopback {

    private static final int OCTET = 256;
    private static final int FEW = 254;

    private Loopback() {}

    /** A site's address, at which its router listens for its processes. */
    public static String of(Uid site) {
        return address(site.toString());
    }

    /** The address at which an instance is to listen. */
    public static String of(Uid site, Uid endpoint, int instance) {
        return address(site + "/" + endpoint + "/" + instance);
    }

    /** Neither 127.0.x.y, which other programs use, nor an address that ends in 0 or 255. */
    private static String address(String text) {
        byte[] hash = HexFormat.of().parseHex(Digest.ofText(text).hex());
        return "127." + (1 + Byte.toUnsignedInt(hash[0]) % FEW) + "." + Byte.toUnsignedInt(hash[1]) % OCTET + "."
                + (1 + Byte.toUnsignedInt(hash[2]) % FEW);
    }
}
