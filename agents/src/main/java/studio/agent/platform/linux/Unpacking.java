package studio.agent.platform.linux;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Unpacks an archive (zip, or tar plain or packed with gzip or bzip2) below a directory and nowhere else. What leads out of it, is no
 * file, directory or link within it, or is too much is refused, and with it the archive.
 */
final class Unpacking {

    private static final int OWNER_EXECUTES = 0100;
    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final LinuxLimits limits;
    private long bytes;
    private int entries;

    private Unpacking(Path root, LinuxLimits limits) {
        this.root = root;
        this.limits = limits;
    }

    /** Unpacks it into that directory, which is there and empty. */
    static void unpack(Path archive, Path root, LinuxLimits limits) throws IOException {
        Unpacking unpacking = new Unpacking(root.toRealPath(), limits);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive), BUFFER)) {
            in.mark(BUFFER);
            byte[] head = in.readNBytes(3);
            in.reset();
            if (GzipCompressorInputStream.matches(head, head.length)) {
                unpacking.tar(GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .get());
            } else if (BZip2CompressorInputStream.matches(head, head.length)) {
                unpacking.tar(new BZip2CompressorInputStream(in, true));
            } else if (kind(in).equals(Optional.of(ArchiveStreamFactory.TAR))) {
                unpacking.tar(in);
            } else if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
                unpacking.zip(archive);
            } else {
                throw new IOException("the archive is neither zip nor tar, plain or packed with gzip or bzip2");
            }
        }
    }

    private static Optional<String> kind(InputStream in) {
        try {
            return Optional.of(ArchiveStreamFactory.detect(in));
        } catch (ArchiveException unknown) {
            return Optional.empty();
        }
    }

    private void tar(InputStream packed) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(packed)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isSymbolicLink()) {
                    link(entry.getName(), entry.getLinkName());
                } else if (entry.isDirectory()) {
                    directory(entry.getName());
                } else if (entry.isFile() && !entry.isLink()) {
                    file(entry.getName(), tar, entry.getMode());
                } else {
                    throw new IOException(
                            "the archive has '" + entry.getName() + "', which is no file, directory or link");
                }
            }
        }
    }

    private void zip(Path archive) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            Enumeration<ZipArchiveEntry> all = zip.getEntries();
            while (all.hasMoreElements()) {
                ZipArchiveEntry entry = all.nextElement();
                if (entry.isUnixSymlink()) {
                    link(entry.getName(), zip.getUnixSymlink(entry));
                } else if (entry.isDirectory()) {
                    directory(entry.getName());
                } else {
                    try (InputStream content = zip.getInputStream(entry)) {
                        file(entry.getName(), content, entry.getUnixMode());
                    }
                }
            }
        }
    }

    private void directory(String name) throws IOException {
        Files.createDirectories(inside(name));
    }

    private void file(String name, InputStream content, int mode) throws IOException {
        Path target = inside(name);
        try (OutputStream out =
                Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > limits.unpackedBytes()) {
                    throw new IOException("the archive has more than " + limits.unpackedBytes() + " bytes in it");
                }
                out.write(buffer, 0, read);
            }
        }
        if ((mode & OWNER_EXECUTES) != 0 && !target.toFile().setExecutable(true)) {
            throw new IOException("'" + name + "' can't be made executable");
        }
    }

    private void link(String name, String to) throws IOException {
        Path target = inside(name);
        Path parent = Optional.ofNullable(target.getParent()).orElse(root);
        Path goal = path(to);
        if (goal.isAbsolute() || !parent.resolve(goal).normalize().startsWith(root)) {
            throw new IOException("the archive has a link '" + name + "' that leads out of it");
        }
        Files.createSymbolicLink(target, goal);
    }

    /** Where an entry goes: below the root, also when links of the archive are followed on the way. */
    private Path inside(String name) throws IOException {
        entries++;
        if (entries > limits.entries()) {
            throw new IOException("the archive has more than " + limits.entries() + " entries");
        }
        Path target = root.resolve(path(name)).normalize();
        if (path(name).isAbsolute() || !target.startsWith(root)) {
            throw new IOException("the archive has '" + name + "', which leads out of it");
        }
        if (target.equals(root)) {
            return root;
        }
        Path parent = Optional.ofNullable(target.getParent()).orElse(root);
        Path there = parent;
        while (!Files.exists(there)) {
            there = Optional.ofNullable(there.getParent()).orElse(root);
        }
        if (!there.toRealPath().startsWith(root)) {
            throw new IOException("the archive has '" + name + "', which leads out of it");
        }
        Files.createDirectories(parent);
        return target;
    }

    private static Path path(String name) throws IOException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IOException("the archive has a name that no file can have", e);
        }
    }
}
