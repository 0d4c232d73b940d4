package studio.projection.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.projection.config.DatabaseConfig;
import studio.projection.config.KafkaConfig;
import studio.projection.testing.EventStream;
import studio.projection.testing.Service;
import studio.projection.testing.Settings;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;

/** Reads from an instance that does not write, while another does. */
@QuarkusTest
@QuarkusTestResource(
        value = StudioServers.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "studio.projection.writer.enabled", value = "false"))
class StandbyIT {

    private static final Service SERVICE = new Service();
    private static Optional<Projector> other = Optional.empty();

    @Inject
    KafkaConfig kafka;

    @Inject
    DatabaseConfig database;

    /** The other instance. */
    @BeforeEach
    void startOther() {
        if (other.isEmpty()) {
            Projector.Settings settings = new Projector.Settings(
                    kafka, database, Tables.SCHEMA, Settings.defaults().writer());
            Projector projector = new Projector(settings, new Silence(), new SimpleMeterRegistry());
            Thread.ofPlatform().start(projector);
            other = Optional.of(projector);
            SERVICE.tenants().user("audrey", Set.of(Role.AUDITOR)).backbone("acme", Owners.user(Name.of("audrey")));
            SERVICE.append();
        }
    }

    @AfterAll
    static void stopOther() {
        other.ifPresent(Projector::stop);
    }

    private static final class Silence implements CommitListener {
        @Override
        public void began(Map<TopicPartition, Long> positions) {}

        @Override
        public void committed(Fold batch) {}

        @Override
        public void ended() {}
    }

    @Test
    void shouldWaitForWhatAnotherInstanceWrites() {
        for (int i = 0; i < 5; i++) {
            SERVICE.relocate("acme", 1);
            int events = SERVICE.history().of(Stories.backbone("acme")).size();
            SERVICE.as("audrey")
                    .get("/api/v1/backbones/acme/sites/east")
                    .then()
                    .statusCode(200)
                    .body("location", is("room " + (events - 1)));
        }
        SERVICE.as("audrey").get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void shouldTellWatchersWhatAnotherInstanceWrites() throws Exception {
        SERVICE.as("audrey").get("/api/v1/me").then().statusCode(200);
        try (EventStream stream = Service.watch("audrey", Optional.empty())) {
            stream.next();

            SERVICE.relocate("acme", 3);

            List<String> names = Stream.generate(stream::nextEntry)
                    .limit(3)
                    .map(EventStream.Event::name)
                    .toList();
            assertThat(names).containsOnly("entry");
        }
    }
}
