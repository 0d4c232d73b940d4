package studio.agent.main;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.enrol.Enrolment;
import studio.agent.enrol.EnrolmentFiles;
import studio.agent.feed.SiteFeed;

/** Runs the site of a directory until the process is ended. */
final class Runner {

    private static final Logger LOGGER = LoggerFactory.getLogger(Runner.class);

    private final PlaceOptions place;
    private final PrintWriter out;

    Runner(PlaceOptions place, PrintWriter out) {
        this.place = place;
        this.out = out;
    }

    @SuppressWarnings("try") // It is only held.
    int run() throws IOException, InterruptedException {
        Path directory = place.directory();
        Enrolment enrolment = new EnrolmentFiles(directory)
                .read()
                .orElseThrow(() -> new IOException("no site has joined in " + directory
                        + "; join with what you were given: ./studio join BUNDLE --dir " + directory));
        AgentSettings settings = AgentSettings.of(directory, place.listen(), place.publicHost());
        if (place.isDetached()) {
            return Detached.start(place, out);
        }
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            serve(directory, enrolment, settings);
            return 0;
        } finally {
            lock.close();
        }
    }

    private void serve(Path directory, Enrolment enrolment, AgentSettings settings)
            throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx();
        SiteFeed feed = SiteFeed.start(vertx, directory, enrolment, Clock.systemUTC());
        CountDownLatch ended = new CountDownLatch(1);
        Role role =
                Role.start(new Role.Site(vertx, directory, enrolment, feed, settings, place.path()), ended::countDown);
        CountDownLatch closed = new CountDownLatch(1);
        Thread ending = Thread.ofPlatform().name("end").unstarted(() -> {
            ended.countDown();
            awaitQuietly(closed);
        });
        Runtime.getRuntime().addShutdownHook(ending);
        out.println("Runs " + enrolment.site() + " of " + Words.of(enrolment.role()) + " " + enrolment.parent()
                + "; end it with Ctrl-C.");
        out.flush();
        try {
            ended.await();
        } finally {
            LOGGER.info("the agent ends");
            role.end(place.keepsRouter());
            feed.close();
            vertx.close();
            closed.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
