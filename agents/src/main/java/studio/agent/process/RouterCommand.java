package studio.agent.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a router is started with; the boot file comes behind it.
 *
 * @param words the program and its first arguments
 */
public record RouterCommand(List<String> words) {

    private static final String PROGRAM = "skrouterd";
    private static final String STAND_IN = "studio.standin.StandInRouterMain";

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

    /** The router on a search path, or the stand-in in the class path of this program. */
    public static RouterCommand choose(String path) {
        return find(path).orElseGet(RouterCommand::standIn);
    }

    private static RouterCommand standIn() {
        return new RouterCommand(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                STAND_IN,
                "-c"));
    }

    /** The router may be started elsewhere than this program. */
    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether it is the stand-in, which is for laptops and tests. */
    public boolean isStandIn() {
        return words.contains(STAND_IN);
    }

    /** All words, for that boot file. */
    List<String> with(Path bootFile) {
        List<String> all = new ArrayList<>(words);
        all.add(bootFile.toAbsolutePath().toString());
        return all;
    }
}
