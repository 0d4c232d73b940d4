package studio.home.holder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.kernel.Uid;
import studio.feed.transport.FeedTls;

/**
 * Looks for homes in the directory that the certificate orchestrator writes: {@code network-home/{uid}/{ordinal}/} with {@code key.pem}
 * and {@code chain.pem}, and {@code network.txt} beside the ordinals. Of each home the highest ordinal that has a chain counts.
 */
public final class Holders {

    private static final Logger LOG = LoggerFactory.getLogger(Holders.class);
    private static final String CHAIN = "chain.pem";
    private static final int MOST_ORDINALS = 100;
    private static final int LINE = 64;

    private final Path root;
    private final Path homes;
    private final Map<Uid, Read> known = new HashMap<>();

    /** What was made of a home's files when they were as that says. */
    private record Read(String state, Optional<Holder> holder) {}

    /** The homes in that directory, which need not be there yet. */
    public Holders(Path directory) {
        this.root = directory.resolve("root.pem");
        this.homes = directory.resolve("network-home");
    }

    /**
     * The homes that can run now.
     *
     * @throws IOException if the directory is there and can't be read
     */
    public List<Holder> find() throws IOException {
        Set<Uid> present = new LinkedHashSet<>();
        for (Path directory : list(homes)) {
            uid(directory).ifPresent(present::add);
        }
        known.keySet().retainAll(present);
        for (Uid home : present) {
            refresh(home);
        }
        return present.stream()
                .flatMap(home -> Optional.ofNullable(known.get(home)).flatMap(Read::holder).stream())
                .toList();
    }

    /** Says whether a home's files were taken away while those of others could be there: then its network is gone, or has another home. */
    public boolean isGone(Uid home) {
        return Files.isDirectory(homes) && !Files.exists(homes.resolve(home.toString()));
    }

    private static Optional<Uid> uid(Path directory) {
        try {
            return Optional.of(Uid.parse(String.valueOf(directory.getFileName())));
        } catch (IllegalArgumentException noHome) {
            return Optional.empty();
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    /** What is broken is left alone until it changes: others must not suffer from it. */
    private void refresh(Uid home) throws IOException {
        Path directory = homes.resolve(home.toString());
        List<Path> ordinals = ordinals(directory);
        String state = state(ordinals);
        if (Optional.ofNullable(known.get(home))
                .filter(read -> read.state().equals(state))
                .isPresent()) {
            return;
        }
        Optional<Holder> holder = Optional.empty();
        if (!ordinals.isEmpty()) {
            try {
                holder = Optional.of(read(directory, ordinals));
            } catch (IOException | CertificateException | IllegalArgumentException e) {
                LOG.atWarn().addKeyValue("home", home).setCause(e).log("a home's certificate can't be used");
            }
        }
        known.put(home, new Read(state, holder));
    }

    /** Those with a chain, the highest first. */
    private static List<Path> ordinals(Path directory) throws IOException {
        return list(directory).stream()
                .filter(path -> ordinal(path) > 0 && Files.exists(path.resolve(CHAIN)))
                .sorted(Comparator.comparingInt(Holders::ordinal).reversed())
                .limit(MOST_ORDINALS)
                .toList();
    }

    private static int ordinal(Path path) {
        try {
            return Integer.parseInt(String.valueOf(path.getFileName()));
        } catch (NumberFormatException noOrdinal) {
            return 0;
        }
    }

    private String state(List<Path> ordinals) throws IOException {
        StringBuilder state = new StringBuilder();
        for (Path ordinal : ordinals) {
            state.append(ordinal)
                    .append(Files.getLastModifiedTime(ordinal.resolve(CHAIN)))
                    .append(' ');
        }
        return state.append(Files.exists(root) ? Files.getLastModifiedTime(root) : "")
                .toString();
    }

    private Holder read(Path directory, List<Path> ordinals) throws IOException, CertificateException {
        Path newest = ordinals.getFirst();
        FeedTls above = new FeedTls(text(newest.resolve(CHAIN)), text(newest.resolve("key.pem")), text(root));
        FeedTls.Peer self = above.self()
                .orElseThrow(() -> new IllegalArgumentException("the certificate does not say whose it is"));
        HomeUri uri = HomeUri.parse(self.uri())
                .filter(found -> directory.endsWith(found.home().toString()))
                .orElseThrow(() -> new IllegalArgumentException("the certificate is not this home's"));
        Path name = directory.resolve("network.txt");
        return new Holder(
                uri,
                Files.exists(name) ? text(name).strip() : uri.network().toString(),
                ordinal(newest),
                self.notAfter(),
                above,
                new FeedTls(above.chain(), above.key(), authorities(ordinals)));
    }

    /** Those that signed the home's certificates: while the network's authority is rotated, both. */
    private static String authorities(List<Path> ordinals) throws IOException, CertificateException {
        Set<String> authorities = new LinkedHashSet<>();
        for (Path ordinal : ordinals) {
            List<X509Certificate> chain = certificates(text(ordinal.resolve(CHAIN)));
            if (chain.size() > 1) {
                authorities.add(pem(chain.get(1)));
            }
        }
        if (authorities.isEmpty()) {
            throw new IllegalArgumentException("no chain has the network's authority");
        }
        return String.join("", authorities);
    }

    private static List<X509Certificate> certificates(String pem) throws CertificateException {
        List<X509Certificate> certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("the chain is empty");
        }
        return certificates;
    }

    private static String pem(X509Certificate certificate) throws CertificateException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.US_ASCII);
    }
}
