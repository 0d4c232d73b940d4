package studio.agent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.TestRouter;
import studio.agent.enrol.Enrolment;
import studio.agent.file.AtomicFiles;
import studio.agent.file.Ports;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.ItemsHash;
import studio.domain.plan.RouterSpec;
import studio.feed.document.Shelf;
import studio.feed.document.Update;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Head;
import studio.feed.frame.ItemStatus;
import studio.feed.source.AudienceStore;
import studio.feed.source.Subject;
import studio.feed.transport.Directory;
import studio.feed.transport.FeedServer;
import studio.feed.transport.FeedTls;
import studio.schema.feed.ItemMapping;
import studio.testkit.tls.TestAuthority;

/** The agent's feed against a real server, with real certificates. */
class SiteFeedTest {

    private static final TestAuthority AUTHORITY = new TestAuthority("studio");
    private static final String SERVER = "spiffe://studio/service/feed";
    private static final String SITE = "spiffe://studio/backbone/b/site/s";
    private static final String AUDIENCE = "interior/s";
    private static final ItemStatus STATUS = new ItemStatus("connector/a", "i1:a", "observed", "");

    @TempDir
    private Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final AudienceStore store = new AudienceStore();
    private final Queue<Frame.Up> told = new ConcurrentLinkedQueue<>();
    private final FeedServer server = new FeedServer(
            vertx,
            tls(AUTHORITY.leaf(SERVER)),
            new FeedServer.Settings("127.0.0.1", 0, 100, 100, 10),
            uri -> Optional.of(new Directory.Place(store, new Subject.Site(AUDIENCE)))
                    .filter(place -> uri.equals(SITE)),
            (place, frame) -> told.add(frame),
            Clock.systemUTC());
    private int port;
    private List<String> published = List.of();
    private long version;

    private static FeedTls tls(TestAuthority.Shown shown) {
        return new FeedTls(shown.chain(), shown.key(), shown.trust());
    }

    @BeforeEach
    void start() throws IOException {
        port = server.start().toCompletionStage().toCompletableFuture().join();
        AtomicFiles.write(directory.resolve("root.pem"), AUTHORITY.certificate());
        key(1);
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void key(int ordinal) throws IOException {
        TestAuthority.Shown shown = AUTHORITY.leaf(SITE);
        new FeedKeys(directory.resolve("keys")).add(ordinal, shown.chain(), shown.key());
    }

    /** Who the site is, and where its feed is said to be. */
    private static Enrolment enrolment(Enrolment.Role role, int at) {
        return new Enrolment(
                role,
                "studio",
                Name.of("paris"),
                new Uid(new UUID(1, 1)),
                Name.of("acme"),
                new Uid(new UUID(1, 2)),
                "r",
                Optional.empty(),
                new Enrolment.Feeding("127.0.0.1", at, SERVER),
                List.of());
    }

    private static Item connector(String name) {
        return Item.of(
                "connector/" + name,
                new RouterSpec.RouterConnector(name, "east.example", 55671, 1, "backbone"),
                new Cause(new EntityKey("link", name), 1));
    }

    private static Item wanted(Frame.Csr csr) {
        return Item.of(
                "certificate/" + csr.certificate(),
                new RouterSpec.RouterCertificate(
                        new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, Name.of("peer")),
                        Optional.of("east.example"),
                        1,
                        1,
                        true,
                        Optional.empty()),
                new Cause(new EntityKey("certificate", csr.certificate()), 1));
    }

    /** These and nothing else. */
    private void publish(Item... items) {
        version++;
        List<FeedItem> all =
                Stream.of(items).map(item -> ItemMapping.toFeed(AUDIENCE, item)).toList();
        List<String> gone = published.stream()
                .filter(key -> all.stream().noneMatch(item -> item.key().equals(key)))
                .toList();
        published = all.stream().map(FeedItem::key).toList();
        CompletableFuture<Void> done = new CompletableFuture<>();
        server.run(() -> {
            Head head = Shelf.empty(AUDIENCE)
                    .with(new Head(AUDIENCE, version, 0, ItemsHash.EMPTY, List.of(AUDIENCE)), all, List.of())
                    .head();
            server.changed(store, store.apply(List.of(new Update(head, all, gone)), Instant.now()));
            done.complete(null);
        });
        done.join();
    }

