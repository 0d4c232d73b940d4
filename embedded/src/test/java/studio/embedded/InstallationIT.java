package studio.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.embedded.Installation.Options;
import studio.embedded.NodeStatus.State;

class InstallationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PORTS = List.of(
            "feed",
            "kafka",
            "kafka-controller",
            "postgres",
            "registry",
            "registry-management",
            "command-service",
            "projection-service",
            "cert-orchestrator",
            "appnet-home");
    private static final TopicPartition TOPIC = new TopicPartition("kept", 0);

    @TempDir
    private Path directory;

    private StandInProject project;

    @BeforeEach
    void build() throws IOException {
        project = StandInProject.in(Files.createDirectory(directory.resolve("a project")));
        project.build("command-service", "1");
        Ports ports = Ports.forTest(home().ports());
        PORTS.forEach(name -> ports.choose(name, 0, Map.of()));
    }

    @AfterEach
    void end() {
        installation(Options.NONE).down(PATIENCE);
    }

    @Test
    void shouldKeepEverythingWhenEveryProcessIsKilled() throws Exception {
        // Given
        installation(Options.NONE).up(PATIENCE);
        writeEverywhere();

        // When
        processes().values().forEach(Node::kill);
        Map<String, State> killed = states();
        installation(Options.NONE).up(PATIENCE);

        // Then
        assertThat(killed)
                .containsEntry("kafka", State.CRASHED)
                .containsEntry("postgres", State.CRASHED)
                .containsEntry("registry", State.CRASHED)
                .containsEntry("command-service", State.CRASHED)
                .containsEntry("projection-service", State.NOT_BUILT);
        assertThat(recordInKafka()).isEqualTo("record");
        assertThat(rowInPostgres()).isEqualTo("row");
        assertThat(schemaInRegistry()).contains("\"int\"");
    }

    @Test
    void shouldStartAnewOnlyWhatChanged() throws Exception {
        // Given
        installation(Options.NONE).up(PATIENCE);
        Map<String, ProcessHandle> before = processes();

        // When
        project.build("command-service", "2");
        Options options = new Options(Map.of(), Optional.empty(), Map.of("STUDIO_GREETING", "hello"));
        installation(options).up(PATIENCE);

        // Then
        Map<String, ProcessHandle> after = processes();
        assertThat(after.get("command-service")).isNotEqualTo(before.remove("command-service"));
        assertThat(after).containsAllEntriesOf(before);
        Map<String, Integer> ports = ports();
        assertThat(get("http://127.0.0.1:" + ports.get("command-service") + "/environment"))
                .contains("STUDIO_GREETING=hello")
                .contains("STUDIO_KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:" + ports.get("kafka"))
                .contains("STUDIO_DATABASE_URL=postgresql://127.0.0.1:" + ports.get("postgres") + "/studio")
                .contains("STUDIO_REGISTRY_URL=http://127.0.0.1:" + ports.get("registry") + "/apis/registry/v3")
                .contains("STUDIO_COMMAND_URL=http://127.0.0.1:" + ports.get("command-service"))
                .doesNotContain("MAVEN");
    }

    @Test
    void shouldSayWhatFailedGoOnFromThereAndLeaveNothingBehind() throws IOException {
        // Given
        Path occupied = home().data("kafka");
        Files.createDirectories(occupied.getParent());
        Files.writeString(occupied, "not a directory");
        assertThatThrownBy(() -> installation(Options.NONE).up(PATIENCE))
                .isInstanceOf(NodeException.class)
                .hasMessageContaining("kafka: ")
                .hasMessageContaining("command-service waited in vain for kafka");
        Files.delete(occupied);
        installation(Options.NONE).up(PATIENCE);
        Map<String, ProcessHandle> processes = processes();

        // When
        installation(Options.NONE).reset(PATIENCE);

        // Then
        assertThat(processes).containsOnlyKeys("kafka", "postgres", "registry", "command-service");
        assertThat(processes.values()).noneMatch(ProcessRecord::isAlive);
        assertThat(home().root()).isEmptyDirectory();
    }

    private void writeEverywhere() throws Exception {
        String kafka = installation(Options.NONE).bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka));
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1)))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(TOPIC.topic(), "record")).get();
        }
        try (Connection connection = database()) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 'row' AS value");
        }
        String schema = """
                {"artifactId": "kept", "artifactType": "AVRO", "firstVersion":
                 {"content": {"content": "\\"int\\"", "contentType": "application/json"}}}""";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(artifacts()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(schema));
        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    private String recordInKafka() {
        Map<String, Object> client =
                Map.of("bootstrap.servers", installation(Options.NONE).bootstrapServers());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            ConsumerRecords<String, String> records = consumer.poll(PATIENCE);
            return records.iterator().next().value();
        }
    }

    private String rowInPostgres() throws SQLException {
        try (Connection connection = database();
                ResultSet row = connection.createStatement().executeQuery("SELECT value FROM kept")) {
            row.next();
            return row.getString("value");
        }
    }

    private String schemaInRegistry() throws Exception {
        return get(artifacts() + "/kept/versions/branch=latest/content");
    }

    private String artifacts() {
        return "http://127.0.0.1:" + ports().get("registry") + "/apis/registry/v3/groups/default/artifacts";
    }

    private Connection database() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + ports().get("postgres") + "/studio";
        return DriverManager.getConnection(url, "studio", home().secret("postgres-studio"));
    }

    private static String get(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url))).body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private Map<String, State> states() {
        return installation(Options.NONE).status().stream()
                .collect(Collectors.toMap(NodeStatus::name, NodeStatus::state));
    }

    private Map<String, Integer> ports() {
        return running(NodeStatus.Running::port);
    }

    private Map<String, ProcessHandle> processes() {
        return running(process -> ProcessHandle.of(process.pid()).orElseThrow());
    }

    private <T> Map<String, T> running(Function<NodeStatus.Running, T> property) {
        return installation(Options.NONE).status().stream()
                .filter(status -> status.process().isPresent())
                .collect(Collectors.toMap(
                        NodeStatus::name,
                        status -> property.apply(status.process().orElseThrow())));
    }

    /** As each command makes it anew. */
    private Installation installation(Options options) {
        return new Installation(home(), project.distribution(), options, (node, message) -> {});
    }

    private StudioHome home() {
        return new StudioHome(directory.resolve("a home"), Distribution.find().cache());
    }
}
