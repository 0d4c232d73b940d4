package studio.agent.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a router is started with; the boot file comes behind it.
 *
 * @param words the program and its first arguments
 */
public record RouterCommand(List<String> words) {

    private static final String PROGRAM = "skrouterd";

    /** Keeps its own copy. */
    public RouterCommand {
        words = List.copyOf(words);
    }

    /** The router on a search path such as the environment's PATH, if there is one. */
    public static Optional<RouterCommand> find(String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new RouterCommand(List.of(program.toString(), "-c")));
    }

    /** All words, for that boot file. */
    List<String> with(Path bootFile) {
        List<String> all = new ArrayList<>(words);
        all.add(bootFile.toAbsolutePath().toString());
        return all;
    }
}
