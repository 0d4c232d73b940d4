package studio.home.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is deployed beside the services to watch them: it must name what they export. */
public final class MonitoringFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MonitoringFiles.class);
    private static final Path DEPLOY = Path.of("../deploy");
    private static final Path RULES = DEPLOY.resolve("prometheus/rules/studio.rules.yml");
    private static final Path CONFIG = DEPLOY.resolve("prometheus/prometheus.yml");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern NAME = Pattern.compile("\\bstudio_[a-z0-9_]+");

    private MonitoringFiles() {}

    /** Checks them against what a service on that port answers, and with Prometheus itself where that is there. */
    public static void check(String metrics, int port) throws IOException, InterruptedException {
        Set<String> exported = new TreeSet<>(names(metrics));
        exported.addAll(declaredElsewhere());
        List<String> expressions = new ArrayList<>();
        Set<String> recorded = new TreeSet<>();
        for (JsonNode rule : YAML.readTree(RULES.toFile()).findValues("rules").stream()
                .flatMap(JsonNode::valueStream)
                .toList()) {
            expressions.add(rule.path("expr").asText());
            Optional.of(rule.path("record").asText())
                    .filter(name -> !name.isEmpty())
                    .ifPresent(recorded::add);
        }
        assertThat(expressions)
                .hasSizeGreaterThan(5)
                .allSatisfy(expression -> assertThat(expression).isNotBlank());
        JsonNode dashboard = JSON.readTree(
                DEPLOY.resolve("grafana/dashboards/studio-networks.json").toFile());
        expressions.addAll(dashboard.findValuesAsText("expr"));
        expressions.addAll(dashboard.findValuesAsText("definition"));
        for (String expression : expressions) {
            String rest = expression;
            for (String name : recorded) {
                rest = rest.replace(name, "");
            }
            assertThat(rest).as("a recorded series that no rule records").doesNotContain(":studio_");
            assertThat(exported).as(expression).containsAll(names(rest));
        }
        assertThat(YAML.readTree(CONFIG.toFile()).path("scrape_configs").findValuesAsText("job_name"))
                .contains("studio-homes", "studio-services");
        checkWithPrometheus(port);
    }

    private static Set<String> names(String text) {
        return new TreeSet<>(
                NAME.matcher(text).results().map(MatchResult::group).toList());
    }

    /** The gauges of the certificates' service, as its code names them. */
    private static Set<String> declaredElsewhere() throws IOException {
        String source = Files.readString(
                Path.of("../cert-orchestrator/src/main/java/studio/certificates/process/Metrics.java"));
        return new TreeSet<>(Pattern.compile("\"(studio\\.[a-z.]+[a-z])\"")
                .matcher(source)
                .results()
                .map(match -> match.group(1).replace('.', '_'))
                .toList());
    }

    private static Optional<Path> find(String program) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void checkWithPrometheus(int port) throws IOException, InterruptedException {
        Optional<Path> promtool = find("promtool");
        Optional<Path> prometheus = find("prometheus");
        if (promtool.isEmpty() || prometheus.isEmpty()) {
            LOG.warn("there is no Prometheus on the PATH: its files were read here and not by itself");
            return;
        }
        run(promtool.get(), "check", "config", CONFIG.toString());
        run(
                promtool.get(),
                "test",
                "rules",
                DEPLOY.resolve("prometheus/rules/studio.test.yml").toString());
        scrape(prometheus.get(), port);
    }

    private static void run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** A real one reads the service, as the configuration says but for the address, and works out the rules. */
    private static void scrape(Path prometheus, int port) throws IOException, InterruptedException {
        Path directory =
                Files.createTempDirectory(Path.of("target"), "prometheus").toAbsolutePath();
        Path config = directory.resolve("prometheus.yml");
        Files.writeString(
                config,
                Files.readString(CONFIG)
                        .replace("127.0.0.1:8083", "127.0.0.1:" + port)
                        .replace("scrape_interval: 5s", "scrape_interval: 1s")
                        .replace("evaluation_interval: 15s", "evaluation_interval: 1s")
                        .replace(
                                "rules/studio.rules.yml",
                                RULES.toAbsolutePath().normalize().toString()));
        int own = freePort();
        Process process = new ProcessBuilder(
                        prometheus.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + own)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        try {
            for (String query : List.of(
                    "studio_service_bytes_total{service=\"acme/orders\"}",
                    "network_service:studio_service_bytes:rate1m{service=\"acme/orders\"}")) {
                await().atMost(PATIENCE)
                        .ignoreExceptionsInstanceOf(IOException.class)
                        .untilAsserted(() ->
                                assertThat(query(own, query).at("/data/result")).isNotEmpty());
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static JsonNode query(int port, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/query"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
