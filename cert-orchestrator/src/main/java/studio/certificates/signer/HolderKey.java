package studio.certificates.signer;

import java.security.PublicKey;
import studio.domain.kernel.Digest;

/**
 * The public key of a certificate's holder, who has proved to have the private one.
 *
 * @param key    the key
 * @param digest SHA-256 of its DER form
 */
public record HolderKey(PublicKey key, Digest digest) {

    /** That key. */
    public static HolderKey of(PublicKey key) {
        return new HolderKey(key, Fingerprints.sha256(key.getEncoded()));
    }
}
