package studio.agent.interior;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import studio.agent.boot.RouterSettings;
import studio.agent.certificate.CertificateFiles;
import studio.agent.enrol.Enrolment;
import studio.agent.enrol.EnrolmentFiles;
import studio.agent.feed.Feed;
import studio.agent.loop.Pace;
import studio.agent.process.RouterCommand;
import studio.domain.plan.Item;

/** The interior role whole: a router, the agent that keeps it as its document says, and what it says by the feed. */
public final class InteriorAgent {

    private InteriorAgent() {}

    /**
     * What whoever runs a site says of it.
     *
     * @param command    the router's program
     * @param path       where the router finds other programs
     * @param management the port on loopback where the agent manages the router
     * @param listenHost the address on which the router listens
     * @param publicHost the name by which others reach it; not said if absent
     * @param pace       how often the agent does what
     */
    public record Settings(
            RouterCommand command,
            String path,
            int management,
            String listenHost,
            Optional<String> publicHost,
            Pace pace) {}

    /** Starts the router, or finds the one that runs, and keeps it as the feed's documents say. */
    public static InteriorSite start(
            Vertx vertx, Path directory, Enrolment enrolment, Feed feed, Settings settings, Clock clock)
            throws IOException {
        EnrolmentFiles enrolled = new EnrolmentFiles(directory);
        RouterSettings router = new RouterSettings(
                enrolment.routerId(),
                RouterSettings.Mode.INTERIOR,
                enrolment.site().value(),
                settings.management(),
                directory.resolve("router"));
        CertificateFiles certificates = new CertificateFiles(
                router.directory().resolve("certificates"),
                Optional.of(new CertificateFiles.Enrolled(
                        enrolled.keys().request(EnrolmentFiles.CLAIM),
                        enrolled.keys().key(EnrolmentFiles.CLAIM))));
        Supplier<List<Item>> document = () -> feed.documents().newest().orElse(List.<Item>of());
        InteriorReports reports = new InteriorReports(
                feed,
                settings.publicHost().isPresent(),
                new FirstPlaces(settings.publicHost(), settings.listenHost(), document),
                clock);
        InteriorKeys keys = new InteriorKeys(certificates, enrolled.keys());
        return InteriorSite.start(
                vertx,
                new InteriorSite.Settings(
                        router,
                        certificates,
                        settings.command(),
                        settings.path(),
                        settings.listenHost(),
                        settings.publicHost().orElse("localhost"),
                        settings.pace()),
                feed.documents(),
                keys.before(reports, document),
                clock);
    }
}
