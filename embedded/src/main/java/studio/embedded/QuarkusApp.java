package studio.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Quarkus application in its fast-jar layout, run from one flat class path. Quarkus' own start script loads classes through
 * a loader of its own, which a class data archive cannot hold; flat, an archive halves the start.
 *
 * @param directory the directory with {@code quarkus-run.jar}
 */
record QuarkusApp(Path directory) {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final List<String> OPTIONS = List.of(
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    boolean isBuilt() {
        return Files.exists(directory.resolve("quarkus-run.jar"));
    }

    /** How to start it with more options for its JVM, and the archive of its classes in {@code archives}. */
    Launch launch(List<String> options, Map<String, String> environment, Path archives) {
        List<String> allOptions = new ArrayList<>(OPTIONS);
        allOptions.addAll(options);
        return Launch.java(
                new JavaProgram(
                        "io.quarkus.runner.GeneratedMain", classPath(), ownJars(), allOptions, List.of(), environment),
                archives);
    }

    /** What Quarkus generated comes first: it replaces classes of the libraries. */
    private List<Path> classPath() {
        List<Path> classPath = new ArrayList<>(ownJars());
        classPath.addAll(Distribution.jars(directory.resolve("lib/boot")));
        classPath.addAll(Distribution.jars(directory.resolve("lib/main")));
        return classPath;
    }

    /** The jars that a build of the application changes. */
    private List<Path> ownJars() {
        List<Path> jars = new ArrayList<>(Distribution.jars(directory.resolve("quarkus")));
        jars.addAll(Distribution.jars(directory.resolve("app")));
        return jars;
    }

    /** Whether one that runs says at {@code url} that it is ready. Asked without java.net.http, which takes long to load. */
    static boolean isReady(String url) {
        try {
            URLConnection connection = URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try (InputStream answer = connection.getInputStream()) {
                return answer.read() >= 0;
            }
        } catch (IOException e) {
            return false;
        }
    }
}
