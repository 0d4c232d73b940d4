package studio.agent.certificate;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes keys on the curve P-256, and what is signed with them at once. */
public final class KeyMaker {

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 120;
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private KeyMaker() {}

    /**
     * A certificate that signs itself.
     *
     * @param certificate the certificate, in PEM
     * @param key         its private key, in PEM
     */
    public record SelfSigned(String certificate, String key) {}

    /**
     * A request to sign a key.
     *
     * @param request the request (PKCS #10), in PEM
     * @param key     its private key, in PEM
     */
    public record Request(String request, String key) {}

    /** Makes a certificate that signs itself, for a name that is its host name too. */
    public static SelfSigned selfSigned(String name, Instant now, Duration validity) {
        try {
            KeyPair pair = pair();
            X500Name subject = subject(name);
            X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(SERIAL_BITS, new SecureRandom()),
                            Date.from(now.minus(CLOCK_TOLERANCE)),
                            Date.from(now.plus(validity)),
                            subject,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.subjectAlternativeName, false, host(name))
                    .build(signer(pair.getPrivate()));
            return new SelfSigned(pem(certificate), pem(pair.getPrivate()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this JDK can't sign with " + SIGNATURE, e);
        }
    }

    /** Makes a key, and asks for a certificate that says whose it is: whoever signs knows that, and the holder need not. */
    public static Request request(Optional<String> host) {
        return request(new X500NameBuilder().build(), host);
    }

    /** Makes a key, and asks for its certificate: for that name, and that host if there is one. */
    public static Request request(String name, Optional<String> host) {
        return request(subject(name), host);
    }

    private static Request request(X500Name subject, Optional<String> host) {
        try {
            KeyPair pair = pair();
            JcaPKCS10CertificationRequestBuilder builder =
                    new JcaPKCS10CertificationRequestBuilder(subject, pair.getPublic());
            if (host.isPresent()) {
                ExtensionsGenerator extensions = new ExtensionsGenerator();
                extensions.addExtension(Extension.subjectAlternativeName, false, host(host.get()));
                builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
            }
            PKCS10CertificationRequest request = builder.build(signer(pair.getPrivate()));
            return new Request(pem(request), pem(pair.getPrivate()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this JDK can't sign with " + SIGNATURE, e);
        }
    }

    private static X500Name subject(String name) {
        return new X500NameBuilder().addRDN(BCStyle.CN, name).build();
    }

    private static GeneralNames host(String name) {
        return new GeneralNames(new GeneralName(GeneralName.dNSName, name));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(SIGNATURE).build(key);
    }

    private static String pem(PrivateKey key) throws IOException {
        return pem((Object) new JcaPKCS8Generator(key, null).generate());
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
