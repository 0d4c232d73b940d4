package studio.domain.plan;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;

/**
 * Stands for a set of items, in whatever order they came: the sum of SHA-256(key ‖ digest) over all of them, modulo 2²⁵⁶. Items are
 * added and taken away at the cost of one, and the hash of several audiences together is the sum of theirs.
 *
 * @param sum the sum, from 0 to 2²⁵⁶ − 1
 */
public record ItemsHash(BigInteger sum) {

    /** How many bytes it has on the wire. */
    public static final int BYTES = 32;

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(BYTES * Byte.SIZE);

    /** No items. */
    public static final ItemsHash EMPTY = new ItemsHash(BigInteger.ZERO);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if {@code sum} is negative or has more than 256 bits
     */
    public ItemsHash {
        if (sum.signum() < 0 || sum.compareTo(MODULUS) >= 0) {
            throw new IllegalArgumentException("a hash of items is a number of 256 bits");
        }
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws IllegalArgumentException if these are not 32 bytes
     */
    public static ItemsHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash of items has " + BYTES + " bytes");
        }
        return new ItemsHash(new BigInteger(1, bytes));
    }

    /** The hash of the one item that has this key and digest. */
    public static ItemsHash of(String key, String digest) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(key.getBytes(StandardCharsets.UTF_8));
            return of(sha256.digest(digest.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The hash of all these items. */
    public static ItemsHash of(Collection<Item> items) {
        return items.stream().map(item -> of(item.key(), item.digest())).reduce(EMPTY, ItemsHash::plus);
    }

    /** The hash of these items and that one, which is not among them. */
    public ItemsHash add(String key, String digest) {
        return plus(of(key, digest));
    }

    /** The hash of these items without that one, which is among them. */
    public ItemsHash remove(String key, String digest) {
        return minus(of(key, digest));
    }

    /** The hash of both sets together. */
    public ItemsHash plus(ItemsHash other) {
        return new ItemsHash(sum.add(other.sum).mod(MODULUS));
    }

    /** The hash of what is left of these items without those, which are among them. */
    public ItemsHash minus(ItemsHash other) {
        return new ItemsHash(sum.subtract(other.sum).mod(MODULUS));
    }

    /** Its 32 bytes, the highest first. */
    public byte[] bytes() {
        byte[] digits = sum.toByteArray();
        byte[] bytes = new byte[BYTES];
        // A number that begins with a one has a byte for its sign before it.
        byte[] magnitude = digits.length > BYTES ? Arrays.copyOfRange(digits, 1, digits.length) : digits;
        System.arraycopy(magnitude, 0, bytes, BYTES - magnitude.length, magnitude.length);
        return bytes;
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }
}
