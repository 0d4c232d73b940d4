package studio.agent.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.TestRouter;
import studio.agent.boot.RouterSettings.Mode;

class ManagementSessionIT {

    private static final String TCP_CONNECTOR = "io.skupper.router.tcpConnector";

    @TempDir
    static Path directory;

    private static final Vertx VERTX = Vertx.vertx();
    private static TestRouter router;
    private static ManagementSession session;

    @BeforeAll
    static void start() throws IOException {
        router = TestRouter.start("session", Mode.INTERIOR, directory, VERTX);
        session = router.connect();
    }

    @AfterAll
    static void stop() throws IOException {
        session.close();
        router.close();
        VERTX.close();
    }

    @Test
    void shouldMakeShowAndRemove() {
        Map<String, Object> values = Map.of("address", "a", "host", "127.0.0.1", "port", "7001");

        assertThat(session.ask(Request.create(TCP_CONNECTOR, "studio-c", values)))
                .isInstanceOfSatisfying(
                        Answer.Success.class,
                        success -> assertThat(success.code()).isEqualTo(201));
        assertThat(session.ask(Request.read(TCP_CONNECTOR, "studio-c")).isSuccess())
                .isTrue();
        assertThat(session.ask(Request.create(TCP_CONNECTOR, "studio-c", values)))
                .isInstanceOfSatisfying(
                        Answer.Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(400));
        assertThat(session.ask(Request.delete(TCP_CONNECTOR, "studio-c")).isSuccess())
                .isTrue();
        assertThat(session.ask(Request.delete(TCP_CONNECTOR, "studio-c")))
                .isInstanceOfSatisfying(
                        Answer.Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(404));
    }

    @Test
    void shouldReadColumnsByName() {
        Query query = new Query("io.skupper.router.listener", List.of("port", "name", "role"));

        assertThat(query.ask(session, Target.LOCAL))
                .isInstanceOfSatisfying(
                        Query.Rows.Found.class,
                        found -> assertThat(found.rows())
                                .anySatisfy(row -> assertThat(row)
                                        .containsEntry("name", "agent-management")
                                        .containsEntry("role", "normal")
                                        .containsEntry(
                                                "port",
                                                String.valueOf(router.settings().management()))));
    }

    @Test
    void shouldReadAllPages() {
        String type = "io.skupper.router.router.config.address";
        List<CompletableFuture<Answer>> made = IntStream.range(0, 1_100)
                .mapToObj(number ->
                        session.send(Request.create(type, "studio-a" + number, Map.of("prefix", "p" + number))))
                .toList();
        made.forEach(CompletableFuture::join);

        assertThat(new Query(type, List.of("name", "prefix")).ask(session, Target.LOCAL))
                .isInstanceOfSatisfying(
                        Query.Rows.Found.class,
                        found -> assertThat(found.rows())
                                .extracting(row -> row.get("name"))
                                .contains("studio-a0", "studio-a1099")
                                .doesNotHaveDuplicates());
    }

    @Test
    void shouldNotWaitForARouterThatIsNotThere() throws IOException {
        ManagementOptions.Limits hurried =
                new ManagementOptions.Limits(Duration.ofSeconds(5), Duration.ofMillis(300), 10, 10);
        ManagementOptions options =
                new ManagementOptions(router.options().place(), router.options().tls(), hurried);
        try (ManagementSession impatient =
                ManagementSession.connect(VERTX, options).join()) {
            Request request = Request.query("io.skupper.router.router", List.of());

            assertThat(impatient.ask(request.at(Target.interior("nosuch"))))
                    .isInstanceOfSatisfying(Answer.NoAnswer.class, none -> {
                        assertThat(none.cause()).isEqualTo(Answer.Cause.NO_ROUTE);
                        assertThat(none.mayHaveHappened()).isFalse();
                    });
        }
    }

    @Test
    void shouldSayWhatTheRouterIs() {
        assertThat(session.router()).containsEntry("id", "session").containsKey("version");
    }

    @Test
    void shouldReadBeaconsWhoseKeysAreSymbols() throws Exception {
        CompletableFuture<Received> beacon = new CompletableFuture<>();

        session.receive("mc/sfe.all", beacon::complete);

        Received received = beacon.get(20, TimeUnit.SECONDS);
        assertThat(received.subject()).isEqualTo("BEACON");
        assertThat(received.properties()).containsKeys("id", "address", "direct");
    }
}
