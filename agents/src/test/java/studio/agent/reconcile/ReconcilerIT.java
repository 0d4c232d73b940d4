package studio.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.TestAuthority;
import studio.agent.TestRouter;
import studio.agent.amqp.ManagementSession;
import studio.agent.amqp.Query;
import studio.agent.amqp.Request;
import studio.agent.amqp.Target;
import studio.agent.boot.RouterSettings.Mode;
import studio.agent.plan.Desired;
import studio.agent.plan.ObservedRouter;
import studio.agent.plan.Reason;
import studio.agent.reconcile.Round.Trigger;
import studio.agent.router.AddressRule;
import studio.agent.router.Connector;
import studio.agent.router.EntityType;
import studio.agent.router.Listener;
import studio.agent.router.Observed;
import studio.agent.router.Place;
import studio.agent.router.Role;
import studio.agent.router.RouterEntity;
import studio.agent.router.SslProfile;
import studio.agent.router.TcpConnector;
import studio.agent.router.TcpListener;
import studio.agent.router.Vhost;
import studio.agent.router.VhostGroup;

class ReconcilerIT {

    @TempDir
    static Path directory;

    private static final Vertx VERTX = Vertx.vertx();
    private static final TestAuthority AUTHORITY = new TestAuthority("authority");
    private static TestRouter near;
    private static TestRouter far;
    private static ManagementSession session;
    private static ManagementSession farSession;
    private static SslProfile profile;

    private final Reconciler reconciler =
            new Reconciler(new TlsPortProbe(name -> profile.files().certificate()), Clock.systemUTC());

    @BeforeAll
    static void start() throws IOException {
        near = TestRouter.start("near", Mode.INTERIOR, directory.resolve("near"), VERTX);
        far = TestRouter.start("far", Mode.INTERIOR, directory.resolve("far"), VERTX);
        SslProfile.Files files =
                AUTHORITY.issue(directory.resolve("tls"), "router", Optional.of("localhost"), AUTHORITY);
        profile = new SslProfile("studio-tls", files, 1, 0);
        session = near.connect();
        farSession = far.connect();
    }

    @AfterAll
    static void stop() throws IOException {
        near.close();
        far.close();
        VERTX.close();
    }

    @AfterEach
    void empty() {
        settle(Desired.of(List.of()));
    }

    @Test
    void shouldConvergeWithEveryTypeAndBack() throws IOException {
        // Given
        Vhost vhost = vhost("V/*, V-${user}");
        Desired desired = Desired.of(List.of(
                new TcpListener("studio-in", "V/x", Place.local(TestRouter.freePort())),
                new TcpConnector("studio-out", "V/x", Place.local(TestRouter.freePort())),
                listener(TestRouter.freePort(), vhost),
                vhost,
                profile,
                new AddressRule("studio-closest", "*/closest/#", AddressRule.Distribution.CLOSEST)));

        // When
        Round made = settle(desired);

        // Then
        assertThat(made.isConverged()).as(made.plan().toString()).isTrue();
        assertThat(made.statuses().values()).containsOnly(new EntityStatus.Applied());

        // And back
        assertThat(settle(Desired.of(List.of())).isConverged()).isTrue();
        assertThat(own()).isEmpty();
    }

    @Test
    void shouldHealAndNameWhatSomebodyElseChanged() throws IOException {
        Desired desired = Desired.of(List.of(profile, vhost("V/*")));
        settle(desired);
        session.ask(Request.delete(EntityType.VHOST.longName(), "studio-vhost"));

        Round healing = reconciler.round(desired, session, Trigger.RESYNC);

        assertThat(healing.drift()).extracting(Round.Drift::name).containsExactly("studio-vhost");
        assertThat(healing.drift().getFirst().reason().kind()).isEqualTo(Reason.Kind.MISSING);
        assertThat(settle(desired).isConverged()).isTrue();
    }

    @Test
    void shouldChangeAPolicyAndMoveAPort() throws IOException {
        int port = TestRouter.freePort();
        settle(Desired.of(List.of(profile, vhost("V/*"), listener(port, vhost("V/*")))));

        Desired moved =
                Desired.of(List.of(profile, vhost("W/*"), new TcpListener("studio-in", "V/x", Place.local(port))));
        Round round = settle(moved);

        assertThat(round.isConverged()).as(round.plan().toString()).isTrue();
    }

    @Test
    void shouldReuseThePortOfAListenerAtOnce() throws IOException {
        int port = TestRouter.freePort();
        settle(Desired.of(List.of(profile, vhost("V/*"), listener(port, vhost("V/*")))));

        Listener other =
                new Listener("studio-peer", Role.INTER_ROUTER, Place.local(port), profile.name(), Optional.empty());
        Desired moved = Desired.of(List.of(profile, other));
        Round round = settle(moved);

        assertThat(round.isConverged()).as(round.plan().toString()).isTrue();
    }

