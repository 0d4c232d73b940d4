package studio.projection.feed;

import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import studio.feed.client.ClientSession;
import studio.feed.client.Output;
import studio.feed.document.Document;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;
import studio.feed.transport.FeedClient;
import studio.feed.transport.FeedTls;
import studio.schema.feed.ItemMapping;
import studio.testkit.tls.TestAuthority;

/** A home or an agent, over a real connection. */
final class Peer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final ClientSession session;
    private final FeedClient client;
    private final BlockingQueue<Output.Changed> changes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Frame.Down> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> losses = new LinkedBlockingQueue<>();
    private volatile boolean live;

    private Peer(int port, TestAuthority.Shown shown, Document document, Set<String> capabilities, boolean home) {
        session = new ClientSession(
                new ClientSession.Start(UUID.randomUUID().toString(), capabilities, document, List.of(), home),
                ItemMapping::check,
                new Random(1));
        client = new FeedClient(
                vertx,
                new FeedClient.Target(
                        "127.0.0.1", port, Holders.SERVER, new FeedTls(shown.chain(), shown.key(), shown.trust())),
                session,
                kept -> {},
                new FeedClient.Listener() {
                    @Override
                    public void changed(Output.Changed changed) {
                        changes.add(changed);
                    }

                    @Override
                    public void told(Frame.Down frame) {
                        told.add(frame);
                    }

                    @Override
                    public void lost(Throwable reason) {
                        losses.add(reason);
                    }
                },
                Clock.systemUTC());
    }

    static Peer agent(int port, TestAuthority.Shown shown, Document document) {
        return new Peer(port, shown, document, Set.of(), false).begin();
    }

    static Peer home(int port, TestAuthority.Shown shown, Document document) {
        return new Peer(port, shown, document, Set.of("at=127.0.0.1:8500"), true).begin();
    }

    private Peer begin() {
        client.start().toCompletionStage().toCompletableFuture().join();
        return this;
    }

    /** The next document that is like that, with what it came by. */
    Output.Changed document(Predicate<Document> wanted) throws InterruptedException {
        Output.Changed changed = take(changes);
        while (!wanted.test(changed.document())) {
            changed = take(changes);
        }
        return changed;
    }

    Optional<Output.Changed> document(Duration patience) throws InterruptedException {
        return Optional.ofNullable(changes.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    Frame.Down told() throws InterruptedException {
        return take(told);
    }

    Throwable lost() throws InterruptedException {
        return take(losses);
    }

    private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    void awaitLive() {
        await().atMost(PATIENCE).until(() -> {
            client.run(there -> live = there.isLive());
            return live;
        });
    }

    void status(ItemStatus... items) {
        client.run(there ->
                there.status(List.of(items), List.of(), Clock.systemUTC().instant()));
    }

    void say(Frame.Up frame) {
        client.say(frame);
    }

    void request(Frame.Csr csr) {
        client.run(there -> there.request(csr));
    }

    /** Digests of all items of these audiences, of each key that of the first. */
    static Map<String, String> digests(Document document, List<String> audiences) {
        Map<String, String> digests = new TreeMap<>();
        audiences.forEach(audience -> Optional.ofNullable(document.shelves().get(audience))
                .ifPresent(shelf ->
                        shelf.items().values().forEach(item -> digests.putIfAbsent(item.key(), item.digest()))));
        return digests;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
