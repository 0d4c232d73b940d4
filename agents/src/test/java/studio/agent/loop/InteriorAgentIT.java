package studio.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.TestAuthority;
import studio.agent.TestRouter;
import studio.agent.amqp.ManagementSession;
import studio.agent.amqp.Query;
import studio.agent.amqp.Request;
import studio.agent.amqp.Target;
import studio.agent.router.EntityType;
import studio.domain.certificate.Pem;
import studio.domain.kernel.Uid;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;
import studio.domain.plan.RouterSpec.Side;
import studio.domain.plan.RouterSpec.VhostGroup;

/** Two interior sites of one backbone, as their documents change: one story, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InteriorAgentIT {

    @TempDir
    static Path directory;

    private static final Vertx VERTX = Vertx.vertx();
    private static final TestAuthority INTERIOR = new TestAuthority("interior");
    private static final TestAuthority POINTS = new TestAuthority("points");
    private static final TestAuthority NETWORK = new TestAuthority("network");
    private static final Uid PARIS_POINT = uid(1);
    private static final Uid ROME_OWN = uid(2);
    private static final Uid ROME_NEXT = uid(3);
    private static final String POINT = "point-" + PARIS_POINT.base32Hex();
    private static final String PEER = "peer-" + PARIS_POINT.base32Hex();
    private static final String LINK = "link-" + uid(4).base32Hex();
    private static final String NET = "net-" + uid(5).base32Hex();

    private static TestSite paris;
    private static TestSite rome;
    private static String shown = "";
    private static String romes = "";
    private static int peerPort;
    private static int edgePort;

    @BeforeAll
    static void start() throws IOException {
        paris = new TestSite("paris", directory.resolve("paris"), VERTX);
        rome = new TestSite("rome", directory.resolve("rome"), VERTX);
        peerPort = TestRouter.freePort();
        edgePort = TestRouter.freePort();
    }

    @AfterAll
    static void stop() throws IOException {
        rome.close();
        paris.close();
        VERTX.close();
    }

    @Test
    @Order(1)
    void shouldListenForPeersOnceItHasACertificate() {
        paris.with("profile/" + POINT, new RouterSpec.SslProfile(POINT, PARIS_POINT, INTERIOR.pem(), 1, 1))
                .with(
                        "listener/" + PEER,
                        new RouterSpec.RouterListener(PEER, Side.INTER_ROUTER, peerPort, POINT, Optional.empty()));
        shown = paris.enrol(PARIS_POINT, "paris-peer", 1, POINTS);

        SiteReport report = paris.awaitApplied();

        assertThat(report.places()).containsKey(PEER);
        assertThat(report.health())
                .isInstanceOfSatisfying(
                        SiteReport.Health.Healthy.class,
                        health -> assertThat(health.routerId()).isEqualTo("paris"));
    }

    @Test
    @Order(2)
    void shouldConnectWithCost() {
        rome.with("profile/backbone", new RouterSpec.SslProfile("backbone", ROME_OWN, POINTS.pem(), 1, 1))
                .with("connector/" + LINK, new RouterSpec.RouterConnector(LINK, "localhost", peerPort, 3, "backbone"));
        rome.enrol(ROME_OWN, "rome", 1, INTERIOR);

        rome.await(last -> isUp(last) && last.certificates().contains(ROME_OWN));

        assertThat(TestRouter.eventually(() -> cost() == 3)).isTrue();
    }

    @Test
    @Order(3)
    void shouldChangeTheCostWhileTheLinkStaysUp() {
        rome.with("connector/" + LINK, new RouterSpec.RouterConnector(LINK, "localhost", peerPort, 9, "backbone"))
                .publish();

        rome.awaitApplied();

        assertThat(TestRouter.eventually(() -> cost() == 9)).isTrue();
    }

    @Test
    @Order(4)
    void shouldServeANetworkOnAListenerOfItsOwn() throws IOException {
        paris.with("profile/" + NET, new RouterSpec.SslProfile(NET, PARIS_POINT, NETWORK.pem(), 10_001, 10_001))
                .with("vhost/vhost-" + NET, vhost(List.of()))
                .with(
                        "listener/edge-" + NET,
                        new RouterSpec.RouterListener("edge-" + NET, Side.EDGE, edgePort, NET, Optional.of(NET)))
                .publish();

        assertThat(paris.awaitApplied().places()).containsKeys("edge-" + NET, PEER);
        assertThat(Files.readString(paris.settings().bootFile())).contains("edge-" + NET, "vhost-" + NET);
    }

    @Test
    @Order(5)
    void shouldDenyAMember() {
        paris.with("profile/" + NET, new RouterSpec.SslProfile(NET, PARIS_POINT, NETWORK.pem(), 20_001, 20_001))
                .with("vhost/vhost-" + NET, vhost(List.of(uid(77))))
                .publish();

        paris.awaitApplied();

        assertThat(rows(paris, EntityType.VHOST, "name", "groups").toString()).contains(uid(77).toString());
        assertThat(rows(paris, EntityType.SSL_PROFILE, "name", "oldestValidOrdinal"))
                .contains(Map.of("name", NET, "oldestValidOrdinal", 20_001L));
    }

    @Test
    @Order(6)
    void shouldHealAndReportDrift() {
        try (ManagementSession session = paris.connect()) {
            session.ask(Request.delete(EntityType.LISTENER.longName(), "edge-" + NET));
        }

        assertThat(TestRouter.eventually(() ->
                        paris.drift().stream().anyMatch(drift -> drift.name().equals("edge-" + NET))))
                .isTrue();
        paris.awaitApplied();
    }

    @Test
    @Order(7)
    void shouldRotateTheCertificateOfALink() {
        romes = rome.enrol(ROME_NEXT, "rome", 2, INTERIOR);
        rome.with("profile/backbone", new RouterSpec.SslProfile("backbone", ROME_NEXT, POINTS.pem(), 2, 1))
                .publish();

        rome.await(last -> last.certificates().contains(ROME_NEXT) && isUp(last));

        assertThat(TestRouter.eventually(() -> rows(rome, EntityType.SSL_PROFILE, "name", "oldestValidOrdinal")
                        .contains(Map.of("name", "backbone", "oldestValidOrdinal", 2L))))
                .isTrue();
        assertThat(isUp(rome.await(InteriorAgentIT::isUp))).isTrue();
    }

    @Test
    @Order(8)
    void shouldLetInWhoseCertificateIsOnTheListAndEndTheConnectionsOfOthers() {
        trust(Pem.first(romes), 1_001);
        assertThat(TestRouter.eventually(() -> generations().equals(Set.of(1_001L))))
                .isTrue();
        rome.await(InteriorAgentIT::isUp);

        trust(Pem.first(shown), 2_001);
        rome.await(report -> !isUp(report));
        assertThat(generations()).isEmpty();

        trust(INTERIOR.pem(), 3_001);
        assertThat(TestRouter.eventually(() -> generations().equals(Set.of(3_001L))))
                .isTrue();
        rome.await(InteriorAgentIT::isUp);
    }

    /** Whom paris lets in from now on; connections from before end. */
    private static void trust(String anchors, long ordinal) {
        paris.with("profile/" + POINT, new RouterSpec.SslProfile(POINT, PARIS_POINT, anchors, ordinal, ordinal))
                .publish();
        paris.awaitApplied();
    }

    private static Set<Object> generations() {
        return rows(paris, "io.skupper.router.connection", "container", "role", "tlsOrdinal").stream()
                .filter(row -> "rome".equals(row.get("container")))
                .map(row -> row.getOrDefault("tlsOrdinal", 0L))
                .collect(Collectors.toSet());
    }

    @Test
    @Order(9)
    void shouldComeBackByItselfWhenTheRouterCrashes() {
        Instant before = started();
        paris.router().running().orElseThrow().destroyForcibly();

        assertThat(TestRouter.eventually(() -> started().isAfter(before))).isTrue();
        paris.awaitApplied();
        rome.await(InteriorAgentIT::isUp);
    }

    @Test
    @Order(10)
    void shouldFindTheRouterOfAnEarlierAgentAndChangeNothing() throws IOException {
        Instant before = started();

        paris.replaceAgent();

        assertThat(paris.awaitApplied().drift()).isEmpty();
        assertThat(started()).isEqualTo(before);
        assertThat(isUp(rome.await(InteriorAgentIT::isUp))).isTrue();
    }

    @Test
    @Order(11)
    void shouldSayWhyALinkIsDown() {
        rome.with("connector/" + LINK, new RouterSpec.RouterConnector(LINK, "localhost", 1, 9, "backbone"))
                .publish();

        // The link that works stays, since the other one never will.
        SiteReport report = rome.await(last -> last.items().stream()
                .anyMatch(item -> item.reason()
                        .filter(why -> why.contains("last connection"))
                        .isPresent()));

        assertThat(isUp(report)).isTrue();
    }

    @Test
    @Order(12)
    void shouldLeaveNothingWhenTold() {
        paris.with("decommission", new ItemSpec.Decommission(Optional.empty())).publish();

        assertThat(paris.await(SiteReport::cleanedUp)).isNotNull();
        assertThat(rows(paris, EntityType.LISTENER, "name")).containsExactly(Map.of("name", "agent-management"));
    }

    private static boolean isUp(SiteReport report) {
        return report.links()
                .getOrDefault(LINK, new SiteReport.LinkState(false, Optional.empty()))
                .up();
    }

    private static Instant started() {
        return paris.router()
                .running()
                .flatMap(process -> process.info().startInstant())
                .orElse(Instant.MIN);
    }

    private static long cost() {
        return rows(rome, "io.skupper.router.router.node", "id", "cost").stream()
                .filter(row -> "paris".equals(row.get("id")))
                .mapToLong(row -> row.get("cost") instanceof Long cost ? cost : -1)
                .findFirst()
                .orElse(-1);
    }

    private static List<Map<String, Object>> rows(TestSite site, EntityType type, String... attributes) {
        return rows(site, type.longName(), attributes);
    }

    private static List<Map<String, Object>> rows(TestSite site, String type, String... attributes) {
        try (ManagementSession session = site.connect()) {
            return switch (new Query(type, List.of(attributes)).ask(session, Target.LOCAL)) {
                case Query.Rows.Found found -> found.rows();
                case Query.Rows.Missing missing -> List.of();
            };
        }
    }

    private static RouterSpec.Vhost vhost(List<Uid> denied) {
        String van = NET.substring("net-".length());
        List<String> sources = List.of(van + "/*", van + "-${user}", "_$qd.edge_addr_tracking");
        List<String> targets = List.of(van + "/#", van + ".feed/#", "amqp:/_edge/*/temp.#", "_$qd.mesh_discovery");
        return new RouterSpec.Vhost(
                "vhost-" + NET,
                NET,
                List.of(
                        new VhostGroup("$default", List.of(), "*", sources, targets),
                        new VhostGroup("denied", denied, "192.0.2.1", List.of(), List.of())));
    }

    private static Uid uid(long number) {
        return new Uid(new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0000L | number));
    }
}
