package studio.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import studio.embedded.KafkaNode;
import studio.embedded.Node;
import studio.embedded.PostgresNode;
import studio.embedded.RegistryNode;

/**
 * Servers as child processes, from the programs that the module {@code embedded} lays out: the same ones as {@code studio up}. Their
 * logs stay under {@code target/servers}, their data does not. A server is known by its directory: Quarkus loads this class anew for each
 * application of a JVM, and what one started the next finds.
 */
final class ChildProcessServers implements ServerSource {

    private static final Path SERVERS =
            Path.of("target", "servers", String.valueOf(ProcessHandle.current().pid()));

    private final Deque<Node> nodes = new ConcurrentLinkedDeque<>();
    private final Map<String, PostgresNode> postgres = new ConcurrentHashMap<>();

    ChildProcessServers() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    @Override
    public KafkaCluster startKafka(String name) {
        KafkaNode kafka = KafkaNode.start(SERVERS.resolve("kafka-" + name));
        nodes.push(kafka);
        return new KafkaCluster(kafka.bootstrapServers());
    }

    @Override
    public PostgresDatabase createDatabase(String name) {
        PostgresNode.Database database = postgres().createDatabase(name);
        return new PostgresDatabase(database.url(), database.name(), database.password());
    }

    @Override
    public SchemaRegistry startRegistry() {
        postgres().createDatabase("registry");
        RegistryNode registry = RegistryNode.start(SERVERS.resolve("registry"), postgres());
        nodes.push(registry);
        return new SchemaRegistry(URI.create(registry.url()));
    }

    private PostgresNode postgres() {
        return postgres.computeIfAbsent("postgres", name -> {
            PostgresNode node = PostgresNode.start(SERVERS.resolve(name));
            nodes.push(node);
            return node;
        });
    }

    /** Ends the last one first: it may need one before it. */
    private void end() {
        nodes.forEach(Node::close);
        if (Files.isDirectory(SERVERS)) {
            files(SERVERS).stream().filter(path -> path.endsWith("data")).forEach(ChildProcessServers::delete);
        }
    }

    private static void delete(Path directory) {
        files(directory).stream().sorted(Comparator.reverseOrder()).forEach(path -> {
            try {
                Files.delete(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
