package studio.testkit.tidy;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of the project that are under version control or would be.
 *
 * @param root  the project
 * @param paths the files, relative to it
 */
record TrackedFiles(Path root, List<Path> paths) {

    /** Those of the project that the current directory is in. */
    static TrackedFiles find() throws IOException {
        Path root = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve(".mvn")))
                .findFirst()
                .orElseThrow();
        Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .directory(root.toFile())
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<Path> paths = Arrays.stream(names.split("\0", -1))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(path -> Files.isRegularFile(root.resolve(path)))
                .toList();
        return new TrackedFiles(root, paths);
    }

    /** Those whose names end like this. */
    List<Path> ending(String suffix) {
        return paths.stream().filter(path -> path.toString().endsWith(suffix)).toList();
    }

    boolean exists(Path path) {
        return Files.exists(root.resolve(path));
    }

    /** The file's text, unless it is no text. */
    Optional<String> text(Path path) {
        try {
            return Optional.of(Files.readString(root.resolve(path)));
        } catch (MalformedInputException binary) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(path + " cannot be read", e);
        }
    }
}
