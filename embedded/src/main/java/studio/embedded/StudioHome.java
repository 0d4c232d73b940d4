package studio.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an installation keeps everything: {@code data}, {@code logs}, {@code run} (which processes and ports) and
 * {@code secrets}. Only the owner can read it.
 *
 * @param root the directory of the installation
 * @param cache what can be made again and makes starting fast; installations may share it
 */
public record StudioHome(Path root, Path cache) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int SECRET_BYTES = 24;

    /** Makes both paths absolute, since the processes run elsewhere. */
    public StudioHome {
        root = root.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
    }

    /** An installation that keeps its cache with the rest. */
    public static StudioHome at(Path root) {
        return new StudioHome(root, root.resolve("cache"));
    }

    /** What a node has to keep. */
    public Path data(String node) {
        return root.resolve("data").resolve(node);
    }

    /** What a node prints. */
    public Path log(String node) {
        return root.resolve("logs").resolve(node + ".log");
    }

    /** Which process a node is. */
    public Path process(String node) {
        return root.resolve("run").resolve(node + ".process");
    }

    /** Which ports nodes had last. */
    public Path ports() {
        return root.resolve("run").resolve("ports");
    }

    /** What survives a power cut. */
    public Path durability() {
        return root.resolve("run").resolve("durability");
    }

    /** Held by whoever starts or stops nodes. */
    public Path lock() {
        return root.resolve("run").resolve("lock");
    }

    /** The secret of that name, made at random when first asked for. */
    public String secret(String name) {
        Path file = secretFile(name);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with the secret of that name, for programs that take one. */
    public Path secretFile(String name) {
        Path file = root.resolve("secrets").resolve(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            writeSecret(file, Base64.getUrlEncoder().encodeToString(random));
        }
        return file;
    }

    /** Written beside and moved, so that a crash leaves no empty secret; a secret that came first is kept. */
    private void writeSecret(Path file, String secret) {
        try {
            Path draft = Files.createTempFile(createParent(file), "draft", "", OWNER_FILE);
            writeToDisk(draft, secret);
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException e) {
                // Another node asked at the same time: its secret counts.
            }
            Files.delete(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a directory and the missing ones above it, readable by the owner alone; gives it back. */
    static Path create(Path directory) throws IOException {
        return Files.createDirectories(directory, OWNER_ONLY);
    }

    /** Makes the directory that a file is in; gives it back. */
    static Path createParent(Path file) throws IOException {
        return create(Objects.requireNonNull(file.getParent()));
    }

    /** Writes a file at once: a reader, a crash or a power cut sees the old content or the new one. */
    static void replace(Path file, String content) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(content)) {
            return;
        }
        Path draft = Files.createTempFile(createParent(file), "draft", "", OWNER_FILE);
        writeToDisk(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeToDisk(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(content));
            channel.force(true);
        }
    }

    /** Forgets everything but the cache: data, logs, ports and secrets. Other files in the directory stay. */
    public void erase() {
        try {
            for (String part : List.of("data", "logs", "run", "secrets")) {
                delete(root.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a directory with its content, if it is there. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> innermostFirst;
        try (Stream<Path> walk = Files.walk(directory)) {
            innermostFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : innermostFirst) {
            Files.delete(path);
        }
    }
}
