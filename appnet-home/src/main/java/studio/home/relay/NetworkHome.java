package studio.home.relay;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.plan.Item;
import studio.feed.client.ClientSession;
import studio.feed.client.Output;
import studio.feed.document.Document;
import studio.feed.document.Shelf;
import studio.feed.frame.Frame;
import studio.feed.frame.Problem;
import studio.feed.relay.RelaySource;
import studio.feed.source.Subject;
import studio.feed.transport.Directory.Place;
import studio.feed.transport.FeedClient;
import studio.feed.transport.FeedServer;
import studio.home.config.Address;
import studio.home.holder.Holder;
import studio.home.router.HomeRouters;
import studio.home.traffic.Traffic;
import studio.schema.feed.FlowCodec;
import studio.schema.feed.FrameCodec;

/**
 * The home of one network. What its sites are to have it gets from the centre, keeps on the disk and serves, whether the centre is there
 * or not; what they say goes up. All of it but the connection to the centre happens on the event loop of its server.
 */
public final class NetworkHome {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkHome.class);
    private static final String SITE = "site/";
    private static final long TICK_MILLIS = 1_000;
    private static final int ASKED_AT_ONCE = 100;

    /** Traffic changes all the time: those who look are told of it less often. */
    private static final int TRAFFIC_TICKS = 3;

    private final Vertx vertx;
    private final Holder holder;
    private final Settings settings;
    private final Clock clock;
    private final DocumentCache cache;
    private final Counters counters;
    private final RelaySource relay;
    private final SiteBoard board;
    private final FeedServer server;
    private final List<Long> timers = new ArrayList<>();
    private volatile Document document;
    private volatile List<Item> links;
    private volatile Optional<FeedClient> client = Optional.empty();
    private volatile Upstream upstream = new Upstream(false, Optional.empty());
    private volatile boolean dismissed;
    private final Traffic traffic;
    private volatile Stand stand = new Stand(0, 0, 0);
    private List<Frame.Up> left = List.of();
    private boolean telling;
    private long ticks;

    /**
     * How a home runs.
     *
     * @param directory     where it keeps the document
     * @param feedServer    where the centre is
     * @param feedService   the component of the Service Home that the centre must be
     * @param listen        where it serves its sites
     * @param reachedAt     where sites reach it, whose port is that on which it serves
     * @param limits        how much it takes
     * @param cacheInterval how often at most the document is written
     */
    public record Settings(
            Path directory,
            Address feedServer,
            String feedService,
            Address listen,
            String reachedAt,
            Limits limits,
            Duration cacheInterval) {}

    /**
     * How much a home takes.
     *
     * @param sessions          sites at a time
     * @param sessionsPerSecond sessions that may begin in a second
     * @param sessionsAtOnce    sessions that may begin at once
     * @param framesPerSecond   frames that are passed on in a second
     */
    public record Limits(int sessions, int sessionsPerSecond, int sessionsAtOnce, int framesPerSecond) {}

    /**
     * How it is with the centre.
     *
     * @param live    whether it has spoken in the present session
     * @param refused why the last session was refused, if it was
     */
    public record Upstream(boolean live, Optional<Problem> refused) {}

    /**
     * Counts what changes for those who look at the network.
     *
     * @param topology  sites, documents and how items do
     * @param decisions how items do
     * @param traffic   what goes through the network
     */
    public record Stand(long topology, long decisions, long traffic) {}

    /** A home with what it kept, not yet serving. */
    public NetworkHome(Vertx vertx, Holder holder, Settings settings, Counters counters, Clock clock)
            throws IOException {
        this.vertx = vertx;
        this.holder = holder;
        this.settings = settings;
        this.clock = clock;
        this.counters = counters;
        this.cache = new DocumentCache(settings.directory());
        this.document = cache.read();
        this.links = HomeRouters.links(document);
        this.relay = new RelaySource(document);
        this.traffic = new Traffic(clock.instant());
        this.board = new SiteBoard(settings.limits().sessions());
        this.server = new FeedServer(
                vertx,
                holder.below(),
                new FeedServer.Settings(
                        settings.listen().host(),
                        settings.listen().port(),
                        settings.limits().sessionsPerSecond(),
                        settings.limits().sessionsAtOnce(),
                        settings.limits().sessions()),
                uri -> holder.uri().site(uri).map(this::place),
                this::told,
                clock);
    }

    private Place place(String site) {
        return new Place(relay.source(), new Subject.Site(site));
    }

    /** Serves the sites, then asks the centre; fails if the port is not free. */
    public Future<Void> start() {
        board.assume(sites(document), clock.instant());
        return server.start().compose(port -> {
            FeedClient upper = client(port);
            client = Optional.of(upper);
            timers.add(vertx.setPeriodic(TICK_MILLIS, timer -> server.run(this::tick)));
            timers.add(vertx.setPeriodic(
                    settings.cacheInterval().toMillis(),
                    timer -> vertx.executeBlocking(
                            () -> {
                                cache.flush();
                                return true;
                            },
                            true)));
            return upper.start().mapEmpty();
        });
    }

    /** Ends it; what it kept stays. */
    public Future<Void> close() {
        timers.forEach(vertx::cancelTimer);
        timers.clear();
        return client.map(FeedClient::close).orElseGet(Future::succeededFuture).eventually(server::close);
    }

    /** Writes what is not written yet; on a thread that may wait, after the end. */
    void flush() {
        cache.flush();
    }

    private FeedClient client(int port) {
        ClientSession session = new ClientSession(
                new ClientSession.Start(
                        UUID.randomUUID().toString(),
                        Set.of("at=" + new Address(settings.reachedAt(), port)),
                        document,
                        List.of(),
                        true),
                // Items are for the sites to look at: a home passes on what it need not understand.
                item -> Optional.empty(),
                new SecureRandom());
        FeedClient.Target target = new FeedClient.Target(
                settings.feedServer().host(),
                settings.feedServer().port(),
                holder.uri().service(settings.feedService()),
                holder.above());
        return new FeedClient(vertx, target, session, cache::keep, new Above(), clock);
    }

    /** What the centre says, on the event loop of its connection. */
    private final class Above implements FeedClient.Listener {

        @Override
        public void changed(Output.Changed changed) {
            server.run(() -> change(changed));
        }

        @Override
        public void told(Frame.Down frame) {
            if (frame instanceof Frame.ToSite toSite) {
                server.run(() -> answer(toSite));
            } else if (frame instanceof Frame.Refused refused) {
                upstream = new Upstream(false, Optional.of(refused.problem()));
                counters.refused(refused.problem().slug());
            } else if (frame instanceof Frame.Farewell) {
                dismissed = true;
            }
        }

        @Override
        public void lost(Throwable reason) {
            upstream = new Upstream(false, upstream.refused());
            server.run(() -> board.doubt(clock.instant()));
        }
    }

    private void change(Output.Changed changed) {
        document = changed.document();
        Set<String> audiences = relay.apply(changed, clock.instant());
        changed.audiences().stream()
                .filter(audience -> audience.startsWith(SITE) && !isSite(document, audience))
                .forEach(this::forget);
        server.changed(relay.source(), audiences);
        if (changed.audiences().stream().anyMatch(HomeRouters::hasLinks)) {
            links = HomeRouters.links(document);
        }
        stand = new Stand(stand.topology() + 1, stand.decisions(), stand.traffic());
    }

    private void forget(String site) {
        board.forget(site);
        traffic.forget(site);
    }

    /** Only what is for a site as such is passed on; the rest of its feed is the home's own. */
    private void answer(Frame.ToSite toSite) {
        try {
            byte[] bytes = new byte[toSite.frame().remaining()];
            toSite.frame().duplicate().get(bytes);
            Frame.Down frame = FrameCodec.decodeDown(bytes);
            if (frame instanceof Frame.Decided || frame instanceof Frame.Certificate) {
                server.answer(place(toSite.site()), frame);
                counters.down();
            }
        } catch (IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("site", toSite.site())
                    .addKeyValue("reason", e.getMessage())
                    .log("the centre says something to a site that can't be read");
        }
    }

    /** A site said something. */
    private void told(Place place, Frame.Up frame) {
        if (place.subject() instanceof Subject.Site site) {
            Instant now = clock.instant();
            if (!board.told(site.audience(), frame, now)) {
                counters.dropped();
            } else if (frame instanceof Frame.Flows flows) {
                flows(site.audience(), flows, now);
            }
        }
    }

    /** Traffic stays here: the centre is told nothing of it. */
    private void flows(String site, Frame.Flows flows, Instant now) {
        try {
            boolean taken = traffic.take(site, FlowCodec.decode(flows.summaries()), now);
            counters.flows(taken ? Counters.Report.TAKEN : Counters.Report.TOO_OFTEN);
        } catch (IllegalArgumentException e) {
            counters.flows(Counters.Report.UNREADABLE);
            LOG.atDebug()
                    .addKeyValue("site", site)
                    .addKeyValue("reason", e.getMessage())
                    .log("a site tells of its traffic what can't be read");
        }
    }

    private void tick() {
        Instant now = clock.instant();
        long before = board.statusChanges();
        boolean presence = board.tick(now);
        traffic.tick(now);
        board.ask(ASKED_AT_ONCE)
                .forEach(site -> server.answer(place(site), new Frame.Resync(Frame.Resync.Reason.STATUS)));
        client.ifPresent(upper -> {
            upper.run(session -> upstream =
                    new Upstream(session.isLive(), session.isLive() ? Optional.empty() : upstream.refused()));
            tell(upper, now);
        });
        if (presence || before != stand.decisions()) {
            stand = new Stand(stand.topology() + 1, before, stand.traffic());
        }
        ticks++;
        if (ticks % TRAFFIC_TICKS == 0 && traffic.changes() != stand.traffic()) {
            stand = new Stand(stand.topology(), stand.decisions(), traffic.changes());
        }
    }

    /** One batch at a time: what there was no room for comes first in the next one. */
    private void tell(FeedClient upper, Instant now) {
        if (telling || !upstream.live()) {
            return;
        }
        List<Frame.Up> batch = new ArrayList<>(left);
        if (batch.isEmpty()) {
            batch.addAll(board.take(now, settings.limits().framesPerSecond()));
        }
        if (!batch.isEmpty()) {
            telling = true;
            int size = batch.size();
            upper.say(
                    batch,
                    unsaid -> server.run(() -> {
                        left = unsaid;
                        telling = false;
                        counters.up(size - unsaid.size());
                    }));
        }
    }

    /** Whom it serves, and how. */
    public Holder holder() {
        return holder;
    }

    /** Where it serves its sites. */
    public Address listen() {
        return settings.listen();
    }

    /** How the sites of its invitations connect to the backbone; so can it. */
    List<Item> links() {
        return links;
    }

    /** Whether the centre has said that the network is gone, or has another home. */
    boolean isDismissed() {
        return dismissed;
    }

    /** How it is with the centre. */
    public Upstream upstream() {
        return upstream;
    }

    /** What changed for those who look. */
    public Stand stand() {
        return stand;
    }

    /** Looks at what it holds, on its event loop. */
    public <T> Future<T> look(Function<Look, T> question) {
        Promise<T> answer = Promise.promise();
        server.run(() -> {
            try {
                answer.complete(question.apply(new Look(document, board, server.sessions(), traffic)));
            } catch (RuntimeException e) {
                answer.fail(e);
            }
        });
        return answer.future();
    }

    /** The audiences of the sites that a document has. */
    static List<String> sites(Document document) {
        return document.shelves().keySet().stream()
                .filter(audience -> audience.startsWith(SITE) && isSite(document, audience))
                .sorted()
                .toList();
    }

    private static boolean isSite(Document document, String audience) {
        return Optional.ofNullable(document.shelves().get(audience))
                .map(Shelf::head)
                .filter(head -> !head.document().isEmpty())
                .isPresent();
    }
}
