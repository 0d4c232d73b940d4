package studio.standin.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates for tests, as files. */
public final class Pki {

    /** A certificate with its key, in files. */
    public record Identity(X509Certificate certificate, KeyPair keys, Path certificateFile, Path keyFile) {}

    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final Path directory;

    public Pki(Path directory) {
        this.directory = directory;
    }

    /** A root. */
    public Identity root(String name) {
        return make(name, Optional.empty(), true, false);
    }

    /** A CA below another. */
    public Identity intermediate(String name, Identity issuer) {
        return make(name, Optional.of(issuer), true, false);
    }

    /** A leaf for server and client, with DNS name localhost. */
    public Identity leaf(String name, Identity issuer) {
        return make(name, Optional.of(issuer), false, true);
    }

    /** A leaf without any DNS name. */
    public Identity nameless(String name, Identity issuer) {
        return make(name, Optional.of(issuer), false, false);
    }

    private Identity make(String name, Optional<Identity> issuer, boolean authority, boolean host) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            X509Certificate certificate = certificate(name, keys, issuer, authority, host);
            long number = SERIAL.get();
            Path certificateFile = write(name + "-" + number + ".crt", "CERTIFICATE", certificate.getEncoded());
            Path keyFile = write(
                    name + "-" + number + ".key",
                    "PRIVATE KEY",
                    keys.getPrivate().getEncoded());
            return new Identity(certificate, keys, certificateFile, keyFile);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(
            String name, KeyPair keys, Optional<Identity> issuer, boolean authority, boolean host)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        X500Name subject = new X500Name("CN=" + name);
        X500Name signer = issuer.map(by ->
                        new X500Name(by.certificate().getSubjectX500Principal().getName()))
                .orElse(subject);
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                signer,
                BigInteger.valueOf(SERIAL.incrementAndGet()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                subject,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!authority) {
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
            }));
        }
        GeneralName alternative = host
                ? new GeneralName(GeneralName.dNSName, "localhost")
                : new GeneralName(GeneralName.iPAddress, "127.0.0.1");
        if (!authority) {
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternative));
        }
        var key = issuer.map(by -> by.keys().getPrivate()).orElse(keys.getPrivate());
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private Path write(String file, String kind, byte[] bytes) {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
            return Files.writeString(
                    directory.resolve(file),
                    "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
