package studio.cli.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.api.json.StudioJson;

/** The contexts of a person on this machine, in a file that only they can read: it holds their tokens. */
public final class Contexts {

    /** The origin of an installation on this machine that took its usual port. */
    public static final URI LOCAL = URI.create("http://127.0.0.1:8080");

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;

    /** Those in that file; it need not exist. */
    public Contexts(Path file) {
        this.file = file;
    }

    /** Where they are unless {@code STUDIO_CONTEXTS} says otherwise, after the XDG base directory specification. */
    public static Contexts ofUser() {
        String configured = System.getenv("STUDIO_CONTEXTS");
        if (configured != null) {
            return new Contexts(Path.of(configured));
        }
        String base = System.getenv("XDG_CONFIG_HOME");
        Path directory = base == null ? Path.of(System.getProperty("user.home"), ".config") : Path.of(base);
        return new Contexts(directory.resolve("studio").resolve("contexts.json"));
    }

    /** All of them, by name, and which one is in use. */
    public Saved read() {
        if (!Files.exists(file)) {
            return new Saved(Optional.empty(), Map.of());
        }
        try {
            return StudioJson.json().readValue(file.toFile(), Saved.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the contexts in " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Keeps that one under that name, and makes it the one in use. */
    public void use(String name, Context context) {
        Map<String, Context> all = new TreeMap<>(read().contexts());
        all.put(name, context);
        write(new Saved(Optional.of(name), all));
    }

    /** Forgets that one. */
    public void forget(String name) {
        Saved saved = read();
        Map<String, Context> all = new TreeMap<>(saved.contexts());
        all.remove(name);
        write(new Saved(saved.current().filter(current -> !current.equals(name)), all));
    }

    /** The last position that somebody wrote to in that context, for a minute: reads then wait for what they wrote. */
    public Position position(String context) {
        return new Position(file.resolveSibling("position-" + context));
    }

    /** Replaces the file at once: whoever reads it sees the old or the new one. */
    private void write(Saved saved) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "contexts", ".json", OWNER_ONLY);
            StudioJson.json().writerWithDefaultPrettyPrinter().writeValue(next.toFile(), saved);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the contexts in " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    /**
     * What the file holds.
     *
     * @param current  the name of the one in use
     * @param contexts all, by name
     */
    public record Saved(Optional<String> current, Map<String, Context> contexts) {

        /** The one in use. */
        public Optional<Context> inUse() {
            return current.flatMap(this::named);
        }

        /** The one with that name. */
        public Optional<Context> named(String name) {
            return Optional.ofNullable(contexts.get(name));
        }
    }
}