    @Test
    void shouldSayThatAnotherProgramListens() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Desired desired = Desired.of(List.of(profile, vhost("V/*"), listener(taken.getLocalPort(), vhost("V/*"))));

            assertThat(settle(desired).statuses())
                    .containsEntry("studio-edge", new EntityStatus.Failed("another program listens on its port"));
        }
    }

    @Test
    void shouldSayInTheRoutersWordsWhatItRefused() {
        SslProfile.Files wrong = new SslProfile.Files(
                profile.files().authorities(), profile.files().certificate(), Path.of("/nowhere"));
        SslProfile broken = new SslProfile("studio-broken", wrong, 1, 0);
        Listener listener = new Listener(
                "studio-peer", Role.INTER_ROUTER, Place.local(freePort()), broken.name(), Optional.empty());

        Map<String, EntityStatus> statuses =
                settle(Desired.of(List.of(broken, listener))).statuses();

        assertThat(statuses.get("studio-peer"))
                .isInstanceOfSatisfying(
                        EntityStatus.Failed.class,
                        failed -> assertThat(failed.reason()).contains("500"));
    }

    @Test
    void shouldChangeTheCostOfTheOnlyLinkWithoutLosingIt() {
        // Given
        int port = freePort();
        Reconciler farReconciler =
                new Reconciler(new TlsPortProbe(name -> profile.files().certificate()), Clock.systemUTC());
        settle(
                farReconciler,
                Desired.of(List.of(
                        profile,
                        new Listener(
                                "studio-peer",
                                Role.INTER_ROUTER,
                                Place.local(port),
                                profile.name(),
                                Optional.empty()))),
                farSession);
        settle(Desired.of(List.of(profile, link(port, 1))));
        assertThat(TestRouter.eventually(this::linked)).isTrue();

        // When
        Desired dearer = Desired.of(List.of(profile, link(port, 7)));
        List<Boolean> linked = new ArrayList<>();
        boolean converged = TestRouter.eventually(() -> {
            Round round = reconciler.round(dearer, session, Trigger.FOLLOW_UP);
            linked.add(linked());
            return round.isConverged();
        });

        // Then
        assertThat(converged).isTrue();
        assertThat(linked).doesNotContain(false);
        assertThat(TestRouter.eventually(() -> cost() == 7)).isTrue();
    }

    private static Connector link(int port, int cost) {
        return new Connector("studio-link", Role.INTER_ROUTER, new Place("localhost", port), profile.name(), cost);
    }

    private boolean linked() {
        return router().own().anyMatch(Observed::isConnected);
    }

    private long cost() {
        Query nodes = new Query("io.skupper.router.router.node", List.of("id", "cost"));
        return switch (nodes.ask(session, Target.LOCAL)) {
            case Query.Rows.Missing missing -> -1;
            case Query.Rows.Found found ->
                found.rows().stream()
                        .filter(row -> "far".equals(row.get("id")))
                        .mapToLong(row -> row.get("cost") instanceof Long cost ? cost : -1)
                        .findFirst()
                        .orElse(-1);
        };
    }

    private static int freePort() {
        try {
            return TestRouter.freePort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Round settle(Desired desired) {
        return settle(reconciler, desired, session);
    }

    private static Round settle(Reconciler reconciler, Desired desired, ManagementSession session) {
        Round round = reconciler.round(desired, session, Trigger.DESIRED);
        for (int more = 0; more < 5 && round.isWorthAnother(); more++) {
            round = reconciler.round(desired, session, Trigger.FOLLOW_UP);
        }
        return round;
    }

    private List<String> own() {
        return router().own().map(Observed::name).toList();
    }

    private ObservedRouter router() {
        Observation observation = new Observer(listener -> ObservedRouter.Listening.ROUTER)
                .observe(session, Desired.of(List.<RouterEntity>of()));
        return observation instanceof Observation.Seen seen ? seen.router() : ObservedRouter.EMPTY;
    }

    private static Listener listener(int port, Vhost vhost) {
        return new Listener(
                "studio-edge",
                Role.EDGE,
                Place.local(port),
                profile.name(),
                Optional.of(Listener.VhostReference.to(vhost)));
    }

    private static Vhost vhost(String sources) {
        VhostGroup everybody = new VhostGroup(
                Set.of(),
                VhostGroup.ANYWHERE,
                Set.of(VhostGroup.Allowed.ANONYMOUS_SENDER),
                List.of(sources.split(", ")),
                List.of(),
                List.of("V/#", "amqp:/_edge/*/temp.#"));
        return new Vhost(
                "studio-vhost",
                "net-v",
                true,
                Map.of(
                        Vhost.EVERYBODY,
                        everybody,
                        "home",
                        everybody.with(Set.of("home"), List.of("V.feed/*")),
                        "denied",
                        VhostGroup.denied(Set.of("b", "a"))));
    }
}
