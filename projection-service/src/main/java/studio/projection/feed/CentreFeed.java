package studio.projection.feed;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.kernel.StreamKey;
import studio.feed.frame.Frame;
import studio.feed.transport.Directory.Place;
import studio.feed.transport.FeedServer;
import studio.feed.transport.FeedTls;
import studio.feed.transport.HeldKeys;
import studio.projection.config.FeedConfig;
import studio.schema.DesiredCodec;
import studio.schema.DesiredKey;
import studio.schema.Encoded;
import studio.streams.TopicFollower;

/**
 * What the follower of the desired topic does: it gathers until all there was is read and there is a certificate, then serves, and hands
 * over each revision that follows. On the follower's thread; what is served changes on the server's event loop alone.
 */
final class CentreFeed implements TopicFollower.Listener {

    private static final Logger LOGGER = LoggerFactory.getLogger(CentreFeed.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Surroundings surroundings;
    private final FeedConfig config;
    private final Revisions revisions = new Revisions();
    private volatile Optional<Serving> serving = Optional.empty();
    private boolean complete;
    private Instant nextLook = Instant.EPOCH;
    private int ordinal;

    /**
     * What it works with.
     *
     * @param vertx    runs the server
     * @param keys     where its certificate is
     * @param clock    the time
     * @param statuses how sites do
     * @param revoked  which certificates must not be believed any more
     * @param ready    whether all is known of that which was written before
     * @param begun    is told when the server listens, on the follower's thread
     */
    record Surroundings(
            Vertx vertx,
            HeldKeys keys,
            Clock clock,
            Statuses statuses,
            RevokedCertificates revoked,
            BooleanSupplier ready,
            Begun begun) {}

    /** Is told that the server listens. */
    interface Begun {
        void begun(Serving serving);
    }

    /**
     * What serves.
     *
     * @param server    the server
     * @param directory who is served
     * @param uplink    what is told
     * @param port      where it listens
     */
    record Serving(FeedServer server, FeedDirectory directory, Uplink uplink, int port) {

        /** Says something to a home, from any thread. */
        void tell(Place place, Frame.Down frame) {
            server.run(() -> server.answer(place, frame));
        }
    }

    CentreFeed(Surroundings surroundings, FeedConfig config) {
        this.surroundings = surroundings;
        this.config = config;
    }

    /** What serves, from when on something does. */
    Optional<Serving> serving() {
        return serving;
    }

    @Override
    public void read(ConsumerRecords<String, byte[]> records) {
        records.forEach(this::gather);
        serving.ifPresent(this::handOver);
        look();
    }

    @Override
    public void caughtUp() {
        complete = true;
        nextLook = Instant.EPOCH;
        look();
    }

    private void gather(ConsumerRecord<String, byte[]> record) {
        try {
            revisions.read(
                    DesiredKey.parse(record.key()),
                    Optional.ofNullable(record.value())
                            .map(value -> DesiredCodec.decode(Encoded.read(record.headers(), value))));
        } catch (IllegalArgumentException unreadable) {
            LOGGER.atError()
                    .addKeyValue("key", record.key())
                    .setCause(unreadable)
                    .log("what is desired cannot be read; its audience keeps what it has");
        }
    }

    private void handOver(Serving there) {
        Map<StreamKey, List<Revision>> whole = revisions.take();
        if (!whole.isEmpty()) {
            Map<StreamKey, List<Revision>> partial = onLoop(there.server(), () -> apply(there, whole));
            partial.forEach((stream, several) -> several.forEach(revision -> revisions.putBack(stream, revision)));
        }
    }

    private Map<StreamKey, List<Revision>> apply(Serving there, Map<StreamKey, List<Revision>> whole) {
        Map<StreamKey, List<Revision>> partial = new HashMap<>();
        Instant now = surroundings.clock().instant();
        whole.forEach((stream, several) -> {
            FeedDirectory.Applied applied = there.directory().apply(stream, several, now);
            Set<String> audiences = applied.changes().audiences();
            partial.put(stream, applied.changes().partial());
            there.server().changed(applied.source(), audiences);
            there.uplink().changed(applied.source(), audiences);
            if (applied.moved()) {
                there.server().reconsider();
            }
        });
        return partial;
    }

    private static <T> T onLoop(FeedServer server, Supplier<T> action) {
        CompletableFuture<T> done = new CompletableFuture<>();
        server.run(() -> {
            try {
                done.complete(action.get());
            } catch (RuntimeException | Error failure) {
                done.completeExceptionally(failure);
            }
        });
        return done.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** Looks for a certificate to begin with, or for a newer one, and who must not be believed any more. */
    private void look() {
        Instant now = surroundings.clock().instant();
        if (!complete || !surroundings.ready().getAsBoolean() || now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(config.renewalInterval());
        try {
            CentreIdentity.newest(surroundings.keys())
                    .filter(held -> held.ordinal() > ordinal)
                    .ifPresent(this::use);
        } catch (RuntimeException unusable) {
            LOGGER.atError().setCause(unusable).log("the feed's certificate cannot be used; looking again");
        }
        serving.ifPresent(this::revoke);
    }

    /** Whoever shows a certificate that was revoked is not served from now on. */
    private void revoke(Serving there) {
        try {
            Set<String> fingerprints = surroundings.revoked().fingerprints();
            onLoop(there.server(), () -> {
                boolean news = there.directory().revoke(fingerprints);
                if (news) {
                    there.server().reconsider();
                }
                return news;
            });
        } catch (RuntimeException unknown) {
            LOGGER.atWarn().setCause(unknown).log("nobody can tell which certificates were revoked; looking again");
        }
    }

    private void use(HeldKeys.Held held) {
        FeedTls tls = held.tls();
        if (serving.isPresent()) {
            serving.get()
                    .server()
                    .renew(tls)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            LOGGER.atInfo().addKeyValue("ordinal", held.ordinal()).log("the feed shows a newer certificate");
        } else {
            Serving begun = begin(tls);
            serving = Optional.of(begun);
            surroundings.begun().begun(begun);
            LOGGER.atInfo().addKeyValue("port", begun.port()).log("the feed is served");
        }
        ordinal = held.ordinal();
    }

    private Serving begin(FeedTls tls) {
        FeedDirectory directory = new FeedDirectory(trustDomain(tls));
        directory.revoke(surroundings.revoked().fingerprints());
        Map<StreamKey, List<Revision>> whole = revisions.take();
        List<Runnable> putBack = new ArrayList<>();
        whole.forEach((stream, several) -> directory
                .begin(stream, several)
                .forEach(partial -> putBack.add(() -> revisions.putBack(stream, partial))));
        Uplink uplink = new Uplink(config, surroundings.clock(), surroundings.statuses()::find);
        FeedServer server = new FeedServer(
                surroundings.vertx(),
                tls,
                new FeedServer.Settings(
                        config.host(),
                        config.port(),
                        config.sessionsPerSecond(),
                        config.sessionBurst(),
                        config.sessionLimit()),
                directory,
                uplink,
                surroundings.clock());
        try {
            int port = server.start().toCompletionStage().toCompletableFuture().join();
            putBack.forEach(Runnable::run);
            return new Serving(server, directory, uplink, port);
        } catch (CompletionException failed) {
            // What was gathered is needed again when it can be served.
            whole.forEach((stream, several) -> several.forEach(revision -> revisions.restore(stream, revision)));
            throw new IllegalStateException("the feed cannot be served", failed.getCause());
        }
    }

    private static String trustDomain(FeedTls tls) {
        String uri = tls.self()
                .orElseThrow(() -> new IllegalArgumentException("the feed's certificate has no URI"))
                .uri();
        int path = uri.indexOf('/', "spiffe://".length());
        if (!uri.startsWith("spiffe://") || path < 0) {
            throw new IllegalArgumentException("the feed's certificate is for " + uri);
        }
        return uri.substring(0, path);
    }
}
