package studio.certificates.signer;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** The kinds of keys that certificates can have. */
public enum KeyKind {
    /** ECDSA on NIST's curve P-256. */
    EC_P256("EC", "secp256r1", 256, "SHA256withECDSA"),
    /** ECDSA on NIST's curve P-384. */
    EC_P384("EC", "secp384r1", 384, "SHA384withECDSA"),
    /** RSA of 3072 bits. */
    RSA_3072("RSA", "", 3_072, "SHA256withRSA"),
    /** RSA of 4096 bits. */
    RSA_4096("RSA", "", 4_096, "SHA256withRSA");

    private final String algorithm;
    private final String curve;
    private final int bits;
    private final String signature;

    KeyKind(String algorithm, String curve, int bits, String signature) {
        this.algorithm = algorithm;
        this.curve = curve;
        this.bits = bits;
        this.signature = signature;
    }

    /** The family as Java names it. */
    public String algorithm() {
        return algorithm;
    }

    /** The size in bits. */
    public int bits() {
        return bits;
    }

    /** The algorithm with which such a key signs, as Java names it. */
    public String signature() {
        return signature;
    }

    /** A new pair. */
    public KeyPair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(
                    curve.isEmpty()
                            ? new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4)
                            : new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform makes keys of kind " + this, impossible);
        }
    }
}
