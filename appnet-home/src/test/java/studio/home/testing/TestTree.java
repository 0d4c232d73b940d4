package studio.home.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import studio.domain.kernel.Uid;
import studio.feed.transport.FeedTls;

/** The installation's certificates as the certificate orchestrator makes them, and the files that it writes for homes. */
public final class TestTree {

    /** What the centre's feed server is. */
    public static final String FEED = "spiffe://studio.local/service/feed";

    private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime());
    private static final Duration LIFE = Duration.ofHours(1);

    private final Party root = new Party("studio.local root 1");
    private final X509Certificate rootCertificate = sign(root, root, "", true);

    /** Somebody with a key. */
    private static final class Party {
        private final X500Name name;
        private final KeyPair keys = keys();

        Party(String name) {
            this.name = new X500Name("CN=" + name);
        }
    }

    /** A network with its authority. */
    public final class Network {

        private final Uid uid;
        private final Party authority;
        private final X509Certificate certificate;

        private Network(Uid uid) {
            this.uid = uid;
            this.authority = new Party("network-ca " + uid + " 1");
            this.certificate = sign(root, authority, "", true);
        }

        /** Its uid. */
        public Uid uid() {
            return uid;
        }

        private String base() {
            return "spiffe://studio.local/network/" + uid;
        }

        /** The URI of a home of it. */
        public String home(Uid home) {
            return base() + "/home/" + home;
        }

        /** What one of its sites shows, which believes its authority alone. */
        public FeedTls site(Uid site) {
            return leaf(base() + "/site/" + site);
        }

        /** Its authority, in PEM. */
        public String authority() {
            return pem(certificate);
        }

        /** Routers know somebody by the common name, which is the last part of the URI. */
        private FeedTls leaf(String uri) {
            Party own = new Party(uri.substring(uri.lastIndexOf('/') + 1));
            return new FeedTls(
                    pem(sign(authority, own, uri, false)) + pem(certificate), key(own.keys), pem(certificate));
        }

        /** Writes what a home of it finds, as its next certificate. */
        public void write(Path holders, String name, Uid home, int ordinal) {
            FeedTls tls = leaf(home(home));
            Path directory = holders.resolve("network-home").resolve(home.toString());
            Path place = directory.resolve(Integer.toString(ordinal));
            try {
                Files.createDirectories(place);
                writeRoot(holders);
                Files.writeString(directory.resolve("network.txt"), name);
                Files.writeString(place.resolve("key.pem"), tls.key());
                Path next = place.resolve("next.tmp");
                Files.writeString(next, tls.chain());
                Files.move(next, place.resolve("chain.pem"), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An authority of access points. */
    public static final class Point {

        private final Party authority;
        private final X509Certificate certificate;

        private Point(String name) {
            this.authority = new Party(name);
            this.certificate = TestTree.sign(authority, authority, "", true);
        }

        /** Its certificate, in PEM. */
        public String pem() {
            return TestTree.pem(certificate);
        }

        /** The certificate that is asked for, with the host names that it asks for. Whoever signs knows who asks. */
        public String sign(String request) {
            try (PEMParser parser = new PEMParser(new StringReader(request))) {
                PKCS10CertificationRequest asked = (PKCS10CertificationRequest) parser.readObject();
                X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                        authority.name,
                        BigInteger.valueOf(SERIAL.getAndIncrement()),
                        Date.from(Instant.now().minus(LIFE)),
                        Date.from(Instant.now().plus(LIFE)),
                        new X500Name("CN=" + SERIAL.get()),
                        asked.getSubjectPublicKeyInfo());
                Optional.ofNullable(asked.getRequestedExtensions())
                        .map(extensions -> extensions.getExtension(Extension.subjectAlternativeName))
                        .ifPresent(names -> add(builder, names));
                return TestTree.pem(new JcaX509CertificateConverter()
                        .getCertificate(builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA").build(authority.keys.getPrivate()))));
            } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
                throw new AssertionError(e);
            }
        }

        private static void add(X509v3CertificateBuilder builder, Extension names) {
            try {
                builder.addExtension(names);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** An authority of access points. */
    public static Point point(String name) {
        return new Point(name);
    }

    /** A network with an authority of its own. */
    public Network network(Uid uid) {
        return new Network(uid);
    }

    private void writeRoot(Path holders) throws IOException {
        if (!Files.exists(holders.resolve("root.pem"))) {
            Files.writeString(holders.resolve("root.pem"), rootPem());
        }
    }

    private String rootPem() {
        return pem(rootCertificate);
    }

    /** What the centre's feed server shows, which believes the root. */
    public FeedTls feed() {
        Party own = new Party("feed");
        return new FeedTls(pem(sign(root, own, FEED, false)), key(own.keys), rootPem());
    }

    private static X509Certificate sign(Party issuer, Party subject, String uri, boolean authority) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer.name,
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(Instant.now().minus(LIFE)),
                    Date.from(Instant.now().plus(LIFE)),
                    subject.name,
                    subject.keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!uri.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new AssertionError(e);
        }
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
