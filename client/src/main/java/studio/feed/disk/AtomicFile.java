package studio.feed.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that always holds what was last written as a whole: a crash, a kill or a full disk leaves what was there before. It begins
 * with what it is and in which version, and with the hash of what follows, so that a disk that lies is found out.
 */
final class AtomicFile {

    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
    private static final byte[] MAGIC = "studiofeed1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_SIZE = 32;
    private static final int HEADER = MAGIC.length + HASH_SIZE;
    private static final long MAX_SIZE = 1L << 30;

    private final Path file;
    private final Path next;
    private final Disk disk;

    AtomicFile(Path file, Disk disk) {
        this.file = file.toAbsolutePath();
        this.next = this.file.resolveSibling(file.getFileName() + ".next");
        this.disk = disk;
    }

    /** Replaces the content; if that fails, what was there before is still there. */
    void write(byte[] content) throws IOException {
        try {
            disk.write(
                    next,
                    ByteBuffer.allocate(HEADER + content.length)
                            .put(MAGIC)
                            .put(hash(content))
                            .put(content)
                            .flip());
            disk.replace(file, next);
            disk.force(directory());
        } catch (IOException e) {
            // A disk that is full needs the room.
            Files.deleteIfExists(next);
            throw e;
        }
    }

    private Path directory() {
        return Optional.ofNullable(file.getParent()).orElseThrow();
    }

    /** The content, if there is a file and it is whole; one that is not is put aside for people to look at. */
    Optional<byte[]> read() throws IOException {
        byte[] bytes;
        try {
            if (Files.size(file) > MAX_SIZE) {
                return aside("it has more than " + MAX_SIZE + " bytes");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (bytes.length < HEADER || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            return aside("it does not begin as files of this version do");
        }
        byte[] content = Arrays.copyOfRange(bytes, HEADER, bytes.length);
        return Arrays.equals(hash(content), Arrays.copyOfRange(bytes, MAGIC.length, HEADER))
                ? Optional.of(content)
                : aside("its hash is another one");
    }

    /** Puts the file where nobody reads it again. */
    Optional<byte[]> aside(String reason) throws IOException {
        Path damaged = file.resolveSibling(file.getFileName() + ".damaged");
        Files.move(file, damaged, StandardCopyOption.REPLACE_EXISTING);
        LOG.atWarn()
                .addKeyValue("file", file)
                .addKeyValue("reason", reason)
                .addKeyValue("kept", damaged)
                .log("a file is damaged and was put aside");
        return Optional.empty();
    }

    private static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
