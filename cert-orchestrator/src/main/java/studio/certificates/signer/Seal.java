package studio.certificates.signer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals bytes with AES-GCM: a version, a nonce that is never used again, and the ciphertext, which opens for the one label that it was
 * sealed for. So nobody who can write to the database can pass one authority's key off as another's.
 */
final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    Seal(SecretKey key) {
        this.key = key;
    }

    byte[] seal(String label, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce, label).doFinal(plain);
            return ByteBuffer.allocate(1 + nonce.length + hidden.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(hidden)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("nothing can be sealed with the master key", e);
        }
    }

    /**
     * Opens what was sealed for that label.
     *
     * @throws IllegalStateException if the key or the label is another, or a bit has changed
     */
    byte[] open(String label, byte[] sealed) {
        ByteBuffer rest = ByteBuffer.wrap(sealed);
        if (sealed.length <= 1 + NONCE_BYTES || rest.get() != VERSION) {
            throw new IllegalStateException("'" + label + "' was not sealed here");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        rest.get(nonce);
        byte[] hidden = new byte[rest.remaining()];
        rest.get(hidden);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, label).doFinal(hidden);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("'" + label + "' does not open with this master key", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String label) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
