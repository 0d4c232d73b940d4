package studio.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file with the classes of a program as the JVM wants them. The JVM writes it when it ends, if it isn't there; it ignores
 * one that was made from other jars, and writes no new one in its place.
 *
 * @param file where it is, or will be
 */
record ClassArchive(Path file) {

    private static final String OPTION = "-XX:SharedArchiveFile=";
    private static final int NAME_LENGTH = 16;

    /** The archive made from these very jars; those made from others in {@code directory} are deleted. */
    static ClassArchive in(Path directory, List<Path> jars) {
        try {
            MessageDigest digest = Launch.sha256();
            for (Path jar : jars) {
                String made = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar) + "\n";
                digest.update(made.getBytes(StandardCharsets.UTF_8));
            }
            String name = HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
            ClassArchive archive = new ClassArchive(directory.resolve(name + ".jsa"));
            archive.deleteOthers();
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteOthers() throws IOException {
        try (Stream<Path> files = Files.list(StudioHome.createParent(file))) {
            for (Path other : files.filter(each -> !each.equals(file)).toList()) {
                Files.deleteIfExists(other);
            }
        }
    }

    /** Options of the JVM. */
    List<String> options() {
        return List.of(OPTION + file, "-XX:+AutoCreateSharedArchive", "-Xlog:cds*=off");
    }

    /** Whether an argument names an archive, which says nothing about what a program does. */
    static boolean isNamedBy(String argument) {
        return argument.startsWith(OPTION);
    }
}
