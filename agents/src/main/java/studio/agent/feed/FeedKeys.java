package studio.agent.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import studio.agent.file.AtomicFiles;

/**
 * The keys and certificates that a site has had, each generation in a directory of its ordinal. The feed uses the highest that has a
 * certificate; the first is that of the claim.
 *
 * @param directory where they are
 */
public record FeedKeys(Path directory) {

    private static final String KEY = "key.pem";
    private static final String CHAIN = "chain.pem";
    private static final String REQUEST = "request.pem";
    private static final int MOST_DIGITS = 9;

    /**
     * A key and its certificate.
     *
     * @param ordinal which of the site's
     * @param chain   the certificate and those between it and the root, in PEM
     * @param key     the private key, in PEM
     */
    public record Held(int ordinal, String chain, String key) {

        /** Says nothing of the key. */
        @Override
        public String toString() {
            return "Held[ordinal=" + ordinal + "]";
        }
    }

    /** The newest, if there is any. */
    public Optional<Held> newest() throws IOException {
        Optional<Integer> ordinal = newestOrdinal();
        if (ordinal.isEmpty()) {
            return Optional.empty();
        }
        Path place = place(ordinal.get());
        return Optional.of(
                new Held(ordinal.get(), Files.readString(place.resolve(CHAIN)), Files.readString(place.resolve(KEY))));
    }

    /** The newest's ordinal, if there is any. */
    public Optional<Integer> newestOrdinal() throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> places = Files.list(directory)) {
            return places.filter(place -> Files.exists(place.resolve(CHAIN)))
                    .map(place -> String.valueOf(place.getFileName()))
                    .filter(name -> name.matches("[0-9]{1," + MOST_DIGITS + "}"))
                    .map(Integer::valueOf)
                    .max(Comparator.naturalOrder());
        }
    }

    /** Adds a generation: the certificate last, since with it the key is used. */
    public void add(int ordinal, String chain, String key) throws IOException {
        AtomicFiles.directory(directory);
        AtomicFiles.write(place(ordinal).resolve(KEY), key);
        AtomicFiles.write(place(ordinal).resolve(CHAIN), chain);
    }

    /** Where the request of a generation is kept until it is signed. */
    public Path request(int ordinal) {
        return place(ordinal).resolve(REQUEST);
    }

    /** Where the private key of a generation is. */
    public Path key(int ordinal) {
        return place(ordinal).resolve(KEY);
    }

    /** Where the certificate of a generation is, and those between it and the root. */
    public Path chain(int ordinal) {
        return place(ordinal).resolve(CHAIN);
    }

    private Path place(int ordinal) {
        return directory.resolve(Integer.toString(ordinal));
    }
}
