package studio.certificates.signer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import studio.domain.kernel.Digest;

/** SHA-256 of encoded keys and certificates. */
final class Fingerprints {

    private Fingerprints() {}

    static Digest sha256(byte[] encoded) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
