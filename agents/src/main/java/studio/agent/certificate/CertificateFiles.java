package studio.agent.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import studio.agent.file.AtomicFiles;
import studio.agent.router.SslProfile;
import studio.domain.kernel.Uid;

/**
 * An agent's keys, certificates and authorities as files. Every certificate has files of its own and authorities are named by what is
 * in them, so that a file never changes below a router that has read it: to change is to name other files.
 */
public final class CertificateFiles {

    private static final String KEY = "tls.key";
    private static final String REQUEST = "request.pem";
    private static final String CHAIN = "tls.crt";

    private final Path directory;
    private final Optional<Enrolled> enrolled;

    /**
     * The key with which a site was claimed: nobody knew then what the uid of its certificate would be.
     *
     * @param request its request, in PEM
     * @param key     the private key, in PEM
     */
    public record Enrolled(Path request, Path key) {}

    /** The files in that directory. */
    public CertificateFiles(Path directory) {
        this(directory, Optional.empty());
    }

    /** The files in that directory, of a site that was claimed with that key. */
    public CertificateFiles(Path directory, Optional<Enrolled> enrolled) {
        this.directory = directory.toAbsolutePath();
        this.enrolled = enrolled;
    }

    /** The request for a certificate. It is the same each time, since the key is: a request that got lost is sent again. */
    public String request(Uid certificate, Optional<String> host) throws IOException {
        Path file = file(certificate, REQUEST);
        if (!Files.exists(file)) {
            KeyMaker.Request made = KeyMaker.request(host);
            AtomicFiles.write(file(certificate, KEY), made.key());
            AtomicFiles.write(file, made.request());
        }
        return Files.readString(file);
    }

    /** Keeps a certificate; says what is wrong with it if it can't be used. */
    public Optional<String> install(Uid certificate, String chain) throws IOException {
        Path file = file(certificate, CHAIN);
        if (Files.exists(file) && Files.readString(file).equals(chain)) {
            return Optional.empty();
        }
        Optional<String> defect = Files.exists(file(certificate, REQUEST))
                ? defect(file(certificate, REQUEST), chain)
                : adopt(certificate, chain);
        if (defect.isEmpty()) {
            AtomicFiles.write(file, chain);
        }
        return defect;
    }

    private Optional<String> adopt(Uid certificate, String chain) throws IOException {
        if (enrolled.isEmpty() || defect(enrolled.get().request(), chain).isPresent()) {
            return Optional.of("the certificate is for a key that is not here");
        }
        AtomicFiles.write(
                file(certificate, KEY), Files.readString(enrolled.get().key()));
        AtomicFiles.write(
                file(certificate, REQUEST), Files.readString(enrolled.get().request()));
        return Optional.empty();
    }

    /** The private key of a certificate that is installed, in PEM. */
    public Optional<String> key(Uid certificate) throws IOException {
        return Files.exists(file(certificate, CHAIN))
                ? Optional.of(Files.readString(file(certificate, KEY)))
                : Optional.empty();
    }

    private static Optional<String> defect(Path of, String chain) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(of)))) {
            if (!(parser.readObject() instanceof PKCS10CertificationRequest request)) {
                return Optional.of("the request of the certificate can't be read");
            }
            PublicKey ours = new JcaPEMKeyConverter().getPublicKey(request.getSubjectPublicKeyInfo());
            PublicKey signed = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII)))
                    .getPublicKey();
            return ours.equals(signed) ? Optional.empty() : Optional.of("the certificate is for another key");
        } catch (GeneralSecurityException e) {
            return Optional.of("the certificate can't be read: " + e.getMessage());
        }
    }

    /** The files of a profile that shows that certificate and trusts those authorities; none while it is not there. */
    public Optional<SslProfile.Files> profile(Uid certificate, String authorities) throws IOException {
        Path chain = file(certificate, CHAIN);
        return Files.exists(chain)
                ? Optional.of(new SslProfile.Files(trust(authorities), chain, file(certificate, KEY)))
                : Optional.empty();
    }

    /** The file with these authorities. */
    public Path trust(String authorities) throws IOException {
        Path file = directory.resolve("trust").resolve(hash(authorities) + ".crt");
        if (!Files.exists(file)) {
            AtomicFiles.write(file, authorities);
        }
        return file;
    }

    /** Forgets certificates that nobody asks for or uses any more, their keys included. */
    public void retain(Set<Uid> needed) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> children = Files.list(directory)) {
            for (Path child : children.filter(path -> isForgotten(path, needed)).toList()) {
                forget(child);
            }
        }
    }

    private static boolean isForgotten(Path child, Set<Uid> needed) {
        try {
            return !needed.contains(Uid.parse(child.getFileName().toString()));
        } catch (IllegalArgumentException noCertificate) {
            return false;
        }
    }

    private static void forget(Path certificate) throws IOException {
        try (Stream<Path> files = Files.list(certificate)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(certificate);
    }

    private Path file(Uid certificate, String name) {
        return directory.resolve(certificate.toString()).resolve(name);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
