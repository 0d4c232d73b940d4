package studio.home.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.domain.kernel.Uid;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;
import studio.feed.frame.Problem;
import studio.feed.transport.FeedTls;
import studio.home.testing.Agent;
import studio.home.testing.Centre;
import studio.home.testing.HomesProcess;
import studio.home.testing.Settings;
import studio.home.testing.TestTree;
import studio.testkit.server.ChildJvm;

/** Homes between a centre and sites, over real sockets with real certificates. */
class HomeIT {

    private static final TestTree TREE = new TestTree();
    private static final AtomicLong NEXT = new AtomicLong(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final String ports = Settings.ports();
    private final Net acme = new Net("acme");
    private final Net beta = new Net("beta");
    private Centre centre = new Centre(vertx, TREE, 0);

    @TempDir
    private Path directory;

    private Path holders;
    private Optional<Thread> thread = Optional.empty();
    private Optional<Homes> homes = Optional.empty();

    /** A network of the test. */
    private static final class Net {
        private final TestTree.Network tree = TREE.network(uid());
        private final Uid home = uid();
        private final String name;

        Net(String name) {
            this.name = name;
        }

        Uid network() {
            return tree.uid();
        }
    }

    private static Uid uid() {
        return new Uid(new UUID(0x0190_0000_0000_7000L, NEXT.getAndIncrement()));
    }

    @BeforeEach
    void found() {
        holders = directory.resolve("holders");
        for (Net net : List.of(acme, beta)) {
            centre.add(net.network());
            centre.put(
                    net.network(),
                    "network",
                    List.of(),
                    List.of(Centre.item("network", "process/web", "i1:" + net.name)));
        }
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
        stopHomes();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void startHomes() throws IOException {
        Homes started = new Homes(
                vertx,
                Settings.in(directory.resolve("data"), centre.port(), ports),
                holders,
                new Counters(new SimpleMeterRegistry()),
                Clock.systemUTC());
        homes = Optional.of(started);
        Thread running = new Thread(started, "homes");
        thread = Optional.of(running);
        running.start();
    }

    private void stopHomes() throws InterruptedException {
        homes.ifPresent(Homes::stop);
        if (thread.isPresent()) {
            thread.get().join(PATIENCE);
        }
        homes = Optional.empty();
        thread = Optional.empty();
    }

    private int port(Net net) {
        return centre.port(net.network());
    }

    /** A site of a network, which has one item of its own. */
    private Uid site(Net net, String key) {
        Uid site = uid();
        String audience = "site/" + site;
        centre.put(
                net.network(), audience, List.of(audience, "network"), List.of(Centre.item(audience, key, "i1:own")));
        return site;
    }

    private Agent agent(Net net, Uid site, int port) {
        return agent(net, net.tree.site(site), port);
    }

    private Agent agent(Net net, FeedTls tls, int port) {
        Agent agent = new Agent(vertx, tls, port, net.tree.home(net.home), "hq");
        open.add(agent);
        return agent;
    }

    private static void awaitKeys(Agent agent, String... keys) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(agent.document().merged()).containsOnlyKeys(keys));
    }

    @Test
    void shouldGiveEachSiteOfEachNetworkItsOwnDocumentAndWhatChanges() throws IOException {
        // Given
        acme.tree.write(holders, "acme", acme.home, 1);
        beta.tree.write(holders, "beta", beta.home, 1);
        startHomes();
        Agent first = agent(acme, site(acme, "certificate/a"), port(acme));
        Agent second = agent(acme, site(acme, "certificate/b"), port(acme));
        Agent other = agent(beta, site(beta, "certificate/c"), port(beta));
        awaitKeys(first, "process/web", "certificate/a");
        awaitKeys(second, "process/web", "certificate/b");
        awaitKeys(other, "process/web", "certificate/c");

        // When
        centre.put(acme.network(), "network", List.of(), List.of(Centre.item("network", "process/api", "i1:2")));

        // Then
        awaitKeys(first, "process/web", "process/api", "certificate/a");
        awaitKeys(second, "process/web", "process/api", "certificate/b");
        assertThat(other.document().merged().values())
                .extracting(item -> item.digest())
                .contains("i1:beta")
                .doesNotContain("i1:acme", "i1:2");
    }

