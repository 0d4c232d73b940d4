package studio.agent;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import studio.agent.certificate.KeyMaker;
import studio.agent.file.AtomicFiles;
import studio.agent.router.SslProfile;

/** An authority that signs whatever it is asked to. */
public final class TestAuthority {

    private static final Duration VALIDITY = Duration.ofDays(1);

    private final X500Name name;
    private final KeyPair pair;
    private final X509CertificateHolder certificate;

    public TestAuthority(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.name = new X500Name("CN=" + name);
            this.pair = generator.generateKeyPair();
            this.certificate = sign(builder(
                            this.name,
                            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The authority's own certificate, in PEM. */
    public String pem() {
        return pem(certificate);
    }

    /** Signs a request, with the host names that it asks for. */
    public String sign(String request) {
        try (PEMParser parser = new PEMParser(new StringReader(request))) {
            PKCS10CertificationRequest asked = (PKCS10CertificationRequest) parser.readObject();
            X509v3CertificateBuilder builder = builder(subject(asked), asked.getSubjectPublicKeyInfo());
            Extensions extensions = asked.getRequestedExtensions();
            if (extensions != null) {
                builder.addExtension(extensions.getExtension(Extension.subjectAlternativeName));
            }
            return pem(sign(builder));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever signs knows who asks: a request need not say it. */
    private static X500Name subject(PKCS10CertificationRequest asked) {
        return asked.getSubject().getRDNs().length > 0
                ? asked.getSubject()
                : new X500Name("CN=" + UUID.randomUUID());
    }

    /** Makes a certificate and writes it, its key and the authority that its peers have, as an sslProfile wants them. */
    public SslProfile.Files issue(Path directory, String name, Optional<String> host, TestAuthority trusted) {
        KeyMaker.Request request = KeyMaker.request(name, host);
        SslProfile.Files files = new SslProfile.Files(
                directory.resolve("ca.crt"), directory.resolve("tls.crt"), directory.resolve("tls.key"));
        try {
            AtomicFiles.write(files.authorities(), trusted.pem());
            AtomicFiles.write(files.certificate(), sign(request.request()));
            AtomicFiles.write(files.key(), request.key());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    private X509v3CertificateBuilder builder(X500Name subject, SubjectPublicKeyInfo key) {
        return new X509v3CertificateBuilder(
                name,
                new BigInteger(64, new SecureRandom()),
                Date.from(Instant.now().minusSeconds(60)),
                Date.from(Instant.now().plus(VALIDITY)),
                subject,
                key);
    }

    private X509CertificateHolder sign(X509v3CertificateBuilder builder) {
        try {
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(X509CertificateHolder holder) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(holder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
