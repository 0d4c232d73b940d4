package studio.schema.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.schema.Schemas;

/** What the client makes of the answers that a real registry seldom gives. */
class ApicurioClientTest {

    private static final String SITE = Schemas.EVENTS + "InteriorSiteReady";
    private static final Answer REGISTERED = new Answer(200, "{\"version\": {\"version\": \"1\", \"contentId\": 42}}");

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;

    private record Answer(int status, String body) {}

    ApicurioClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            Answer answer = answers.remove();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (OutputStream response = exchange.getResponseBody()) {
                response.write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldTryAgainWhileTheRegistryIsNotReady() {
        // Given
        answers.addAll(List.of(new Answer(503, "starting"), new Answer(500, "starting"), REGISTERED));

        // When
        int id = register(Duration.ofSeconds(30));

        // Then
        assertThat(id).isEqualTo(42);
        assertThat(answers).isEmpty();
    }

    @Test
    void shouldFindWhatSomebodyElseRegisteredAtTheSameMoment() {
        // Given
        answers.addAll(List.of(new Answer(409, "{}"), REGISTERED));

        // Then
        assertThat(register(Duration.ZERO)).isEqualTo(42);
    }

    @Test
    void shouldSayWhyTheRegistryRefuses() {
        // Given
        answers.add(new Answer(400, "{\"name\": \"RuleViolationException\"}"));

        // Then
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> register(Duration.ofSeconds(30)))
                .withMessageContaining("version 1 of " + SITE)
                .withMessageContaining("RuleViolationException");
    }

    @Test
    void shouldRejectAnAnswerThatIsNoRegistrys() {
        // Given
        answers.add(new Answer(200, "<html>"));

        // Then
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> register(Duration.ZERO));
    }

    @Test
    void shouldGiveUpWhenNobodyAnswers() {
        // Given
        URI registry = registry();
        server.stop(0);

        // Then
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> SchemaRegistration.register(registry, Duration.ZERO))
                .withMessageContaining(registry.toString());
    }

    private int register(Duration patience) {
        try (ApicurioClient client = new ApicurioClient(registry(), patience)) {
            return client.register(Schemas.latest(SITE), 1);
        }
    }

    private URI registry() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/apis/registry/v3");
    }
}
