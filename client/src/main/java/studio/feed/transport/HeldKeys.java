package studio.feed.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keys that certificate management makes for those who run at the Service Home. Each generation of a holder's has a directory,
 * {@code {kind}/{name}/{ordinal}/}; the highest ordinal that has a chain counts. A new one appears when it is time to renew.
 */
public final class HeldKeys {

    private static final String KEY = "key.pem";
    private static final String CHAIN = "chain.pem";
    private static final String ROOT = "root.pem";

    private final Path directory;

    /**
     * One generation.
     *
     * @param ordinal its place among the holder's
     * @param tls     what to show and whom to believe
     */
    public record Held(int ordinal, FeedTls tls) {}

    /** What lies below that directory. */
    public HeldKeys(Path directory) {
        this.directory = directory;
    }

    /**
     * The newest keys of that holder that can be used, if there are some.
     *
     * @param kind what the certificates are for, such as {@code service-home}
     * @param name the holder's name
     */
    public Optional<Held> newest(String kind, String name) {
        Path holder = directory.resolve(kind).resolve(name);
        if (!Files.isDirectory(holder) || !Files.exists(directory.resolve(ROOT))) {
            return Optional.empty();
        }
        try (Stream<Path> generations = Files.list(holder)) {
            return generations
                    .filter(place -> Files.exists(place.resolve(CHAIN)))
                    .max(Comparator.comparingInt(HeldKeys::ordinal))
                    .map(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(holder + " cannot be read", e);
        }
    }

    private static int ordinal(Path place) {
        return Integer.parseInt(place.getFileName().toString());
    }

    private Held read(Path place) {
        return new Held(
                ordinal(place),
                new FeedTls(text(place.resolve(CHAIN)), text(place.resolve(KEY)), text(directory.resolve(ROOT))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
