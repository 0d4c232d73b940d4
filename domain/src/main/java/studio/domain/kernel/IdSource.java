package studio.domain.kernel;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes the uids that one command needs: version 7 (RFC 9562), with the command's time and, in place of random bits, a hash of
 * the command's id. A command that is delivered twice therefore makes the same uids.
 */
public final class IdSource {

    private static final long MILLIS_MASK = 0xFFFF_FFFF_FFFFL;

    private final String commandId;
    private final Instant at;
    private int made;

    /** A source for one command. */
    public IdSource(String commandId, Instant at) {
        this.commandId = commandId;
        this.at = at;
    }

    /** The command's next uid. */
    public Uid next() {
        ByteBuffer bits = ByteBuffer.wrap(Digest.sha256(commandId + "#" + made++));
        long millis = (at.toEpochMilli() & MILLIS_MASK) << 16;
        long high = millis | 0x7000L | (bits.getLong() & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new Uid(new UUID(high, low));
    }
}