    private SiteFeed feed() throws IOException {
        return feed(Enrolment.Role.INTERIOR, port);
    }

    private SiteFeed feed(Enrolment.Role role, int at) throws IOException {
        return SiteFeed.start(vertx, directory, enrolment(role, at), Clock.systemUTC());
    }

    private static List<String> keys(Feed feed) {
        return feed.documents().newest().orElse(List.of()).stream()
                .map(Item::key)
                .toList();
    }

    private <F extends Frame.Up> List<F> told(Class<F> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        assertThat(TestRouter.eventually(condition)).isTrue();
    }

    @Test
    void shouldShowTheDocumentAndKeepItForWhenNobodyAnswers() throws IOException {
        // Given
        publish(connector("a"));
        try (SiteFeed feed = feed()) {
            await(() -> keys(feed).equals(List.of("connector/a")));
            await(feed::isLive);
            assertThat(feed.lastHeard()).isPresent();
        }

        // When: another life, and nobody there
        vertx.deploymentIDs().forEach(vertx::undeploy);

        // Then
        try (SiteFeed feed = feed()) {
            assertThat(keys(feed)).containsExactly("connector/a");
            assertThat(feed.isLive()).isFalse();
        }
    }

    @Test
    void shouldGoThroughAMembersRouterWhereItCanNotGoDirectly() throws IOException {
        // Given: what listens where the router would is the other end itself
        publish(connector("a"));
        AtomicFiles.write(directory.resolve("feed.port"), port + "\n");

        try (SiteFeed feed = feed(Enrolment.Role.MEMBER, Ports.free())) {
            await(() -> keys(feed).equals(List.of("connector/a")));
            await(feed::isRouted);
        }
        try (SiteFeed feed = feed(Enrolment.Role.MEMBER, port)) {
            await(feed::isLive);
            assertThat(feed.isRouted()).isFalse();
        }
    }

    @Test
    void shouldSayOnceThatItsLastWordWasSaid() throws IOException {
        publish(connector("a"));
        Queue<String> said = new ConcurrentLinkedQueue<>();
        try (SiteFeed feed = feed()) {
            feed.cleaned(() -> said.add("first"));

            await(() -> said.contains("first"));
            await(() -> !told(Frame.Cleaned.class).isEmpty());
            feed.cleaned(() -> said.add("second"));
            assertThat(said).containsExactly("first", "second");
        }
    }

    @Test
    void shouldGoOverToANewerCertificateWithAllThatItHad() throws IOException {
        // Given
        publish(connector("a"));
        try (SiteFeed feed = feed()) {
            feed.status(List.of(STATUS), List.of());
            await(() -> told(Frame.Status.class).stream()
                    .anyMatch(status -> status.items().contains(STATUS)));
            told.clear();

            // When
            key(2);

            // Then
            await(() -> !told(Frame.Hello.class).isEmpty());
            assertThat(told(Frame.Hello.class).getFirst().statusDigest()).isEqualTo(STATUS.hash());
            publish(connector("b"));
            await(() -> keys(feed).contains("connector/b"));
        }
    }

    @Test
    void shouldAskForCertificatesUntilTheDocumentHasTheRequests() throws IOException {
        Frame.Csr one = new Frame.Csr(new Uid(new UUID(2, 1)).toString(), "one");
        Frame.Csr other = new Frame.Csr(new Uid(new UUID(2, 2)).toString(), "other");
        publish(wanted(one), wanted(other));
        try (SiteFeed feed = feed()) {
            feed.request(one);
            feed.request(other);

            await(() -> told(Frame.Csr.class).containsAll(List.of(one, other)));
        }
    }

    @Test
    void shouldReadAFarewellLikeAnItemThatSaysSo() throws IOException {
        publish(connector("a"));
        try (SiteFeed feed = feed()) {
            await(() -> keys(feed).contains("connector/a"));

            version++;
            Head gone = new Head(AUDIENCE, version, 0, ItemsHash.EMPTY, List.of());
            server.run(() -> server.changed(
                    store, store.apply(List.of(new Update(gone, List.of(), List.of("connector/a"))), Instant.now())));

            await(() -> feed.documents().newest().orElse(List.of()).stream()
                    .anyMatch(item -> item.spec() instanceof ItemSpec.Decommission));
            feed.cleaned(() -> {});
            await(() -> !told(Frame.Cleaned.class).isEmpty());
        }
    }
}
