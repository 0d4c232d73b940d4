package studio.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;

/** A Kafka broker that is its own controller (KRaft). */
public final class KafkaNode extends Node {

    static final String NAME = "kafka";
    private static final String CONTROLLER = "kafka-controller";
    private static final int PORT = 19_092;
    private static final int CONTROLLER_PORT = 19_093;
    private static final int REQUEST_MILLIS = 500;
    private static final int ANSWER_MILLIS = 2_000;

    KafkaNode(Context context) {
        super(NAME, Map.of(NAME, PORT, CONTROLLER, CONTROLLER_PORT), context);
    }

    /** A broker for a test, with its data in {@code directory}. */
    public static KafkaNode start(Path directory) {
        KafkaNode node = new KafkaNode(Context.forTest(directory));
        node.upForTest();
        return node;
    }

    /** Where clients find it. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port();
    }

    @Override
    Launch launch() throws IOException {
        Path properties = data().resolve("server.properties");
        StudioHome.replace(properties, properties());
        Distribution distribution = context().distribution();
        List<String> options = List.of(
                "-Xmx256m",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        JavaProgram program = new JavaProgram(
                "studio.embedded.broker.KafkaBroker",
                distribution.kafka(),
                List.of(distribution.broker(), properties),
                options,
                List.of(properties.toString()),
                Map.of());
        return Launch.java(program, context().archives(NAME));
    }

    private String properties() throws IOException {
        String own = """
                controller.quorum.voters=1@%1$s:%3$d
                listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
                log.dirs=%4$s
                %5$s
                """.formatted(
                        Ports.LOOPBACK,
                        port(),
                        port(CONTROLLER),
                        escaped(data().resolve("log")),
                        context().durability().brokerProperties());
        try (InputStream common = Distribution.resource("broker.properties")) {
            return new String(common.readAllBytes(), StandardCharsets.UTF_8) + own;
        }
    }

    /** As a properties file spells it. */
    private static String escaped(Path path) {
        if (path.toString().contains(",")) {
            throw new NodeException("Kafka can't keep its data in a directory with a comma in its name: " + path);
        }
        return path.toString()
                .chars()
                .mapToObj(c -> c < ' ' || c > '~' || c == '\\' ? "\\u%04x".formatted(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    @Override
    boolean answers() {
        // What was asked too early, while it listens but doesn't answer yet, is soon asked again.
        Map<String, Object> client = Map.of(
                "bootstrap.servers", bootstrapServers(),
                "request.timeout.ms", REQUEST_MILLIS,
                "default.api.timeout.ms", ANSWER_MILLIS);
        try (Admin admin = Admin.create(client)) {
            DescribeClusterResult cluster = admin.describeCluster();
            return cluster.controller().get() != null && !cluster.nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
