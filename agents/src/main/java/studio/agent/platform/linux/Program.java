package studio.agent.platform.linux;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.domain.library.Artifacts.Archive;

/** The program that an archive names. */
final class Program {

    private Program() {}

    /**
     * The words to start it with. It is a file of the archive; a bare word that the archive does not have is looked for where the agent
     * finds programs.
     */
    static List<String> words(Archive archive, Path content, String path) throws IOException {
        List<String> words = new ArrayList<>(archive.command());
        if (words.isEmpty()) {
            throw new IOException("the image names no program");
        }
        String first = words.getFirst();
        Path program = content.resolve(first).normalize();
        if (program.startsWith(content) && Files.isRegularFile(program)) {
            if (!Files.isExecutable(program)) {
                throw new IOException("'" + first + "' in the archive is not executable");
            }
            words.set(0, program.toString());
            return words;
        }
        Optional<Path> elsewhere = first.contains("/") ? Optional.empty() : find(first, path);
        words.set(
                0,
                elsewhere
                        .orElseThrow(() -> new IOException("the archive has no program '" + first + "'"))
                        .toString());
        return words;
    }

    private static Optional<Path> find(String program, String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(each -> !each.isEmpty())
                .map(each -> Path.of(each, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
