package studio.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.embedded.Distribution;
import studio.embedded.Durability;
import studio.embedded.Installation;
import studio.embedded.NodeStatus;
import studio.embedded.StudioHome;

/** An installation of its own for a test, on free ports, as {@code ./studio up} makes one. */
final class StudioSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Object SHARING = new Object();
    private static Optional<StudioSystem> shared = Optional.empty();

    private final Path directory;
    private final Distribution distribution = Distribution.find();
    private final Installation installation;
    private Optional<ApiClient> administrator = Optional.empty();

    private StudioSystem(Path directory) {
        this.directory = directory;
        StudioHome home = new StudioHome(directory, Path.of("target/cache"));
        Installation.Options options = new Installation.Options(Map.of(), Optional.of(Durability.NOTHING), Map.of());
        installation = new Installation(home, distribution, options, (node, message) -> {});
    }

    /** One installation for all tests that bring their own tenants and leave others alone; it ends with the tests. */
    static StudioSystem shared() {
        synchronized (SHARING) {
            if (shared.isEmpty()) {
                StudioSystem system = new StudioSystem(temporary());
                Runtime.getRuntime().addShutdownHook(new Thread(system::close));
                system.heal();
                shared = Optional.of(system);
            }
            return shared.get();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "data").toAbsolutePath()), "studio-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StudioSystem start(Path directory) {
        StudioSystem system = new StudioSystem(directory);
        system.heal();
        return system;
    }

    /** Starts whatever does not run. */
    void heal() {
        installation.up(PATIENCE);
    }

    /** Kills a process as a crash would. */
    void kill(String node) {
        ProcessHandle process = installation.status().stream()
                .filter(status -> status.name().equals(node))
                .flatMap(status -> status.process().stream())
                .flatMap(running -> ProcessHandle.of(running.pid()).stream())
                .findFirst()
                .orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    List<String> nodes() {
        return installation.status().stream().map(NodeStatus::name).toList();
    }

    /** Where people and programs reach it. */
    String url() {
        return installation.url();
    }

    /** Where the project is that it was built from. */
    Path project() {
        return distribution.project();
    }

    ApiClient api() {
        return new ApiClient(URI.create(url()));
    }

    /** Where the topics are. */
    String bootstrapServers() {
        return installation.bootstrapServers();
    }

    /** A client with the authority of the first administrator. */
    synchronized ApiClient administrator() {
        if (administrator.isEmpty()) {
            administrator = Optional.of(api().signIn("admin", administratorPassword()));
        }
        return administrator.get();
    }

    /** The password of the first administrator, who is {@code admin}. */
    String administratorPassword() {
        try {
            return Files.readString(directory.resolve("data/command-service/admin-password"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command of {@code ./studio} about this installation's processes and files. */
    Ran studio(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", directory.toString()));
        return cli(all.toArray(String[]::new));
    }

    /** Runs a command of {@code ./studio}, as a person who has signed in nowhere but in this test. */
    Ran cli(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(distribution.project().resolve("studio").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("STUDIO_CONTEXTS", directory.resolve("contexts.json").toString());
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.onExit().join().exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        installation.down(Duration.ofSeconds(20));
    }

    /**
     * What a command did.
     *
     * @param exitCode its exit code
     * @param output   what it printed
     */
    record Ran(int exitCode, String output) {}
}
