package studio.feed.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.domain.plan.ItemsHash;
import studio.feed.client.ClientSession;
import studio.feed.client.Output;
import studio.feed.document.Document;
import studio.feed.document.Shelf;
import studio.feed.document.Update;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Head;
import studio.feed.frame.Problem;
import studio.feed.frame.Vector;
import studio.feed.source.AudienceStore;
import studio.feed.source.Subject;

/** Feeds over real sockets, with real certificates. */
class FeedOverTlsTest {

    private static final String SERVER = "studio:feed";
    private static final String SITE = "studio:site/1";
    private static final TestAuthority AUTHORITY = new TestAuthority("studio");
    private static final TestAuthority STRANGER = new TestAuthority("somebody else");
    private static final AtomicInteger LIVES = new AtomicInteger();
    private static final long PATIENCE_SECONDS = 60;

    private final Vertx vertx = Vertx.vertx();
    private final AudienceStore store = new AudienceStore();
    private final BlockingQueue<Frame.Up> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<Document> documents = new LinkedBlockingQueue<>();
    private final BlockingQueue<Frame.Down> toldBelow = new LinkedBlockingQueue<>();
    private final FeedServer server = new FeedServer(
            vertx,
            AUTHORITY.leaf(SERVER),
            new FeedServer.Settings("127.0.0.1", 0, 100, 100, 10),
            this::find,
            (place, frame) -> told.add(frame),
            Clock.systemUTC());
    private final BlockingQueue<Throwable> losses = new LinkedBlockingQueue<>();
    private int port;
    private long version;

    private Optional<Directory.Place> find(String uri) {
        return uri.startsWith("studio:site/")
                ? Optional.of(new Directory.Place(store, new Subject.Site(uri.substring("studio:".length()))))
                : Optional.empty();
    }

