package studio.agent.member;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import studio.agent.boot.BootFile;
import studio.agent.boot.RouterSettings;
import studio.agent.certificate.CertificateFiles;
import studio.agent.decide.DecisionFile;
import studio.agent.enrol.Enrolment;
import studio.agent.feed.Feed;
import studio.agent.file.AtomicFiles;
import studio.agent.file.Ports;
import studio.agent.file.Trees;
import studio.agent.flow.FlowCollector;
import studio.agent.loop.AgentLoop;
import studio.agent.loop.GivenDocuments;
import studio.agent.loop.SiteRouter;
import studio.agent.platform.Observed;
import studio.agent.platform.Platform;
import studio.agent.platform.linux.LinuxHost;
import studio.agent.process.RouterProcess;
import studio.agent.router.TcpListener;
import studio.domain.kernel.EntityKey;
import studio.domain.network.Ref;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;

/** A member site on one machine: an edge router, the processes that its participant accepted, and the agent that keeps both. */
public final class MemberSite implements AutoCloseable {

    private static final String LOOPBACK_NAME = "localhost";

    private final Enrolment enrolment;
    private final Path directory;
    private final Feed feed;
    private final MemberSettings settings;
    private final SiteKeys keys;
    private final Participant participant;
    private final Platform platform;
    private final RouterProcess router;
    private final AgentLoop agent;
    private final FlowCollector flows;
    private final int apiPort;
    private final MemberLoop loop;
    private final AtomicBoolean said = new AtomicBoolean();
    private final AtomicBoolean clean = new AtomicBoolean();
    private final List<Runnable> leavers = new CopyOnWriteArrayList<>();

    private MemberSite(
            Vertx vertx, Path directory, Enrolment enrolment, Feed feed, MemberSettings settings, Clock clock)
            throws IOException {
        this.enrolment = enrolment;
        this.directory = AtomicFiles.directory(directory);
        this.feed = feed;
        this.settings = settings;
        this.apiPort = new Ports(directory).of("console", settings.port());
        this.keys = new SiteKeys(directory.resolve("keys"));
        this.participant = Participant.open(
                new DecisionFile(decided(), keys), keys, feed, clock, enrolment.siteUid(), settings.stated());
        this.platform = LinuxHost.open(
                new Ref(enrolment.site(), enrolment.siteUid()), processes(), settings.path(), settings.limits());
        RouterSettings ofRouter = new RouterSettings(
                enrolment.routerId(),
                RouterSettings.Mode.EDGE,
                enrolment.site().value(),
                new Ports(directory).of("router-management", 0),
                directory.resolve("router"));
        SiteRouter started = SiteRouter.start(ofRouter, settings.command(), settings.path(), clock);
        this.router = started.process();
        GivenDocuments toRouter = new GivenDocuments();
        this.loop = new MemberLoop(
                new MemberLoop.Parts(
                        feed,
                        participant,
                        platform,
                        toRouter,
                        this::cleanUp,
                        enrolment.routerId(),
                        firstLinks(started.boot(), enrolment)),
                settings.links(),
                clock);
        int feedPort = new Ports(directory).ofFeed();
        Optional<TcpListener> feedEntrance = enrolment.vanId().map(vanId -> MemberTranslator.feed(vanId, feedPort));
        this.agent = new AgentLoop(
                vertx,
                new AgentLoop.Site(
                        started.management(),
                        started.boot(),
                        new CertificateFiles(ofRouter.directory().resolve("certificates")),
                        (items, files) -> MemberTranslator.translate(items, feedEntrance, keys, platform, files),
                        toRouter,
                        loop::report,
                        LOOPBACK_NAME,
                        settings.pace()),
                clock);
        this.flows = new FlowCollector(vertx, started.management(), feed, clock);
    }

    /**
     * Starts router and agent, or finds what an earlier agent left running, and goes on from the last good document. What people see of it
     * and decide is served by {@code SiteApi}.
     */
    public static MemberSite start(
            Vertx vertx, Path directory, Enrolment enrolment, Feed feed, MemberSettings settings, Clock clock)
            throws IOException {
        return new MemberSite(vertx, directory, enrolment, feed, settings, clock);
    }

