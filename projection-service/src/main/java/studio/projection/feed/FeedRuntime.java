package studio.projection.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backbone.trust.Keeper;
import studio.domain.certificate.CertificateCommand.AcknowledgeCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.feed.source.Subject;
import studio.feed.transport.HeldKeys;
import studio.projection.config.FeedConfig;
import studio.projection.config.HoldersConfig;
import studio.projection.config.KafkaConfig;
import studio.projection.config.RegistryConfig;
import studio.projection.feed.CentreFeed.Serving;
import studio.schema.Topic;
import studio.schema.registry.SchemaIds;
import studio.schema.registry.SchemaRegistration;
import studio.streams.TopicFollower;

/** Starts, watches and stops the feed. */
@ApplicationScoped
public class FeedRuntime {

    private static final Logger LOGGER = LoggerFactory.getLogger(FeedRuntime.class);
    private static final int BEFORE_OTHERS = 100;
    private static final long TICK_MILLIS = 250;

    /** Outcomes of decisions that were given just before. */
    private static final long OUTCOMES_AGAIN = 1_000;

    private final KafkaConfig kafka;
    private final RegistryConfig registry;
    private final FeedConfig config;
    private final HoldersConfig holders;
    private final Vertx vertx;
    private final Clock clock = Clock.systemUTC();
    private final Statuses statuses;
    private final RevokedCertificates revoked;
    private final Awaited awaited;
    private final TopicFollower statusFollower;
    private final TopicFollower outcomeFollower;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("feed-uplink").daemon().factory());
    private volatile Optional<CentreFeed> feed = Optional.empty();
    private volatile Optional<TopicFollower> desiredFollower = Optional.empty();
    private volatile Optional<UplinkWriter> writer = Optional.empty();
    private boolean writing;

    FeedRuntime(
            KafkaConfig kafka,
            RegistryConfig registry,
            FeedConfig config,
            HoldersConfig holders,
            Vertx vertx,
            Statuses statuses,
            RevokedCertificates revoked,
            MeterRegistry metrics) {
        this.kafka = kafka;
        this.registry = registry;
        this.config = config;
        this.holders = holders;
        this.vertx = vertx;
        this.statuses = statuses;
        this.revoked = revoked;
        this.awaited = new Awaited(
                config.waitingLimit(), (place, frame) -> serving().ifPresent(there -> there.tell(place, frame)));
        this.statusFollower = follower(
                "feed-statuses",
                Topic.STATUS,
                OptionalLong.empty(),
                records -> records.forEach(record -> statuses.read(record).ifPresent(this::noted)));
        this.outcomeFollower = follower(
                "feed-outcomes",
                Topic.OUTCOMES,
                OptionalLong.of(OUTCOMES_AGAIN),
                records -> records.forEach(awaited::decided));
        metrics.gauge("studio.feed.sessions", this, FeedRuntime::sessions);
    }

    private TopicFollower follower(String name, Topic topic, OptionalLong last, TopicFollower.Listener listener) {
        return new TopicFollower(
                new TopicFollower.Settings(kafka.bootstrapServers(), name, topic, last, config.reconnectPause()),
                listener);
    }

    synchronized void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        statusFollower.start();
        holders.directory().ifPresent(directory -> {
            CentreFeed centre = new CentreFeed(
                    new CentreFeed.Surroundings(
                            vertx,
                            new HeldKeys(directory),
                            clock,
                            statuses,
                            revoked,
                            statusFollower::isCaughtUp,
                            this::begun),
                    config);
            feed = Optional.of(centre);
            TopicFollower follower = follower("feed-desired", Topic.DESIRED, OptionalLong.empty(), centre);
            desiredFollower = Optional.of(follower);
            outcomeFollower.start();
            follower.start();
        });
    }

    /** The server listens; what it hears is written from now on. */
    private void begun(Serving there) {
        vertx.setPeriodic(TICK_MILLIS, tick -> there.server().run(() -> write(there)));
        there.server().run(() -> expect(there));
    }

    /** Those that this instance served when it ended come back, or are lost. */
    private void expect(Serving there) {
        Instant now = clock.instant();
        statuses.all().stream()
                .filter(last -> last.writer().equals(config.instanceId()))
                .forEach(last -> there.directory().source(last.stream()).ifPresent(source -> {
                    Subject.Site interior = FeedDirectory.interior(last.site().toString());
                    if (source.home().filter(last.site()::equals).isPresent()) {
                        there.uplink().presences().expect(source, new Subject.Home(), now);
                    } else if (source.has(interior)) {
                        there.uplink().presences().expect(source, interior, now);
                    }
                }));
    }

    private void noted(Statuses.Last last) {
        if (!last.writer().equals(config.instanceId())) {
            serving()
                    .ifPresent(there -> there.server()
                            .run(() -> there.uplink()
                                    .servedElsewhere(
                                            last.stream(), there.directory().source(last.stream()), last.site())));
        }
    }

    /** One batch at a time: while the broker is slow, what is newer takes the place of what is older. On the event loop. */
    private void write(Serving there) {
        awaited.tick(clock.instant());
        if (writing) {
            return;
        }
        Batch batch = there.uplink().take();
        if (!batch.isEmpty()) {
            writing = true;
            worker.execute(() -> {
                boolean written = writeNow(batch);
                there.server().run(() -> {
                    writing = false;
                    there.uplink().done(batch, written);
                });
            });
        }
    }

    private boolean writeNow(Batch batch) {
        try {
            UplinkWriter present = writer.orElseGet(this::connect);
            writer = Optional.of(present);
            present.write(batch, clock.instant());
            return true;
        } catch (RuntimeException notWritten) {
            LOGGER.atWarn().setCause(notWritten).log("what sites say could not be written; trying again");
            return false;
        }
    }

    private UplinkWriter connect() {
        SchemaIds schemaIds = registry.url()
                .map(url -> SchemaRegistration.register(url, registry.patience()))
                .orElseGet(SchemaIds::none);
        return new UplinkWriter(kafka.bootstrapServers(), config, schemaIds, awaited);
    }

    private Optional<Serving> serving() {
        return feed.flatMap(CentreFeed::serving);
    }

    private double sessions() {
        return serving().map(there -> there.server().sessions()).orElse(0);
    }

    /** Who trusts which authorities, and how far they are with it, as far as all is read; never completed before anything is served. */
    public CompletableFuture<List<Keeper>> keepers() {
        CompletableFuture<List<Keeper>> keepers = new CompletableFuture<>();
        serving()
                .filter(there -> isReady())
                .ifPresent(there -> there.server().run(() -> {
                    try {
                        keepers.complete(Keepers.of(there.directory(), statuses));
                    } catch (RuntimeException unreadable) {
                        keepers.completeExceptionally(unreadable);
                    }
                }));
        return keepers;
    }

    /** Says in the backbone orchestrator's name that all trust that authority. */
    public void acknowledge(StreamKey stream, Uid certificate) {
        Given given = new Given(
                "trusted-" + certificate,
                stream,
                Optional.of(new AcknowledgeCertificate(certificate)),
                Actor.BACKBONE_ORCHESTRATOR,
                Optional.empty());
        serving().ifPresent(there -> there.server().run(() -> there.uplink().give(given)));
    }

    /** Where the feed is served, once it is. */
    public OptionalLong port() {
        return serving().map(there -> OptionalLong.of(there.port())).orElseGet(OptionalLong::empty);
    }

    /** Says whether all that there was has been read, or no feed is served here. */
    public boolean isReady() {
        return desiredFollower
                .map(desired -> desired.isCaughtUp() && statusFollower.isCaughtUp())
                .orElse(true);
    }

    synchronized void stop(@Observes @Priority(BEFORE_OTHERS) ShutdownEvent event) throws InterruptedException {
        if (config.enabled()) {
            statusFollower.stop();
        }
        if (desiredFollower.isPresent()) {
            desiredFollower.get().stop();
            outcomeFollower.stop();
        }
        worker.shutdown();
        writer.ifPresent(UplinkWriter::close);
    }
}
