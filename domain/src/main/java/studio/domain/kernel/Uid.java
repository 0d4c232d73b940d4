package studio.domain.kernel;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The identity of one incarnation of an object or of one event: a UUID of version 7 (RFC 9562), never used again.
 *
 * @param value the UUID
 */
public record Uid(UUID value) implements Comparable<Uid> {

    private static final int BASE = 32;
    private static final int DIGITS = 26;

    /** How many bits the digits have more than the bytes. */
    private static final int BITS_OVER = 2;

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static Uid parse(String text) {
        return new Uid(UUID.fromString(text));
    }

    /** Its 16 bytes in base32hex (RFC 4648, section 7), in lower case and without padding: short, and without hyphens. */
    public String base32Hex() {
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
        String digits = new BigInteger(1, bytes).shiftLeft(BITS_OVER).toString(BASE);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    @Override
    public int compareTo(Uid other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
