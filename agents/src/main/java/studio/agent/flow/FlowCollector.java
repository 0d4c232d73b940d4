package studio.agent.flow;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.amqp.ManagementOptions;
import studio.agent.amqp.ManagementSession;
import studio.agent.amqp.Received;
import studio.agent.feed.Feed;
import studio.feed.frame.FlowReport;
import studio.feed.frame.Frame;
import studio.schema.feed.FlowCodec;

/**
 * Listens to the own router's flow records, on a connection of its own so that many of them don't hold up management, and tells the home
 * what has changed: at most once a second.
 */
public final class FlowCollector implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(FlowCollector.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration CONNECT_AGAIN = Duration.ofSeconds(3);

    /** A home that began anew learns everything after so long, even if it was not noticed that it did. */
    private static final Duration TELL_ALL = Duration.ofSeconds(60);

    private static final String BEACONS = "mc/sfe.all";
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9:_-]{1,64}");

    /** A router at the edge hears none but itself; the others are counted for safety. */
    private static final int MAX_SOURCES = 8;

    private final Vertx vertx;
    private final ManagementOptions management;
    private final Feed feed;
    private final Clock clock;
    private final Ledger ledger;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Source> sources = new HashMap<>();
    private final long timer;
    private Optional<ManagementSession> session = Optional.empty();
    private boolean connecting;
    private boolean closed;
    private boolean wasLive;
    private Instant connectAt = Instant.MIN;
    private Instant told;
    private Instant toldAll = Instant.MIN;

    /** Begins to listen to the router that is managed so. */
    public FlowCollector(Vertx vertx, ManagementOptions management, Feed feed, Clock clock) {
        this.vertx = vertx;
        this.management = management;
        this.feed = feed;
        this.clock = clock;
        this.told = clock.instant();
        this.ledger = new Ledger(UUID.randomUUID().toString(), told);
        this.timer = vertx.setPeriodic(LOOK.toMillis(), tick -> look());
    }

    private void look() {
        Instant now = clock.instant();
        Optional<Frame.Flows> frame;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (session.isEmpty() && !connecting && !now.isBefore(connectAt)) {
                connect();
            }
            frame = frame(now);
        } finally {
            lock.unlock();
        }
        frame.ifPresent(feed::flows);
    }

    /** What is to be told now, if the home is there and anything is new. */
    private Optional<Frame.Flows> frame(Instant now) {
        boolean live = feed.isLive();
        if (live && (!wasLive || !now.isBefore(toldAll.plus(TELL_ALL)))) {
            ledger.tellAll();
            toldAll = now;
        }
        wasLive = live;
        Optional<FlowReport> report = live ? ledger.take() : Optional.empty();
        Instant from = told;
        if (report.isPresent()) {
            told = now;
        }
        return report.map(news -> new Frame.Flows(from, now, FlowCodec.encode(news)));
    }

    private void connect() {
        connecting = true;
        var unused = ManagementSession.connect(vertx, management).whenComplete((connected, failure) -> {
            lock.lock();
            try {
                connecting = false;
                connectAt = clock.instant().plus(CONNECT_AGAIN);
                if (failure == null && closed) {
                    connected.close();
                } else if (failure == null) {
                    listen(connected);
                }
            } finally {
                lock.unlock();
            }
        });
    }

    private void listen(ManagementSession connected) {
        session = Optional.of(connected);
        connected.onEnd(() -> ended(connected));
        String own = String.valueOf(connected.router().get("id"));
        connected.receive(BEACONS, beacon -> {
            Object id = beacon.properties().get("id");
            if (beacon.subject().equals("BEACON") && id instanceof String source) {
                found(connected, source, own);
            }
        });
    }

    private void ended(ManagementSession gone) {
        lock.lock();
        try {
            if (session.filter(gone::equals).isPresent()) {
                session = Optional.empty();
                sources.clear();
                ledger.ended();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A router that was not heard before may be the own one; its name is not taken for an address before it was looked at. */
    private void found(ManagementSession connected, String id, String own) {
        Source source;
        lock.lock();
        try {
            boolean known = sources.containsKey(id) || sources.values().stream().anyMatch(Source::isOwn);
            if (known || sources.size() >= MAX_SOURCES || !SOURCE.matcher(id).matches()) {
                return;
            }
            source = new Source(ledger, own);
            sources.put(id, source);
        } finally {
            lock.unlock();
        }
        LOGGER.atDebug().addKeyValue("source", id).log("a router tells of itself");
        connected.receive("mc/sfe." + id, message -> hear(connected, id, source, message));
        connected.receive("mc/sfe." + id + ".flows", message -> hear(connected, id, source, message));
    }

    private void hear(ManagementSession connected, String id, Source source, Received message) {
        lock.lock();
        try {
            if (message.subject().equals("HEARTBEAT") && source.asks()) {
                connected.tell("sfe." + id, "FLUSH");
            } else if (message.subject().equals("RECORD")) {
                source.take(FlowRecord.read(message.body()), clock.instant());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends it. */
    @Override
    public void close() {
        vertx.cancelTimer(timer);
        lock.lock();
        try {
            closed = true;
            session.ifPresent(ManagementSession::close);
            session = Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
