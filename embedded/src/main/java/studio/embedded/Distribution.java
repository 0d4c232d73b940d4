package studio.embedded;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs that nodes run, as the build of the project at {@code project} left them.
 *
 * @param project the root of the project
 */
public record Distribution(Path project) {

    private static final String DIRECTORY = "embedded/target/distribution";
    private static final Properties VERSIONED = versioned();
    private static final int OWNER_EXECUTES = 0100;

    /** The distribution of the project that the current directory is in. */
    public static Distribution find() {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, path -> path != null, Path::getParent)
                .filter(path -> Files.isDirectory(path.resolve(DIRECTORY)))
                .findFirst()
                .map(Distribution::new)
                .orElseThrow(() -> new IllegalStateException("no " + DIRECTORY + " in " + start
                        + " or above: build it with 'mvn -Dquick -pl embedded process-classes'"));
    }

    /** The jar that only the broker's process needs: it begins there. */
    Path broker() {
        return jars(directory("kafka")).getFirst();
    }

    /** The broker's class path. */
    List<Path> kafka() {
        Path file = directory("kafka").resolve("classpath");
        try {
            Stream<Path> published = Stream.of(Files.readString(file).strip().split(File.pathSeparator))
                    .map(Path::of);
            return Stream.concat(Stream.of(broker()), published).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema registry. */
    QuarkusApp registry() {
        return new QuarkusApp(directory("registry"));
    }

    /** A service of ours. */
    QuarkusApp service(String module) {
        return new QuarkusApp(project.resolve(module).resolve("target/quarkus-app"));
    }

    /** Where tests share what makes starting fast. */
    Path cache() {
        return project.resolve(DIRECTORY).resolve("cache");
    }

    /** PostgreSQL's programs, unpacked below {@code cache} by whoever needs them first. */
    Path postgres(Path cache) {
        Path archives = directory("postgres");
        Path unpacked = cache.resolve(archives.getFileName());
        if (!Files.isDirectory(unpacked)) {
            unpack(files(archives, ".txz").getFirst(), unpacked);
        }
        return unpacked;
    }

    /** The jars in a directory, in the same order each time: a class data archive is valid for one order. */
    static List<Path> jars(Path directory) {
        return files(directory, ".jar");
    }

    private static List<Path> files(Path directory, String ending) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties versioned() {
        Properties versioned = new Properties();
        try (InputStream input = resource("distribution.properties")) {
            versioned.load(input);
            return versioned;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file beside this class. */
    static InputStream resource(String name) {
        return Objects.requireNonNull(Distribution.class.getResourceAsStream(name));
    }

    /** An earlier version may lie beside. */
    private Path directory(String program) {
        return project.resolve(DIRECTORY).resolve(VERSIONED.getProperty(program));
    }

    /** Unpacks beside the target and moves, so that whoever sees the target sees all of it. */
    private static void unpack(Path archive, Path target) {
        try {
            Path draft = Files.createTempDirectory(StudioHome.createParent(target), "draft");
            try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, draft);
                }
            }
            try {
                Files.move(draft, target);
            } catch (FileAlreadyExistsException e) {
                StudioHome.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path directory) throws IOException {
        Path path = directory.resolve(entry.getName()).normalize();
        if (!path.startsWith(directory)) {
            throw new IOException("archive entry " + entry.getName() + " points out of the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            if ((entry.getMode() & OWNER_EXECUTES) != 0) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
