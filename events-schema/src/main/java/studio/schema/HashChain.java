package studio.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import studio.domain.kernel.Digest;

/**
 * The chain that makes a stream tamper-evident: each event's hash covers its type, its version, its content and the hash of the
 * event before it.
 *
 * <p>Both hashes are the first two fields of the first field of every event, and fixed in size: the own hash is bytes 0 to 31 of
 * the encoded record, the previous one bytes 32 to 63.
 */
public final class HashChain {

    /** What a stream's first event has as the hash of the event before it. */
    public static final Digest START = new Digest("0".repeat(64));

    private static final int HASH_SIZE = 32;

    private HashChain() {}

    /**
     * The hash that belongs into an encoded event, whatever stands in its place now.
     *
     * @throws IllegalArgumentException if the body is too short to be an event
     */
    public static Digest hash(String fullName, int version, byte[] body) {
        requireHashes(body);
        MessageDigest sha256 = sha256();
        sha256.update((fullName + "/" + version + "\0").getBytes(StandardCharsets.UTF_8));
        sha256.update(new byte[HASH_SIZE]);
        sha256.update(body, HASH_SIZE, body.length - HASH_SIZE);
        return Digest.of(sha256.digest());
    }

    /**
     * The hash that stands in an encoded event.
     *
     * @throws IllegalArgumentException if the body is too short to be an event
     */
    public static Digest hashIn(byte[] body) {
        requireHashes(body);
        return Digest.of(Arrays.copyOfRange(body, 0, HASH_SIZE));
    }

    /**
     * The hash of the event before that stands in an encoded event.
     *
     * @throws IllegalArgumentException if the body is too short to be an event
     */
    public static Digest previousHashIn(byte[] body) {
        requireHashes(body);
        return Digest.of(Arrays.copyOfRange(body, HASH_SIZE, 2 * HASH_SIZE));
    }

    /** Puts the hash in its place. */
    static void fill(byte[] body, Digest hash) {
        System.arraycopy(HexFormat.of().parseHex(hash.hex()), 0, body, 0, HASH_SIZE);
    }

    private static void requireHashes(byte[] body) {
        if (body.length < 2 * HASH_SIZE) {
            throw new IllegalArgumentException(body.length + " bytes are too few for an event");
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
