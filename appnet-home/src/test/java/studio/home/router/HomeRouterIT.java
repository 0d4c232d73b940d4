package studio.home.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.boot.RouterSettings;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.Endpoint;
import studio.domain.network.Group;
import studio.domain.network.Ref;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.home.testing.Agent;
import studio.home.testing.Backbone;
import studio.home.testing.Centre;
import studio.home.testing.HomesProcess;
import studio.home.testing.Member;
import studio.home.testing.Neighbour;
import studio.home.testing.Routers;
import studio.home.testing.Settings;
import studio.home.testing.TestTree;
import studio.schema.feed.ItemMapping;
import studio.testkit.server.ChildJvm;

/** A site that can reach its access point and not its home, and one of another network beside it: one story, told in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomeRouterIT {

    @TempDir
    static Path directory;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final TestTree TREE = new TestTree();
    private static final Uid SITE = uid(1);
    private static final Uid OTHER = uid(2);

    private final Vertx vertx = Vertx.vertx();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final String ports = Settings.ports();
    private final Centre centre = new Centre(vertx, TREE, 0);
    private final Net acme = new Net("acme", uid(10), uid(11));
    private final Net beta = new Net("beta", uid(20), uid(21));

    private Optional<ChildJvm> homes = Optional.empty();
    private Optional<Member> member = Optional.empty();
    private Optional<ItemSpec.Link> doorOfAcme = Optional.empty();
    private Optional<ItemSpec.Link> doorOfBeta = Optional.empty();

    /** A network and its home. */
    private record Net(String name, TestTree.Network tree, Uid home) {
        Net(String name, Uid network, Uid home) {
            this(name, TREE.network(network), home);
        }

        String invitation() {
            return "invitation/" + tree.uid();
        }

        String address() {
            return RouterSettings.homeAddress(tree.uid().base32Hex());
        }
    }

    private static Uid uid(long number) {
        return new Uid(new UUID(0x0190_0000_0000_7000L, number));
    }

    private static String audience(Uid site) {
        return "site/" + site;
    }

    @BeforeAll
    void start() throws IOException {
        open.add(centre);
        Backbone backbone = new Backbone(vertx, TestTree.point("point"), uid(30), directory.resolve("bb"));
        open.add(backbone);
        doorOfAcme = Optional.of(found(acme, SITE, backbone));
        doorOfBeta = Optional.of(found(beta, OTHER, backbone));
        startHomes();
        await().atMost(PATIENCE)
                .until(() -> Stream.of(acme, beta).allMatch(net -> router(net).isPresent()));
    }

    /** A network with an invitation, by which one site came. */
    private ItemSpec.Link found(Net net, Uid site, Backbone backbone) {
        ItemSpec.Link link = backbone.attach(net.tree(), net.home());
        centre.add(net.tree().uid());
        put(net, net.invitation(), List.of(), item("link/point", link));
        put(net, audience(site), List.of(audience(site), net.invitation()), wayOut("bank"));
        net.tree().write(directory.resolve("holders"), net.name(), net.home(), 1);
        return link;
    }

    private void put(Net net, String audience, List<String> document, Item item) {
        List<FeedItem> items = List.of(ItemMapping.toFeed(audience, item));
        centre.put(net.tree().uid(), audience, document, items);
    }

    private static Item item(String key, ItemSpec spec) {
        return Item.of(key, spec, new Cause(new EntityKey("link", "x"), 1));
    }

    private static Item wayOut(String name) {
        Group.OfEgress group = new Group.OfEgress(
                Name.of(name),
                new Endpoint.EgressSpec("acme/" + name, Optional.of("localhost"), Optional.of(1)),
                Set.of());
        Ref endpoint = new Ref(Name.of(name), new Uid(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))));
        return item("egress/" + name, new ItemSpec.Egress(endpoint, group.digest(), group, List.of()));
    }

    private void startHomes() {
        homes = Optional.of(HomesProcess.start(
                directory.resolve("data"),
                directory.resolve("holders"),
                centre.port(),
                ports,
                "router.path=" + Routers.path()));
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
        homes.ifPresent(ChildJvm::kill9);
        for (Net net : List.of(acme, beta)) {
            router(net).ifPresent(ProcessHandle::destroyForcibly);
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** The process of a home's router, which outlives a home that is killed. */
    private static Optional<ProcessHandle> router(Net net) {
        Path file = directory.resolve("data/homes/" + net.home() + "/router/router.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readString(file).strip().split(" ", -1)[0]))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Member member(int port, String place) throws IOException {
        return new Member(
                vertx,
                new Member.Joined(
                        acme.tree(),
                        acme.home(),
                        SITE,
                        port,
                        doorOfAcme.stream().toList()),
                directory.resolve(place));
    }

    private Member member() {
        return member.orElseThrow();
    }

    @Test
    @Order(1)
    void shouldBringASiteItsDocumentThatReachesItsAccessPointAlone() throws IOException {
        Member joined = member(Routers.port(), "shop");
        open.add(joined);
        member = Optional.of(joined);

        joined.await(
                "a document",
                view -> view.changes().stream()
                        .anyMatch(change -> change.endpoint().name().value().equals("bank")));

        joined.awaitRouted(true);
        assertThat(joined.diagnosis()).contains("connected to it through the routers");
    }

    @Test
    @Order(2)
    void shouldTakeItsDecisionsAndReportsTheSameWay() {
        String digest = member().accept("bank");

        Frame.Decide said = centre.said(
                acme.tree().uid(),
                audience(SITE),
                Frame.Decide.class,
                decision -> decision.digest().equals(digest));
        centre.answer(acme.tree().uid(), audience(SITE), new Frame.Decided(said.seq(), "accepted", ""));
        Frame.Status status = centre.said(
                acme.tree().uid(),
                audience(SITE),
                Frame.Status.class,
                any -> any.items().stream()
                        .anyMatch(item -> item.key().equals("egress/bank")
                                && !item.state().equals("proposed")));

        assertThat(said.by()).isEqualTo("pat");
        assertThat(status.items()).anySatisfy(item -> assertThat(item.digest()).isEqualTo(digest));
        assertThat(member().feed().isRouted()).isTrue();
    }

    @Test
    @Order(3)
    void shouldLetNobodyOfAnotherNetworkThroughToTheHome() throws IOException {
        // Given: a neighbour that listens for its own home, for the other one's, and for that in another spelling
        Neighbour neighbour = new Neighbour(
                vertx,
                beta.tree(),
                OTHER,
                doorOfBeta.orElseThrow(),
                directory.resolve("neighbour"),
                beta.address(),
                acme.address(),
                "amqp:/" + acme.address());
        open.add(neighbour);
        Agent own = new Agent(
                vertx, beta.tree().site(OTHER), neighbour.port(0), beta.tree().home(beta.home()), "x");
        open.add(own);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(own.document().merged()).containsKey("egress/bank"));

        // When: even with a certificate that was stolen from there
        Agent thief = new Agent(
                vertx, acme.tree().site(SITE), neighbour.port(1), acme.tree().home(acme.home()), "x");
        open.add(thief);

        // Then
        await().atMost(PATIENCE).until(() -> thief.losses().size() > 2);
        assertThat(thief.document().merged()).isEmpty();
        assertThat(thief.told()).isEmpty();
        for (int number : List.of(1, 2)) {
            assertThat(answers(neighbour.port(number))).isFalse();
        }
    }

    /** Whether anybody says anything there to a greeting of TLS. */
    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(new byte[] {0x16, 0x03, 0x01, 0, 1, 0});
            return socket.getInputStream().read() >= 0;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    @Order(4)
    void shouldComeBackByItselfWhenTheHomeWasKilled() {
        // Given
        Optional<Long> router = router(acme).map(ProcessHandle::pid);

        // When
        homes.orElseThrow().kill9();
        await().atMost(PATIENCE).until(() -> !member().feed().isLive());
        startHomes();
        put(acme, audience(SITE), List.of(audience(SITE), acme.invitation()), wayOut("mint"));

        // Then: through the same router
        member().await(
                        "what is new",
                        view -> Stream.of("bank", "mint")
                                .allMatch(name -> view.changes().stream()
                                        .anyMatch(change ->
                                                change.endpoint().name().value().equals(name))));
        member().awaitRouted(true);
        assertThat(router(acme).map(ProcessHandle::pid)).isEqualTo(router);
    }

    @Test
    @Order(5)
    void shouldSayItsLastWordThroughTheRouterThatItLeaves() {
        put(
                acme,
                audience(SITE),
                List.of(audience(SITE), acme.invitation()),
                item("decommission", new ItemSpec.Decommission(Optional.empty())));

        centre.said(acme.tree().uid(), audience(SITE), Frame.Cleaned.class, any -> true);

        await().atMost(PATIENCE).until(() -> !Files.exists(directory.resolve("shop/router")));
    }

    @Test
    @Order(6)
    void shouldTakeTheDirectWayWhereThereIsOne() throws IOException {
        put(acme, audience(OTHER), List.of(audience(OTHER), acme.invitation()), wayOut("bank"));
        int port = centre.port(acme.tree().uid());

        try (Member direct = new Member(
                vertx,
                new Member.Joined(
                        acme.tree(),
                        acme.home(),
                        OTHER,
                        port,
                        doorOfAcme.stream().toList()),
                directory.resolve("direct"))) {
            direct.awaitRouted(false);
            direct.await("the link", view -> view.router().state().equals("connected"));
            direct.awaitRouted(false);
        }
    }
}
