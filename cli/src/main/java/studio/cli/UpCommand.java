package studio.cli;

import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.embedded.Durability;
import studio.embedded.Installation;

@Command(
        name = "up",
        description = {
            "Starts what doesn't run, and returns when all of it answers.",
            "",
            "Everything listens on 127.0.0.1 only and keeps running when this command or terminal ends. A part that runs"
                    + " stays as it is, unless it was built or asked for differently since: then it is started anew. A port"
                    + " that is in use is replaced by the next free one, unless it was asked for; ports are remembered."
                    + " Variables STUDIO_* and QUARKUS_* are passed on to Studio's services.%n"
        })
final class UpCommand implements Runnable {

    @Mixin
    private HomeOptions home;

    private final Map<String, Integer> ports = new HashMap<>();

    @Option(names = "--port", paramLabel = "PORT", description = "Where people and programs reach Studio.")
    void publicPort(int port) {
        ports.put(Installation.PUBLIC_SERVICE, port);
    }

    @Option(names = "--command-port", paramLabel = "PORT", description = "The service behind it that takes commands.")
    void commandPort(int port) {
        ports.put("command-service", port);
    }

    @Option(names = "--certificates-port", paramLabel = "PORT", description = "The service that signs certificates.")
    void certificatesPort(int port) {
        ports.put("cert-orchestrator", port);
    }

    @Option(
            names = "--homes-port",
            paramLabel = "PORT",
            description = "The homes of networks: their interface for people.")
    void homesPort(int port) {
        ports.put("appnet-home", port);
    }

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "The broker.")
    void kafkaPort(int port) {
        ports.put("kafka", port);
    }

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "The database.")
    void postgresPort(int port) {
        ports.put("postgres", port);
    }

    @Option(names = "--registry-port", paramLabel = "PORT", description = "The schema registry.")
    void registryPort(int port) {
        ports.put("registry", port);
    }

    @Option(
            names = "--sync",
            negatable = true,
            description =
                    "Wait for the disk before a change is acknowledged, so that a power cut loses nothing; without, it"
                            + " can lose the last second or two. The end of a process never loses anything. Remembered.")
    private Optional<Boolean> sync = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long each part may take to answer (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    @Override
    public void run() {
        BiConsumer<String, String> progress = home.progress();
        Optional<Durability> durability = sync.map(all -> all ? Durability.EVERYTHING : Durability.ALL_BUT_SECONDS);
        Installation installation =
                home.installation(new Installation.Options(ports, durability, passedOn()), progress);
        installation.up(Duration.ofSeconds(timeoutSeconds));
        progress.accept("studio", "is up: " + installation.url());
        if (Files.exists(installation.administratorPassword())) {
            progress.accept(
                    "studio", "has its first administrator's password in " + installation.administratorPassword());
        }
    }

    private static Map<String, String> passedOn() {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("STUDIO_")
                        || variable.getKey().startsWith("QUARKUS_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
