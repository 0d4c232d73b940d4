package studio.agent.router;

import java.util.Optional;
import java.util.regex.Pattern;
import studio.domain.kernel.DnsName;

/**
 * Where something listens or connects to.
 *
 * @param host a DNS name or an address
 * @param port the port
 */
public record Place(String host, int port) {

    /** The address of the machine itself. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int MAX_PORT = 65_535;
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /** A place on this machine. */
    public static Place local(int port) {
        return new Place(LOOPBACK, port);
    }

    /** What is wrong with it: a router would wrap a port above 65535 round, and listen anywhere for 0. */
    Optional<Defect> defect() {
        if (port < 1 || port > MAX_PORT) {
            return Optional.of(new Defect("port", "must be 1 to 65535, not " + port));
        }
        return isHost() ? Optional.empty() : Optional.of(new Defect("host", "must be a DNS name or an IP address"));
    }

    /** What is wrong with it for a connection whose peer shows a certificate, in which a router looks at names alone. */
    Optional<Defect> defectOfPeer() {
        return defect().or(
                        () -> DnsName.isValid(host) ? Optional.empty() : Optional.of(new Defect("host", DnsName.RULE)));
    }

    private boolean isHost() {
        return DnsName.isValid(host)
                || IPV4.matcher(host).matches()
                || IPV6.matcher(host).matches();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
