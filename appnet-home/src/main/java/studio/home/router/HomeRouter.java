package studio.home.router;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import studio.agent.boot.RouterSettings;
import studio.agent.certificate.CertificateFiles;
import studio.agent.feed.FeedKeys;
import studio.agent.file.Ports;
import studio.agent.loop.AgentLoop;
import studio.agent.loop.GivenDocuments;
import studio.agent.loop.Pace;
import studio.agent.loop.SiteReport;
import studio.agent.loop.SiteRouter;
import studio.agent.process.RouterCommand;
import studio.agent.process.RouterProcess;
import studio.domain.plan.Item;
import studio.home.config.Address;
import studio.home.holder.Holder;

/**
 * The edge router of one network's home. Through it and the backbone the network's sites reach the home, at an address that nobody but
 * the home may serve; what they say is as secret to routers as it is on the direct way.
 */
final class HomeRouter {

    private static final String SITE = "home";

    private final Holder holder;
    private final RouterProcess process;
    private final AgentLoop agent;
    private final GivenDocuments documents;
    private final Reported reported;

    private HomeRouter(
            Holder holder, RouterProcess process, AgentLoop agent, GivenDocuments documents, Reported reported) {
        this.holder = holder;
        this.process = process;
        this.agent = agent;
        this.documents = documents;
        this.reported = reported;
    }

    /**
     * What a home's router is started with.
     *
     * @param command   the router's program
     * @param path      where the router finds other programs
     * @param directory where its files are
     * @param pace      how often it is looked at
     */
    record Settings(RouterCommand command, String path, Path directory, Pace pace) {}

    /** What its agent said last. */
    private static final class Reported {
        private volatile Optional<SiteReport> last = Optional.empty();
    }

    /** Starts it, or finds the one of an earlier process, for the home that serves there. */
    static HomeRouter start(Vertx vertx, Holder holder, Address feed, Settings settings, Clock clock)
            throws IOException {
        String vanId = holder.uri().network().base32Hex();
        FeedKeys keys = new FeedKeys(settings.directory().resolve("keys"));
        keys.add(holder.ordinal(), holder.above().chain(), holder.above().key());
        RouterSettings ofRouter = new RouterSettings(
                RouterSettings.edgeId(vanId, holder.uri().home()),
                RouterSettings.Mode.EDGE,
                SITE,
                new Ports(settings.directory()).of("router-management", 0),
                settings.directory());
        SiteRouter router = SiteRouter.start(ofRouter, settings.command(), settings.path(), clock);
        RouterMeaning meaning = new RouterMeaning(vanId, feed, keys, holder.ordinal());
        GivenDocuments documents = new GivenDocuments();
        Reported reported = new Reported();
        AgentLoop agent = new AgentLoop(
                vertx,
                new AgentLoop.Site(
                        router.management(),
                        router.boot(),
                        new CertificateFiles(settings.directory().resolve("certificates")),
                        meaning::translate,
                        documents,
                        report -> reported.last = Optional.of(report),
                        feed.host(),
                        settings.pace()),
                clock);
        return new HomeRouter(holder, router.process(), agent, documents, reported);
    }

    /** The home that it is for. */
    Holder holder() {
        return holder;
    }

    /** What the network's links are now. */
    void show(List<Item> links) {
        if (!documents.newest().equals(Optional.of(links))) {
            documents.set(links);
        }
    }

    /** Whether it is connected to the backbone. */
    boolean isLinked() {
        return reported.last
                .filter(report -> report.links().values().stream().anyMatch(SiteReport.LinkState::up))
                .isPresent();
    }

    /** Looks after it no more; it goes on, and whoever starts it next finds it. */
    void leave() {
        agent.close();
        process.abandon();
    }

    /** Ends it. */
    void close() throws IOException {
        agent.close();
        process.close();
    }
}
