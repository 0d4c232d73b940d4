package studio.agent.member;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import studio.agent.certificate.KeyMaker;
import studio.agent.decide.Signatures;
import studio.agent.file.AtomicFiles;

/**
 * The site's own keys and certificates: one directory for each ordinal. The one with the highest ordinal that has a certificate proves
 * who the site is, to its home, to routers and below its decisions.
 */
final class SiteKeys implements Signatures {

    private static final String KEY = "key.pem";
    private static final String CHAIN = "chain.pem";
    private static final String REQUEST = "request.pem";

    private final Path directory;

    /** The keys in that directory. */
    SiteKeys(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /**
     * A key that has a certificate.
     *
     * @param ordinal     counts the site's certificates
     * @param key         the file of the key
     * @param chain       the file of the certificate and those between it and the root
     * @param certificate the certificate
     */
    record Leaf(int ordinal, Path key, Path chain, X509Certificate certificate) {}

    /** The newest key that has a certificate. */
    Optional<Leaf> newest() {
        return leaves().stream().max(Comparator.comparingInt(Leaf::ordinal));
    }

    private List<Leaf> leaves() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> child.getFileName().toString().matches("[0-9]{1,9}"))
                    .flatMap(child -> leaf(child).stream())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Half a certificate is none. */
    private static Optional<Leaf> leaf(Path child) {
        Path chain = child.resolve(CHAIN);
        if (!Files.exists(chain) || !Files.exists(child.resolve(KEY))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Leaf(
                    Integer.parseInt(child.getFileName().toString()),
                    child.resolve(KEY),
                    chain,
                    certificate(Files.readString(chain))));
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static X509Certificate certificate(String chain) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The request for a certificate of that ordinal; the same each time, since the key is. */
    String request(int ordinal) throws IOException {
        Path file = file(ordinal, REQUEST);
        if (!Files.exists(file)) {
            KeyMaker.Request made = KeyMaker.request(Optional.empty());
            AtomicFiles.write(file(ordinal, KEY), made.key());
            AtomicFiles.write(file, made.request());
        }
        return Files.readString(file);
    }

    /** Keeps a certificate; says why it can't be used, if so. */
    Optional<String> install(int ordinal, String chain) throws IOException {
        Path file = file(ordinal, CHAIN);
        if (Files.exists(file) && Files.readString(file).equals(chain)) {
            return Optional.empty();
        }
        if (!Files.exists(file(ordinal, KEY))) {
            return Optional.of("the certificate is for a key that is not here");
        }
        try {
            String probe = "whose key is it";
            String signature = sign(key(file(ordinal, KEY)), probe);
            if (!isSigned(certificate(chain), probe, signature)) {
                return Optional.of("the certificate is for another key");
            }
        } catch (GeneralSecurityException e) {
            return Optional.of("the certificate can't be used: " + e.getMessage());
        }
        AtomicFiles.write(file, chain);
        return Optional.empty();
    }

    private Path file(int ordinal, String name) {
        return directory.resolve(String.valueOf(ordinal)).resolve(name);
    }

    @Override
    public String sign(String text) {
        Leaf leaf =
                newest().orElseThrow(() -> new IllegalStateException("the site has no certificate in " + directory));
        try {
            return sign(key(leaf.key()), text);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the site's key can't be used: " + leaf.key(), e);
        }
    }

    private static String sign(PrivateKey key, String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm(key.getAlgorithm()));
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static String algorithm(String ofKey) {
        return ofKey.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    private static PrivateKey key(Path file) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file)))) {
            Object parsed = parser.readObject();
            if (parsed instanceof PEMKeyPair pair) {
                return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
            }
            if (parsed instanceof PrivateKeyInfo info) {
                return new JcaPEMKeyConverter().getPrivateKey(info);
            }
            throw new IOException(file + " has no private key in PEM");
        }
    }

    @Override
    public boolean isOurs(String text, String signature) {
        return leaves().stream().anyMatch(leaf -> isSigned(leaf.certificate(), text, signature));
    }

    private static boolean isSigned(X509Certificate certificate, String text, String signature) {
        try {
            Signature check =
                    Signature.getInstance(algorithm(certificate.getPublicKey().getAlgorithm()));
            check.initVerify(certificate);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
