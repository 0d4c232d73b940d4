package studio.command.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash (RFC 9106) of a password, with all that is needed to compute it again.
 *
 * @param memoryKib  memory, in KiB
 * @param iterations passes over the memory
 * @param salt       16 bytes; not to be changed
 * @param hash       32 bytes; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared in constant time by matches(), and nowhere else.
record PasswordHash(int memoryKib, int iterations, byte[] salt, byte[] hash) {

    private static final int HASH_BYTES = 32;

    /** The PHC string format, as other Argon2 libraries write it. */
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    static PasswordHash compute(String password, int memoryKib, int iterations, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return new PasswordHash(memoryKib, iterations, salt, hash);
    }

    /**
     * Reads the PHC string format.
     *
     * @throws IllegalArgumentException if the text is no such hash
     */
    static PasswordHash parse(String text) {
        Matcher parts = PHC.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash in the PHC string format");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return new PasswordHash(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                base64.decode(parts.group(3)),
                base64.decode(parts.group(4)));
    }

    /** Says whether this is the password's hash; takes as long whether or not it is. */
    boolean matches(String password) {
        return MessageDigest.isEqual(
                hash, compute(password, memoryKib, iterations, salt).hash());
    }

    /** The PHC string format. */
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }
}