    @BeforeEach
    void start() {
        port = server.start().toCompletionStage().toCompletableFuture().join();
        change(List.of(item("site/1", "certificate/x", 10)), List.of("site/1", "network"));
        change(List.of(item("site/2", "certificate/y", 10)), List.of("site/2", "network"));
        change(List.of(item("network", "process/web", 100)), List.of());
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static FeedItem item(String audience, String key, int size) {
        byte[] spec = new byte[size];
        new Random(size).nextBytes(spec);
        return new FeedItem(audience, key, "PROCESS", "i1:" + size, ByteBuffer.wrap(spec), List.of(), "e");
    }

    /** All of one audience. */
    private void change(List<FeedItem> items, List<String> document) {
        version++;
        String audience = items.getFirst().audience();
        Head head = new Head(audience, version, 0, ItemsHash.EMPTY, document);
        CompletableFuture<Void> done = new CompletableFuture<>();
        server.run(() -> {
            Shelf shelf = store.cut(new Subject.Home(), Vector.NONE).shelves().stream()
                    .filter(present -> present.head().audience().equals(audience))
                    .findFirst()
                    .orElse(Shelf.empty(audience));
            Head after = shelf.with(head, items, List.of()).head();
            server.changed(store, store.apply(List.of(new Update(after, items, List.of())), Instant.now()));
            done.complete(null);
        });
        done.join();
    }

    private FeedClient client(FeedTls tls, String expected, Document document) {
        return client(new FeedClient.Target("127.0.0.1", port, expected, tls), document);
    }

    private FeedClient client(FeedClient.Target target, Document document) {
        ClientSession session = new ClientSession(
                new ClientSession.Start("boot-" + LIVES.incrementAndGet(), Set.of(), document, List.of(), false),
                item -> Optional.empty(),
                new Random(1));
        FeedClient client = new FeedClient(
                vertx,
                target,
                session,
                kept -> {},
                new FeedClient.Listener() {
                    @Override
                    public void changed(Output.Changed changed) {
                        documents.add(changed.document());
                    }

                    @Override
                    public void told(Frame.Down frame) {
                        toldBelow.add(frame);
                    }

                    @Override
                    public void lost(Throwable reason) {
                        losses.add(reason);
                    }
                },
                Clock.systemUTC());
        client.start().toCompletionStage().toCompletableFuture().join();
        return client;
    }

    private Document document() throws InterruptedException {
        Document document = documents.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(document)
                .as("a document within %s seconds", PATIENCE_SECONDS)
                .isNotNull();
        return document;
    }

    private <F extends Frame.Up> F told(Class<F> type) throws InterruptedException {
        return told(type, frame -> true);
    }

    private <F extends Frame.Up> F told(Class<F> type, Predicate<F> which) throws InterruptedException {
        Instant until = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (Instant.now().isBefore(until)) {
            Frame.Up frame = told.poll(1, TimeUnit.SECONDS);
            if (type.isInstance(frame) && which.test(type.cast(frame))) {
                return type.cast(frame);
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " came");
    }

    @Test
    void shouldBringASiteItsDocumentAndWhatChanges() throws InterruptedException {
        // Given
        client(AUTHORITY.leaf(SITE), SERVER, Document.EMPTY);
        assertThat(document().merged()).containsOnlyKeys("certificate/x", "process/web");

        // When
        change(List.of(item("network", "process/api", 7)), List.of());

        // Then
        Document document = document();
        assertThat(document.merged()).containsOnlyKeys("certificate/x", "process/web", "process/api");
        assertThat(told(Frame.Ack.class, ack -> ack.vector().equals(document.vector()))
                        .root())
                .isEqualTo(document.root());
    }

    @Test
    void shouldTakeTheNextWayWhereTheFirstDoesNotLeadToTheServer() throws InterruptedException {
        // Given: nobody listens at the first way, and somebody else at the second
        FeedServer other = new FeedServer(
                vertx,
                AUTHORITY.leaf("studio:service/other"),
                new FeedServer.Settings("127.0.0.1", 0, 100, 100, 10),
                this::find,
                (place, frame) -> {},
                Clock.systemUTC());
        int elsewhere = other.start().toCompletionStage().toCompletableFuture().join();
        List<FeedClient.Way> ways = Stream.of(1, elsewhere, port)
                .map(each -> new FeedClient.Way("127.0.0.1", each))
                .toList();

        // When
        FeedClient client = client(new FeedClient.Target(ways, SERVER, AUTHORITY.leaf(SITE)), Document.EMPTY);

        // Then
        assertThat(document().merged()).containsOnlyKeys("certificate/x", "process/web");
        assertThat(client.way()).contains(ways.getLast());
    }

    @Test
    void shouldResumeWithoutSendingAnything() throws InterruptedException {
        // Given
        client(AUTHORITY.leaf(SITE), SERVER, Document.EMPTY);
        Document first = document();
        told(Frame.Ack.class);

        // When: the same site comes again, in another life
        client(AUTHORITY.leaf(SITE), SERVER, first);

        // Then
        assertThat(told(Frame.Hello.class).vector()).isEqualTo(first.vector());
        assertThat(toldBelow.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Frame.Refused.class,
                        refused -> assertThat(refused.problem().slug()).isEqualTo(Problem.SUPERSEDED));
        assertThat(documents).isEmpty();
    }

    @Test
    void shouldCarryWhatASiteSaysAndTheAnswers() throws InterruptedException {
        // Given
        FeedClient client = client(AUTHORITY.leaf(SITE), SERVER, Document.EMPTY);
        document();
        Frame.Decide decision = new Frame.Decide(
                1, "web", "d1:x", "ACCEPTED", "", ByteBuffer.allocate(0), "alice", ByteBuffer.allocate(64));

        // When
        client.run(session -> session.decide(decision));
        Frame.Decide came = told(Frame.Decide.class);
        Directory.Place place = find(SITE).orElseThrow();
        server.run(() -> server.answer(place, new Frame.Decided(1, "accepted", "")));

        // Then
        assertThat(came).isEqualTo(decision);
        assertThat(toldBelow.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(new Frame.Decided(1, "accepted", ""));
    }

    @Test
    void shouldCarryFlowsOnAStreamOfTheirOwn() throws InterruptedException {
        // Given
        FeedClient client = client(AUTHORITY.leaf(SITE), SERVER, Document.EMPTY);
        document();
        Frame.Flows flows = new Frame.Flows(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), ByteBuffer.allocate(9));

        // When
        client.flows(flows);

        // Then
        assertThat(told(Frame.Flows.class)).isEqualTo(flows);
    }

    /** Larger than what may wait on the way to a peer that does not read. */
    @Test
    void shouldBringALargeDocumentInParts() throws InterruptedException {
        // Given
        List<FeedItem> large = IntStream.range(0, 20)
                .mapToObj(i -> item("network", "process/p" + i, 200_000 + i))
                .toList();
        change(large, List.of());

        // When
        client(AUTHORITY.leaf(SITE), SERVER, Document.EMPTY);

        // Then
        assertThat(document().merged()).hasSize(22);
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of("of another authority", STRANGER.leaf(SITE), SERVER),
                Arguments.of("of another authority, believing ours", AUTHORITY.believedBy(STRANGER.leaf(SITE)), SERVER),
                Arguments.of("whose certificate has ended", AUTHORITY.leaf(SITE, Duration.ofHours(-1)), SERVER),
                Arguments.of("whom nobody knows", AUTHORITY.leaf("studio:visitor/1"), SERVER),
                Arguments.of("without a name", AUTHORITY.leaf(""), SERVER),
                Arguments.of("who looks for another server", AUTHORITY.leaf(SITE), "studio:home/x"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void shouldTurnAwaySomebody(String who, FeedTls tls, String expected) throws InterruptedException {
        // When
        client(tls, expected, Document.EMPTY);

        // Then
        assertThat(losses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
        assertThat(documents).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void shouldGiveEverybodyTheirOwnDocumentAlone() throws InterruptedException {
        // When
        client(AUTHORITY.leaf("studio:site/2"), SERVER, Document.EMPTY);

        // Then
        assertThat(document().shelves()).containsOnlyKeys("site/2", "network");
    }

    @Test
    void shouldEndTheSessionWithTheCertificate() throws InterruptedException {
        // Given
        client(AUTHORITY.leaf(SITE, Duration.ofSeconds(4)), SERVER, Document.EMPTY);
        document();

        // When
        Frame.Down last = toldBelow.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);

        // Then
        assertThat(last)
                .isInstanceOfSatisfying(
                        Frame.Refused.class,
                        refused -> assertThat(refused.problem().slug()).isEqualTo(Problem.CERTIFICATE_EXPIRED));
    }
}
