package studio.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import studio.domain.kernel.Digest;

/**
 * A bearer token or a session cookie's value, as it was shown.
 *
 * @param text what the bearer sends
 */
public record Secret(String text) {

    /** The digest that stands for it in the log and in the tables. */
    public Digest digest() {
        return Digest.of(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Never its text: secrets don't belong in logs. */
    @Override
    public String toString() {
        return "Secret";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
