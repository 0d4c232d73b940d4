package studio.certificates.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import studio.certificates.signer.Certificates;

/** A holder with a key, who asks for certificates. */
public record Csr(KeyPair keys) {

    /** A holder with a new key on P-256. */
    public static Csr holder() {
        return on("secp256r1");
    }

    /** A holder with a new key on that curve. */
    public static Csr on(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return new Csr(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A holder with a new RSA key of so many bits. */
    public static Csr rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return new Csr(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request that names nobody. */
    public String request() {
        return request("", Optional.empty(), false);
    }

    /** A request with that subject. */
    public String named(String subject) {
        return request(subject, Optional.empty(), false);
    }

    /** A request with that alternative name. */
    public String alternatively(GeneralName name) {
        return request("", Optional.of(name), false);
    }

    /** A request for an authority. */
    public String authority() {
        return request("", Optional.empty(), true);
    }

    /** A request with this key that another one signed. */
    public String signedBy(Csr other) {
        return build("", Optional.empty(), false, other);
    }

    private String request(String subject, Optional<GeneralName> name, boolean authority) {
        return build(subject, name, authority, this);
    }

    private String build(String subject, Optional<GeneralName> name, boolean authority, Csr signer) {
        try {
            JcaPKCS10CertificationRequestBuilder builder =
                    new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), keys.getPublic());
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            if (name.isPresent()) {
                extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name.get()));
            }
            if (authority) {
                extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            if (!extensions.isEmpty()) {
                builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
            }
            String algorithm =
                    signer.keys.getPublic().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return Certificates.pem(
                    "CERTIFICATE REQUEST",
                    builder.build(new JcaContentSignerBuilder(algorithm).build(signer.keys.getPrivate()))
                            .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