    @Test
    void shouldRefuseWhoIsOfAnotherNetwork() throws Exception {
        // Given
        acme.tree.write(holders, "acme", acme.home, 1);
        beta.tree.write(holders, "beta", beta.home, 1);
        startHomes();
        Uid site = site(beta, "certificate/c");

        // When: a site of beta comes to the home of acme, whatever it believes, and looks for either home
        Agent wrongHome = agent(beta, site, port(acme));
        Agent believing = agent(
                acme,
                new FeedTls(
                        beta.tree.site(site).chain(),
                        beta.tree.site(site).key(),
                        acme.tree.site(site).trust()),
                port(acme));

        // Then
        for (Agent refused : List.of(wrongHome, believing)) {
            assertThat(refused.losses().poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isNotNull();
            assertThat(refused.document().shelves()).isEmpty();
        }
    }

    @Test
    void shouldServeWhatItKeptWhileTheCentreIsAway() throws Exception {
        // Given
        acme.tree.write(holders, "acme", acme.home, 1);
        startHomes();
        Uid early = site(acme, "certificate/a");
        Uid late = site(acme, "certificate/b");
        int port = port(acme);
        awaitKeys(agent(acme, early, port), "process/web", "certificate/a");

        // When: the centre goes, the home begins anew, and somebody comes who was never here
        centre.close();
        stopHomes();
        startHomes();
        Agent newcomer = agent(acme, late, port);

        // Then
        awaitKeys(newcomer, "process/web", "certificate/b");

        // And when the centre is back, what changed meanwhile comes through
        centre = centre.again(vertx, TREE);
        centre.put(acme.network(), "network", List.of(), List.of(Centre.item("network", "process/api", "i1:2")));
        awaitKeys(newcomer, "process/web", "process/api", "certificate/b");
    }

    @Test
    void shouldComeBackFromBeingKilledWithoutAnythingBeingDeleted() {
        // Given
        acme.tree.write(holders, "acme", acme.home, 1);
        ChildJvm child = HomesProcess.start(directory.resolve("data"), holders, centre.port(), ports);
        open.add(child::kill9);
        Agent agent = agent(acme, site(acme, "certificate/a"), port(acme));
        awaitKeys(agent, "process/web", "certificate/a");
        int sofar = agent.losses().size();

        // When
        child.kill9();
        await().atMost(PATIENCE).until(() -> agent.losses().size() > sofar);
        assertThat(agent.document().merged()).containsOnlyKeys("process/web", "certificate/a");
        open.add(HomesProcess.start(directory.resolve("data"), holders, centre.port(), ports)::kill9);
        centre.put(acme.network(), "network", List.of(), List.of(Centre.item("network", "process/api", "i1:2")));

        // Then: the same port, and the document goes on from where it was
        awaitKeys(agent, "process/web", "process/api", "certificate/a");
    }

    @Test
    void shouldCarryADecisionUpAndItsAnswerDownToThatSiteAlone() throws Exception {
        // Given
        acme.tree.write(holders, "acme", acme.home, 1);
        startHomes();
        Uid uid = site(acme, "certificate/a");
        Agent agent = agent(acme, uid, port(acme));
        Agent other = agent(acme, site(acme, "certificate/b"), port(acme));
        awaitKeys(agent, "process/web", "certificate/a");
        awaitKeys(other, "process/web", "certificate/b");
        Frame.Decide decision = new Frame.Decide(
                7, uid().toString(), "d1:x", "accept", "", ByteBuffer.allocate(0), "alice", ByteBuffer.allocate(64));

        // When
        agent.run(session -> session.decide(decision));
        Frame.Decide said = centre.said(acme.network(), "site/" + uid, Frame.Decide.class, any -> true);
        centre.answer(acme.network(), "site/" + uid, new Frame.Decided(7, "accepted", ""));

        // Then
        assertThat(said).isEqualTo(decision);
        assertThat(agent.told().poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isEqualTo(new Frame.Decided(7, "accepted", ""));
        assertThat(other.told()).isEmpty();
    }

    @Test
    void shouldPassOnWhoIsThereAndHowItemsDo() throws Exception {
        // Given
        acme.tree.write(holders, "acme", acme.home, 1);
        startHomes();
        Uid uid = site(acme, "certificate/a");
        Agent agent = agent(acme, uid, port(acme));

        // When
        ItemStatus status = new ItemStatus("process/web", "d1:1", "observed", "");
        agent.run(session ->
                session.status(List.of(status), List.of(), Clock.systemUTC().instant()));
        Frame.Csr csr = new Frame.Csr(uid().toString(), "PEM");
        agent.run(session -> session.request(csr));

        // Then
        centre.said(acme.network(), "site/" + uid, Frame.Beat.class, beat -> beat.sequence() >= 0);
        assertThat(centre.said(acme.network(), "site/" + uid, Frame.Csr.class, any -> true))
                .isEqualTo(csr);
        assertThat(centre.said(acme.network(), "site/" + uid, Frame.Status.class, any -> true))
                .isEqualTo(new Frame.Status(List.of(status), List.of(), false));
    }

    @Test
    void shouldLetThreeHundredSitesJoinAtOnce() throws Exception {
        // Given
        acme.tree.write(holders, "acme", acme.home, 1);
        startHomes();
        int port = port(acme);
        List<Uid> sites = IntStream.range(0, 300)
                .mapToObj(i -> site(acme, "certificate/" + i))
                .toList();

        // When
        List<Agent> agents = sites.stream().map(site -> agent(acme, site, port)).toList();

        // Then
        await().atMost(PATIENCE.multipliedBy(2))
                .untilAsserted(() -> assertThat(agents)
                        .allSatisfy(
                                agent -> assertThat(agent.document().merged()).hasSize(2)));
    }

    @Test
    void shouldRenewAHomeOnItsPortAndForgetOneThatIsGone() throws Exception {
        // Given
        acme.tree.write(holders, "acme", acme.home, 1);
        startHomes();
        int port = port(acme);
        Agent agent = agent(acme, site(acme, "certificate/a"), port);
        awaitKeys(agent, "process/web", "certificate/a");
        Path cache = directory.resolve("data/homes").resolve(acme.home.toString());

        // When
        acme.tree.write(holders, "acme", acme.home, 2);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(homes.orElseThrow().running())
                        .extracting(home -> home.holder().ordinal())
                        .containsExactly(2));
        centre.put(acme.network(), "network", List.of(), List.of(Centre.item("network", "process/api", "i1:2")));
        awaitKeys(agent, "process/web", "process/api", "certificate/a");
        assertThat(cache.resolve("document")).exists();

        // And when the network is gone
        beta.tree.write(holders, "beta", beta.home, 1);
        DocumentCache.erase(holders.resolve("network-home").resolve(acme.home.toString()));

        // Then
        await().atMost(PATIENCE).until(() -> !Files.exists(cache));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(homes.orElseThrow().running())
                        .extracting(home -> home.holder().name())
                        .containsExactly("beta"));
        assertThat(agent.told())
                .noneMatch(frame -> frame instanceof Frame.Refused refused
                        && refused.problem().slug().equals(Problem.UNKNOWN_SUBJECT));
        assertThat(agent.document().merged()).hasSize(3);
    }
}
