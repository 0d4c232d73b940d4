package studio.system;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/** Which router sites run: the stand-in; in the profile {@code skrouterd} the one on the PATH, without which tests are skipped. */
final class Routers {

    private static final String PROGRAM = "skrouterd";

    private Routers() {}

    /** What an agent is told of it. */
    static List<String> options() {
        List<String> places = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .filter(place -> !place.isEmpty())
                .toList();
        boolean real = System.getProperty("studio.router", "standin").equals(PROGRAM);
        if (real && places.stream().noneMatch(Routers::hasRouter)) {
            throw new TestAbortedException(PROGRAM + " is not on the PATH");
        }
        String path = places.stream()
                .filter(place -> real || !hasRouter(place))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("--path", path);
    }

    private static boolean hasRouter(String place) {
        return Files.isExecutable(Path.of(place, PROGRAM));
    }
}
