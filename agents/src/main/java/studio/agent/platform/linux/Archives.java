package studio.agent.platform.linux;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.file.AtomicFiles;
import studio.agent.file.Trees;
import studio.domain.kernel.Digest;
import studio.domain.library.Artifacts.Archive;

/** Unpacked archives by their digests: each is fetched once, and there only when it is whole and what it should be. */
final class Archives implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Archives.class);

    private final Path directory;
    private final LinuxLimits limits;
    private final Fetch fetch;

    Archives(Path directory, LinuxLimits limits) {
        this.directory = directory;
        this.limits = limits;
        this.fetch = new Fetch(limits);
    }

    /** Where the content of that archive is; it is fetched if it is not there. */
    Path ready(Archive archive) throws IOException {
        Path content = directory.resolve(archive.sha256().hex());
        if (!Files.isDirectory(content)) {
            AtomicFiles.directory(directory);
            Path work = Files.createTempDirectory(directory, ".new-");
            try {
                Path file = work.resolve("archive");
                fetch.fetch(archive.url(), file);
                check(file, archive.sha256());
                Path unpacked = Files.createDirectory(work.resolve("content"));
                Unpacking.unpack(file, unpacked, limits);
                place(unpacked, content);
            } finally {
                left(Trees.delete(work));
            }
        }
        return content;
    }

    /** Another workload of the same image may have been faster. */
    private static void place(Path unpacked, Path content) throws IOException {
        try {
            Files.move(unpacked, content, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException there) {
            if (!Files.isDirectory(content)) {
                throw there;
            }
        }
    }

    private static void check(Path file, Digest wanted) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            Digest found = Digest.of(digesting.getMessageDigest().digest());
            if (!found.equals(wanted)) {
                throw new IOException("the archive is another one: its SHA-256 is " + found + " and not " + wanted);
            }
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void left(List<String> left) {
        left.forEach(path -> LOGGER.atWarn().addKeyValue("path", path).log("A part of an archive can't be removed"));
    }

    /** Forgets those that nobody runs any more. */
    void retain(Set<String> digests) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> children = Files.list(directory)) {
            for (Path child :
                    children.filter(path -> isForgotten(path, digests)).toList()) {
                left(Trees.delete(child));
            }
        }
    }

    private static boolean isForgotten(Path child, Set<String> digests) {
        String name = child.getFileName().toString();
        return !name.startsWith(".") && !digests.contains(name);
    }

    @Override
    public void close() {
        fetch.close();
    }
}
