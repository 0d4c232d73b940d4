package studio.domain.network;

import java.util.UUID;
import studio.domain.kernel.Uid;

/** Writes a uid so that it can be part of a router's address: without hyphens, and with few letters. */
final class VanId {

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";
    private static final int BITS = 5;
    private static final int LENGTH = 26;

    private VanId() {}

    /** The uid's 16 bytes in base32hex (RFC 4648, section 7), in lower case and without padding. */
    static String of(Uid uid) {
        UUID value = uid.value();
        StringBuilder text = new StringBuilder(LENGTH);
        for (int digit = 0; digit < LENGTH; digit++) {
            int index = 0;
            for (int bit = digit * BITS; bit < (digit + 1) * BITS; bit++) {
                index = index << 1 | bit(value, bit);
            }
            text.append(DIGITS.charAt(index));
        }
        return text.toString();
    }

    /** The bit of that number, the first being the highest; zero beyond the last. */
    private static int bit(UUID value, int number) {
        if (number >= 2 * Long.SIZE) {
            return 0;
        }
        long half = number < Long.SIZE ? value.getMostSignificantBits() : value.getLeastSignificantBits();
        return (int) (half >>> (Long.SIZE - 1 - number % Long.SIZE)) & 1;
    }
}