    /** Those of the claim, by which the first document comes; a router that had more than links had a document. */
    private static List<Item> firstLinks(BootFile boot, Enrolment enrolment) {
        boolean isNew = boot.applied().stream().allMatch(MemberTranslator::isOfUplink);
        Cause joining = new Cause(new EntityKey("site", enrolment.site().value()), 0);
        return enrolment.links().stream()
                .filter(link -> isNew)
                .map(link -> Item.of("link/" + link.attachment(), link, joining))
                .toList();
    }

    private Path decided() {
        return directory.resolve("decided.json");
    }

    private Path processes() {
        return directory.resolve("processes");
    }

    /** Who the site is. */
    public Enrolment enrolment() {
        return enrolment;
    }

    /** Where everything of it is. */
    public Path directory() {
        return directory;
    }

    /** What it was started with. */
    public MemberSettings settings() {
        return settings;
    }

    /** Its router's process. */
    public RouterProcess router() {
        return router;
    }

    /** The port of its API on loopback. */
    public int apiPort() {
        return apiPort;
    }

    /** What people see of it, once a document has come. */
    public Optional<MemberView> view() {
        return loop.view();
    }

    /** What can be decided. */
    public Choices choices() {
        return new Choices(this, participant);
    }

    /** What can be wrong with it. */
    public Doctor doctor(Clock clock) {
        return new Doctor(this, feed, keys, clock);
    }

    /** The last lines that a process printed; nothing if there is no such process. */
    public Optional<List<String>> log(String endpoint, int lines) {
        return platform.observe().stream()
                .map(Observed::endpoint)
                .filter(known -> known.name().value().equals(endpoint))
                .findFirst()
                .map(known -> platform.log(known.name(), lines));
    }

    /** Tells that something of the view changed: what it was and what it is. */
    public void onChange(Runnable status, Runnable changes, Runnable components) {
        loop.watch((before, now) -> {
            if (before.map(MemberView::changes).filter(now.changes()::equals).isEmpty()) {
                changes.run();
            }
            if (before.map(MemberView::components)
                    .filter(now.components()::equals)
                    .isEmpty()) {
                components.run();
            }
            status.run();
        });
    }

    /** Tells that nothing of the network is here any more. */
    public void onLeft(Runnable left) {
        leavers.add(left);
    }

    void wake() {
        loop.wake();
    }

    /** Whatever is left is tried again as long as the site is to go; it is said once that it is gone. */
    private List<String> cleanUp() {
        if (clean.get()) {
            return List.of();
        }
        List<String> left = new ArrayList<>();
        platform.observe()
                .forEach(observed ->
                        left.addAll(platform.remove(observed.endpoint().name())));
        if (!left.isEmpty()) {
            return left;
        }
        if (feed.isRouted() && !said.get()) {
            // With the router the way would go on which it is said.
            feed.cleaned(() -> said.set(true));
            return List.of();
        }
        try {
            flows.close();
            agent.close();
            router.close();
        } catch (IOException e) {
            return List.of("the router: " + e);
        }
        left.addAll(Trees.delete(processes()));
        left.addAll(Trees.delete(directory.resolve("router")));
        left.addAll(Trees.delete(decided()));
        if (left.isEmpty() && clean.compareAndSet(false, true)) {
            feed.cleaned(() -> leavers.forEach(Runnable::run));
        }
        return left;
    }

    /** Ends the agent alone: router and processes go on, and the next agent finds them. */
    public void leave() {
        loop.close();
        flows.close();
        agent.close();
        router.abandon();
        platform.close();
    }

    /** Ends the agent and its router; processes and all that is on the disk are as if the machine were switched off. */
    @Override
    public void close() {
        loop.close();
        flows.close();
        agent.close();
        try {
            platform.observe()
                    .forEach(observed -> platform.stop(observed.endpoint().name()));
            router.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            platform.close();
        }
    }
}
