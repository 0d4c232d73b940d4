package studio.projection.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import studio.projection.testing.History;
import studio.projection.testing.Schema;
import studio.projection.testing.Settings;
import studio.projection.testing.TestLog;

/** A broker with an empty log, a database with empty tables, and projectors between them that end with the test. */
abstract class ProjectorWorld {

    final History history = new History();
    private final List<Running> running = new ArrayList<>();
    TestLog log;
    Schema schema;

    record Running(Projector projector, Thread thread) {
        void stop() throws InterruptedException {
            projector.stop();
            thread.join();
        }
    }

    @BeforeEach
    void setUp() throws Exception {
        log = TestLog.fresh();
        schema = Schema.create();
    }

    @AfterEach
    void tearDown() throws InterruptedException {
        for (Running each : running) {
            each.stop();
        }
        log.close();
    }

    Running start(Schema into) {
        Projector.Settings settings = new Projector.Settings(
                log::bootstrapServers,
                into.config(),
                into.name(),
                Settings.defaults().writer());
        Projector projector = new Projector(settings, new Silence(), new SimpleMeterRegistry());
        Running started = new Running(projector, Thread.ofPlatform().start(projector));
        running.add(started);
        return started;
    }

    private static final class Silence implements CommitListener {
        @Override
        public void began(Map<TopicPartition, Long> positions) {}

        @Override
        public void committed(Fold batch) {}

        @Override
        public void ended() {}
    }

    void awaitAll(Schema in) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(heads(in)).isEqualTo(expectedHeads()));
    }

    private List<String> heads(Schema in) throws SQLException {
        return in.texts("SELECT stream || '@' || revision || ' ' || hash FROM streams ORDER BY stream");
    }

    private List<String> expectedHeads() {
        return history.streams().stream()
                .map(stream -> history.of(stream).getLast().meta())
                .map(meta -> meta.stream() + "@" + meta.revision() + " " + meta.hash())
                .toList();
    }

    long refusals(List<History.Told> told) {
        return told.stream().filter(each -> !each.outcome().accepted()).count();
    }

    void awaitRefusals(Schema in, long count) {
        await().untilAsserted(() -> assertThat(in.texts("SELECT count(*) FROM audit WHERE outcome = 'refused'"))
                .containsExactly(String.valueOf(count)));
    }

    int expectedEvents() {
        return history.streams().stream()
                .mapToInt(stream -> history.of(stream).size())
                .sum();
    }

    static List<String> stops(Running projector) {
        return projector.projector().state() instanceof ProjectorState.Writing writing ? writing.stops() : List.of();
    }
}
