package studio.agent.platform.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.agent.process.Backoff;
import studio.agent.process.Supervised;

/** Processes that an earlier agent started, found to be stopped. */
final class Leftover {

    private static final String ENDING = ".pid";

    private Leftover() {}

    /** Those of that directory. */
    static List<Supervised> of(Path directory, Backoff backoff) throws IOException {
        List<Supervised> found = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return found;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                Supervised process = new Supervised(new Supervised.Start(
                        List.of(),
                        Map.of(),
                        file.getFileName().toString().replace(ENDING, ""),
                        directory,
                        Optional.empty(),
                        backoff,
                        new Supervised.Watcher() {}));
                process.adopt();
                found.add(process);
            }
        }
        return found;
    }
}
