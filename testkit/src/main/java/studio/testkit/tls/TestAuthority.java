package studio.testkit.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root of trust that lives as long as a test. */
public final class TestAuthority {

    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final X500Name name;
    private final KeyPair keys = keys();
    private final X509Certificate root;

    /**
     * What somebody shows, and whom it believes, all in PEM form.
     *
     * @param chain its certificate
     * @param key   its private key, PKCS #8
     * @param trust the authority
     */
    public record Shown(String chain, String key, String trust) {}

    /** An authority of that name. */
    public TestAuthority(String name) {
        this.name = new X500Name("CN=" + name);
        this.root = sign(this.name, keys, Duration.ofDays(1), "", true);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The authority's own certificate. */
    public String certificate() {
        return pem(root);
    }

    /** What somebody with that URI shows for an hour, who believes this authority. */
    public Shown leaf(String uri) {
        return leaf(uri, Duration.ofHours(1));
    }

    /** What somebody with that URI shows for so long, who believes this authority. */
    public Shown leaf(String uri, Duration validity) {
        KeyPair own = keys();
        X509Certificate leaf = sign(new X500Name("CN=leaf"), own, validity, uri, false);
        return new Shown(pem(leaf), key(own), pem(root));
    }

    private X509Certificate sign(X500Name subject, KeyPair own, Duration validity, String uri, boolean ca) {
        try {
            Instant begin = Instant.now().minus(Duration.ofDays(2));
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(begin),
                    Date.from(Instant.now().plus(validity)),
                    subject,
                    own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            if (!uri.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String key(KeyPair own) {
        try {
            return pem(new JcaPKCS8Generator(own.getPrivate(), null));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(Object object) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }
}
