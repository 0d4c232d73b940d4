package studio.agent.feed;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.enrol.Enrolment;
import studio.agent.loop.Documents;
import studio.feed.client.ClientSession;
import studio.feed.client.Output;
import studio.feed.disk.DecisionFile;
import studio.feed.disk.DocumentFile;
import studio.feed.document.Document;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;
import studio.feed.transport.FeedClient;
import studio.feed.transport.FeedTls;
import studio.schema.feed.ItemMapping;

/**
 * The feed over HTTP/2, with the newest certificate of the site: whenever a newer one is there, a new session takes over with all that the
 * one before it had.
 */
public final class SiteFeed implements Feed {

    private static final Logger LOGGER = LoggerFactory.getLogger(SiteFeed.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Enrolment enrolment;
    private final SiteWays ways;
    private final FeedKeys keys;
    private final Path trust;
    private final DocumentFile documentFile;
    private final KeptDecisions decisions;
    private final Clock clock;
    private final NewestItems items = new NewestItems();
    private final LastWord lastWord = new LastWord();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, ItemStatus> statuses = new TreeMap<>();
    private final Map<String, Frame.Csr> requests = new TreeMap<>();
    private final long timer;
    private Document document;
    private volatile Optional<Connection> connection = Optional.empty();
    private volatile boolean live;
    private volatile Optional<Instant> lastHeard = Optional.empty();
    private volatile boolean routed;

    private SiteFeed(Vertx vertx, Path directory, Enrolment enrolment, Clock clock) throws IOException {
        this.vertx = vertx;
        this.enrolment = enrolment;
        this.clock = clock;
        this.ways = SiteWays.of(directory, enrolment);
        this.keys = new FeedKeys(directory.resolve("keys"));
        this.trust = directory.resolve("root.pem");
        this.documentFile = new DocumentFile(directory.resolve("document"));
        this.decisions = new KeptDecisions(new DecisionFile(directory.resolve("unanswered")));
        this.document = documentFile.read();
        items.show(document);
        this.timer = vertx.setPeriodic(LOOK.toMillis(), tick -> look());
    }

    /**
     * Begins with what is in that directory.
     *
     * @throws IOException if it can't be read, or has no certificate
     */
    public static SiteFeed start(Vertx vertx, Path directory, Enrolment enrolment, Clock clock) throws IOException {
        SiteFeed feed = new SiteFeed(vertx, directory, enrolment, clock);
        feed.connect(feed.keys
                .newest()
                .orElseThrow(() -> new IOException(directory + " has no certificate: join again with the bundle")));
        return feed;
    }

    private void connect(FeedKeys.Held held) throws IOException {
        lock.lock();
        try {
            connection.ifPresent(old -> old.end(vertx));
            ClientSession session = new ClientSession(
                    new ClientSession.Start(
                            UUID.randomUUID().toString(),
                            enrolment.introduction(),
                            document,
                            decisions.pending(),
                            false),
                    ItemMapping::check,
                    RandomGenerator.getDefault());
            session.status(statuses.values(), List.of(), clock.instant());
            requests.values().forEach(session::request);
            FeedTls tls = new FeedTls(held.chain(), held.key(), Files.readString(trust));
            FeedClient client = new FeedClient(
                    vertx,
                    new FeedClient.Target(ways.all(), enrolment.feed().uri(), tls),
                    session,
                    documentFile::write,
                    new Listening(held.ordinal()),
                    clock);
            connection = Optional.of(new Connection(held.ordinal(), client, client.start()));
        } finally {
            lock.unlock();
        }
    }

    /** Hears of one connection; of one that was replaced nothing counts any more. */
    private final class Listening implements FeedClient.Listener {

        private final int ordinal;

        Listening(int ordinal) {
            this.ordinal = ordinal;
        }

        private boolean isCurrent() {
            return connection.filter(current -> current.ordinal() == ordinal).isPresent();
        }

        @Override
        public void changed(Output.Changed changed) {
            lock.lock();
            try {
                if (!isCurrent()) {
                    return;
                }
                document = changed.document();
            } finally {
                lock.unlock();
            }
            LOGGER.atInfo()
                    .addKeyValue("audiences", changed.audiences())
                    .addKeyValue("items", changed.document().merged().size())
                    .log("there is another document");
            items.show(changed.document());
            settle();
        }

        @Override
        public void told(Frame.Down frame) {
            if (frame instanceof Frame.Decided decided) {
                decisions.answered(decided);
            } else if (frame instanceof Frame.Farewell farewell) {
                LOGGER.atWarn().addKeyValue("reason", farewell.reason()).log("this site is removed and cleans up");
                items.farewell(enrolment.site().value());
            } else if (frame instanceof Frame.Refused refused) {
                LOGGER.atWarn()
                        .addKeyValue("problem", refused.problem().slug())
                        .addKeyValue("detail", refused.problem().text())
                        .log("the feed was refused");
            }
        }

        @Override
        public void lost(Throwable reason) {
            LOGGER.atInfo().addKeyValue("reason", reason.toString()).log("there is no feed for now");
        }
    }

    /** What the document does not want any more is not asked for any more. */
    private void settle() {
        List<String> wanted = items.wantedRequests();
        lock.lock();
        try {
            List<String> settled = requests.keySet().stream()
                    .filter(certificate -> !wanted.contains(certificate))
                    .toList();
            settled.forEach(requests::remove);
            connection.ifPresent(current -> current.run(session -> settled.forEach(session::settled)));
        } finally {
            lock.unlock();
        }
    }

    /** Looks whether the other end speaks, and whether there is a newer certificate. */
    private void look() {
        connection.ifPresent(current -> current.run(session -> {
            current.way().ifPresent(this::took);
            live = session.isLive();
            session.lastHeard().ifPresent(heard -> lastHeard = Optional.of(heard));
        }));
        confirm();
        vertx.executeBlocking(
                () -> {
                    renew();
                    return true;
                },
                true);
    }

    private void took(FeedClient.Way way) {
        boolean now = !way.equals(ways.direct());
        if (now != routed) {
            LOGGER.atInfo()
                    .addKeyValue("way", way)
                    .log(now ? "the feed goes through routers" : "the feed goes directly");
            routed = now;
        }
    }

    private void renew() throws IOException {
        Optional<Integer> newest = keys.newestOrdinal();
        boolean news = newest.isPresent()
                && connection
                        .filter(current -> current.ordinal() < newest.get())
                        .isPresent();
        if (news) {
            LOGGER.atInfo().addKeyValue("ordinal", newest.get()).log("the feed goes over to another certificate");
            Optional<FeedKeys.Held> held = keys.newest();
            if (held.isPresent()) {
                connect(held.get());
            }
        }
    }

    private void confirm() {
        if (live && lastWord.isDue(clock.instant())) {
            connection.ifPresent(current -> current.say(new Frame.Cleaned(), lastWord::said));
        }
    }

    @Override
    public Documents documents() {
        return items;
    }

    @Override
    public void status(Collection<ItemStatus> changed, Collection<String> gone) {
        lock.lock();
        try {
            changed.forEach(status -> statuses.put(status.key(), status));
            gone.forEach(statuses::remove);
            List<ItemStatus> told = List.copyOf(changed);
            List<String> left = List.copyOf(gone);
            connection.ifPresent(current -> current.run(session -> session.status(told, left, clock.instant())));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean decide(Frame.Decide decision) {
        boolean kept = decisions.keep(decision);
        if (kept) {
            connection.ifPresent(current -> current.run(session -> session.decide(decision)));
        }
        return kept;
    }

    @Override
    public void onDecided(Consumer<Frame.Decided> listener) {
        decisions.onDecided(listener);
    }

    @Override
    public void request(Frame.Csr csr) {
        lock.lock();
        try {
            if (!csr.equals(requests.put(csr.certificate(), csr))) {
                connection.ifPresent(current -> current.run(session -> session.request(csr)));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flows(Frame.Flows flows) {
        connection.ifPresent(current -> current.flows(flows));
    }

    @Override
    public void cleaned(Runnable said) {
        lastWord.want(said);
    }

    @Override
    public void hurry() {
        connection.ifPresent(current -> current.run(session -> session.hurry(clock.instant())));
    }

    @Override
    public boolean isRouted() {
        return routed;
    }

    @Override
    public boolean isLive() {
        return live;
    }

    @Override
    public Optional<Instant> lastHeard() {
        return lastHeard;
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
        lock.lock();
        try {
            connection.ifPresent(current -> current.end(vertx));
            connection = Optional.empty();
            live = false;
        } finally {
            lock.unlock();
        }
    }
}
