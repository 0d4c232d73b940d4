package studio.projection.history;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.projection.config.ProjectionConfig;
import studio.projection.store.DatabaseException;
import studio.projection.store.ProjectorRuntime;
import studio.projection.store.ProjectorState;
import studio.projection.store.Sql;

/** Sees to it that there are snapshots, beside the projector and never in its way. Works where the projector writes. */
@ApplicationScoped
public class SnapshotKeeper {

    private static final Logger LOGGER = LoggerFactory.getLogger(SnapshotKeeper.class);

    private final DataSource database;
    private final ProjectorRuntime projector;
    private final ProjectionConfig.History config;
    private final CountDownLatch stopping = new CountDownLatch(1);

    SnapshotKeeper(DataSource database, ProjectorRuntime projector, ProjectionConfig config) {
        this.database = database;
        this.projector = projector;
        this.config = config.history();
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("snapshots").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void run() {
        try {
            while (!stopping.await(config.snapshotInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                if (projector.state() instanceof ProjectorState.Writing writing && writing.caughtUp()) {
                    make();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make() {
        try (Connection connection = database.getConnection()) {
            new SnapshotMaker(new Sql(connection), config).make(() -> stopping.getCount() == 0);
        } catch (SQLException | DatabaseException e) {
            LOGGER.atWarn().setCause(e).log("no snapshots can be made; the next round tries again");
        } catch (RuntimeException bug) {
            LOGGER.atError().setCause(bug).log("a fault while snapshots were made; the next round tries again");
        }
    }
}
