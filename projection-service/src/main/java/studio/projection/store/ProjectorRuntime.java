package studio.projection.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.projection.config.DatabaseConfig;
import studio.projection.config.KafkaConfig;
import studio.projection.config.ProjectionConfig;

/** Starts this instance's projector with the service, and ends it with the service. */
@ApplicationScoped
public class ProjectorRuntime {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProjectorRuntime.class);
    private static final long STOP_MILLIS = 5_000;

    private final Projector projector;
    private final Optional<Thread> thread;

    ProjectorRuntime(
            KafkaConfig kafka,
            DatabaseConfig database,
            ProjectionConfig config,
            Announcements announcements,
            MeterRegistry registry) {
        Projector.Settings settings = new Projector.Settings(kafka, database, Tables.SCHEMA, config.writer());
        this.projector = new Projector(settings, announcements, registry);
        this.thread = config.writer().enabled() ? Optional.of(new Thread(projector, "projector")) : Optional.empty();
    }

    void start(@Observes StartupEvent event) {
        thread.ifPresent(Thread::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        projector.stop();
        if (thread.isPresent()) {
            thread.get().join(STOP_MILLIS);
            if (thread.get().isAlive()) {
                LOGGER.atWarn().addKeyValue("timeoutMs", STOP_MILLIS).log("the projector did not end in time");
            }
        }
    }

    /** What the projector does at the moment. */
    public ProjectorState state() {
        return thread.isPresent() ? projector.state() : new ProjectorState.Off();
    }
}
