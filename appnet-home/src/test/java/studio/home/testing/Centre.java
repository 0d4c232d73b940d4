package studio.home.testing;

import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import studio.domain.kernel.Uid;
import studio.domain.plan.ItemsHash;
import studio.feed.document.Shelf;
import studio.feed.document.Update;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Head;
import studio.feed.frame.Vector;
import studio.feed.source.AudienceStore;
import studio.feed.source.Subject;
import studio.feed.transport.Directory.Place;
import studio.feed.transport.FeedServer;
import studio.home.holder.HomeUri;
import studio.schema.feed.FrameCodec;

/** The feed server at the centre, with networks that a test makes up. */
public final class Centre implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<Uid, AudienceStore> stores = new ConcurrentHashMap<>();
    private final Map<Uid, Frame.Hello> greetings = new ConcurrentHashMap<>();
    private final Queue<Said> said = new ConcurrentLinkedQueue<>();
    private final FeedServer server;
    private final int port;
    private long version;

    /** What a home passed on: of which network and site, and what that said. */
    private record Said(Uid network, String site, Frame.Up frame) {}

    /** Listens on that port; 0 takes any. */
    public Centre(Vertx vertx, TestTree tree, int port) {
        this.server = new FeedServer(
                vertx,
                tree.feed(),
                new FeedServer.Settings("127.0.0.1", port, 100, 100, 100),
                this::find,
                this::told,
                Clock.systemUTC());
        this.port = server.start().toCompletionStage().toCompletableFuture().join();
    }

    /** The same centre again, after it was away. */
    public Centre again(Vertx vertx, TestTree tree) {
        Centre next = new Centre(vertx, tree, port);
        next.stores.putAll(stores);
        next.version = version;
        return next;
    }

    private Optional<Place> find(String uri) {
        return HomeUri.parse(uri)
                .flatMap(home -> Optional.ofNullable(stores.get(home.network())))
                .map(store -> new Place(store, new Subject.Home()));
    }

    private void told(Place place, Frame.Up frame) {
        Uid network = stores.entrySet().stream()
                .filter(entry -> entry.getValue() == place.source())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        if (frame instanceof Frame.FromSite from) {
            byte[] bytes = new byte[from.frame().remaining()];
            from.frame().duplicate().get(bytes);
            said.add(new Said(network, from.site(), FrameCodec.decodeUp(bytes)));
        } else if (frame instanceof Frame.Hello hello) {
            greetings.put(network, hello);
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    private Optional<Frame.Hello> greeting(Uid network) {
        return Optional.ofNullable(greetings.get(network));
    }

    /** The port on which a network's home says that it serves, as soon as it does. */
    public int port(Uid network) {
        String at = await()
                .atMost(PATIENCE)
                .until(() -> greeting(network), Optional::isPresent)
                .orElseThrow()
                .capabilities()
                .stream()
                .filter(capability -> capability.startsWith("at=127.0.0.1:"))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(at.substring(at.lastIndexOf(':') + 1));
    }

    /** A network that has nothing yet. */
    public void add(Uid network) {
        stores.put(network, new AudienceStore());
    }

    /** An audience of a network gets those items beside what it has; {@code document} only for a site's own. */
    public void put(Uid network, String audience, List<String> document, List<FeedItem> items) {
        version++;
        long at = version;
        CompletableFuture<Void> done = new CompletableFuture<>();
        server.run(() -> {
            AudienceStore store = Objects.requireNonNull(stores.get(network));
            Shelf shelf = store.cut(new Subject.Home(), Vector.NONE).shelves().stream()
                    .filter(present -> present.head().audience().equals(audience))
                    .findFirst()
                    .orElse(Shelf.empty(audience));
            Head head = new Head(audience, at, 0, ItemsHash.EMPTY, document);
            Head after = shelf.with(head, items, List.of()).head();
            server.changed(store, store.apply(List.of(new Update(after, items, List.of())), Instant.now()));
            done.complete(null);
        });
        done.join();
    }

    /** An item that is nothing in particular. */
    public static FeedItem item(String audience, String key, String digest) {
        return new FeedItem(
                audience,
                key,
                "PROCESS",
                digest,
                ByteBuffer.wrap(digest.getBytes(StandardCharsets.UTF_8)),
                List.of(),
                "e");
    }

    /** Says something to a site through its home. */
    public void answer(Uid network, String site, Frame.Down frame) {
        Place home = new Place(Objects.requireNonNull(stores.get(network)), new Subject.Home());
        server.run(() -> server.answer(home, new Frame.ToSite(site, ByteBuffer.wrap(FrameCodec.encode(frame)))));
    }

    /** The first such thing that a site said, as soon as it comes. */
    public <F extends Frame.Up> F said(Uid network, String site, Class<F> type, Predicate<F> which) {
        return await().atMost(PATIENCE)
                .until(
                        () -> said.stream()
                                .filter(next -> next.network().equals(network)
                                        && next.site().equals(site)
                                        && type.isInstance(next.frame()))
                                .map(next -> type.cast(next.frame()))
                                .filter(which)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
