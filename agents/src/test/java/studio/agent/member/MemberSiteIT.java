package studio.agent.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.TestArchives;
import studio.agent.TestAuthority;
import studio.agent.TestNetwork;
import studio.agent.TestRouter;
import studio.agent.decide.Change;
import studio.agent.decide.Verdict;
import studio.agent.loop.SiteReport;
import studio.agent.loop.TestSite;
import studio.agent.platform.Loopback;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Uid;
import studio.domain.library.ImageSnapshot;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Deployment.Standing;
import studio.domain.network.NetworkCommand.ResumeNetwork;
import studio.domain.network.NetworkCommand.SuspendNetwork;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;
import studio.domain.plan.RouterSpec.Side;
import studio.domain.plan.RouterSpec.VhostGroup;
import studio.feed.frame.FlowReport;

/** Headquarters and a customer, whose programs talk through a backbone of one router: one story, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MemberSiteIT {

    @TempDir
    static Path directory;

    private static final Vertx VERTX = Vertx.vertx();
    private static final TestAuthority POINTS = new TestAuthority("points");
    private static final TestAuthority MEMBERS = new TestAuthority("members");
    private static final Uid POINT = new Uid(new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0001L));
    private static final Uid RENEWED = new Uid(new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0002L));
    private static final String ORDERS = "acme/orders";

    private static TestNetwork network;
    private static TestArchives archives;
    private static TestSite backbone;
    private static TestMember hq;
    private static TestMember customer;

    @BeforeAll
    static void start() throws IOException {
        network = new TestNetwork();
        archives = new TestArchives();
        backbone = new TestSite("paris", directory.resolve("paris"), VERTX);
        int port = TestRouter.freePort();
        String net = "net-" + network.vanId();
        backbone.with("profile/" + net, new RouterSpec.SslProfile(net, POINT, MEMBERS.pem(), 1, 1))
                .with("vhost/vhost-" + net, vhost(net))
                .with(
                        "listener/edge-" + net,
                        new RouterSpec.RouterListener("edge-" + net, Side.EDGE, port, net, Optional.of(net)));
        backbone.enrol(POINT, "paris-members", 1, POINTS);
        backbone.await(SiteReport::converged);
        hq = new TestMember("hq", network, AcceptancePolicy.ACCEPT_ALL, directory.resolve("hq"), VERTX, MEMBERS);
        customer = new TestMember(
                "customer", network, AcceptancePolicy.ASK, directory.resolve("customer"), VERTX, MEMBERS);
        for (TestMember member : List.of(hq, customer)) {
            network.connects(member.ref(), "paris", new TestNetwork.Place(POINT, port, POINTS.pem(), 1));
        }
    }

    private static RouterSpec.Vhost vhost(String net) {
        String van = net.substring("net-".length());
        List<String> sources = List.of(van + "/*", van + "-${user}", "_$qd.edge_addr_tracking");
        List<String> targets = List.of(van + "/#", van + ".feed/#", "amqp:/_edge/*/temp.#", "_$qd.mesh_discovery");
        return new RouterSpec.Vhost(
                "vhost-" + net, net, List.of(new VhostGroup("$default", List.of(), "*", sources, targets)));
    }

    @AfterAll
    static void stop() throws IOException {
        customer.close();
        hq.close();
        backbone.close();
        archives.close();
        VERTX.close();
    }

    private static ImageSnapshot backend(String version) throws IOException {
        String script = "exec java -Xmx16m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp classes "
                + EchoProgram.class.getName() + " serve \"$STUDIO_HOST\" 8080 v" + version;
        return TestNetwork.image(
                "backend",
                version,
                archives.script("backend-" + version, script, List.of(EchoProgram.class)),
                List.of(ORDERS),
                List.of());
    }

    private static ImageSnapshot till() throws IOException {
        String script = "exec java -Xmx16m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp classes "
                + EchoProgram.class.getName() + " ask \"$ORDERS_HOST\" \"$ORDERS_PORT\" order";
        return TestNetwork.image(
                "till", "1", archives.script("till", script, List.of(EchoProgram.class)), List.of(), List.of(ORDERS));
    }

    @Test
    @Order(1)
    void shouldConnectToTheBackbone() {
        hq.send();
        customer.send();

        hq.await(view -> view.router().state().equals("connected"));
        customer.await(view -> view.router().state().equals("connected"));
        assertThat(TestRouter.eventually(() -> state(hq, "link/paris").equals("observed")))
                .isTrue();
    }

    @Test
    @Order(2)
    void shouldAskTheCustomerAndNotHeadquarters() throws IOException {
        network.given(TestNetwork.process("backend", backend("1"), hq.ref()));
        network.given(TestNetwork.process("till", till(), customer.ref()));
        network.given(TestNetwork.link("orders", ORDERS, TestNetwork.offers("backend"), TestNetwork.requires("till")));
        hq.send();
        customer.send();

        hq.awaitRunning("backend");
        Change change = customer.change("till");

        assertThat(change.standing()).isEqualTo(Standing.PROPOSED);
        assertThat(customer.site().view().orElseThrow().components()).isEmpty();
        assertThat(TestRouter.eventually(() -> state(customer, "process/till").equals("proposed")))
                .isTrue();
        assertThat(isOpen(customer)).isFalse();
    }

    @Test
    @Order(3)
    void shouldCarryBytesFromTheOneSitesProcessToTheOthersOnceAccepted() {
        customer.decide(Verdict.ACCEPT, "", "till");

        customer.awaitRunning("till");
        assertThat(customer.prints("till", "answer: v1 order")).isTrue();
        assertThat(TestRouter.eventually(() -> state(customer, "process/till").equals("observed")))
                .isTrue();
        assertThat(customer.feed().decided()).singleElement().satisfies(frame -> {
            assertThat(frame.verdict()).isEqualTo("accept");
            assertThat(frame.seq()).isEqualTo(1);
        });
    }

    @Test
    @Order(4)
    void shouldTellWhatWentThroughTheRouters() {
        assertThat(TestRouter.eventually(() -> services(customer)
                        .anyMatch(service -> !service.answers()
                                && service.item().startsWith("listener/orders:")
                                && service.opened() > 0
                                && service.toServer() > 0
                                && service.toClient() > 0
                                && service.waits() > 0)))
                .as(() -> "told: " + customer.feed().flows())
                .isTrue();
        assertThat(TestRouter.eventually(() -> services(hq)
                        .anyMatch(service -> service.answers()
                                && service.item().startsWith("connector/backend/")
                                && service.opened() > 0)))
                .as(() -> "told: " + hq.feed().flows())
                .isTrue();
        assertThat(customer.feed().flows()).allSatisfy(report -> {
            assertThat(report.router()).endsWith(customer.ref().uid().toString());
            assertThat(report.services())
                    .allSatisfy(service -> assertThat(service.address()).startsWith(network.vanId()));
        });
        assertThat(customer.feed().flows())
                .anySatisfy(report -> assertThat(report.flows())
                        .anySatisfy(flow -> assertThat(flow.client()).startsWith("127.")));
        assertThat(customer.feed().flows())
                .anySatisfy(report -> assertThat(report.links())
                        .anySatisfy(link -> assertThat(link.up()).isTrue()));
    }

    private static Stream<FlowReport.Service> services(TestMember member) {
        return member.feed().flows().stream().flatMap(report -> report.services().stream());
    }

    @Test
    @Order(5)
    void shouldRenewItsCertificateUnderAnOpenConnection() throws IOException {
        try (Socket open = new Socket(Loopback.of(customer.ref().uid()), 5432)) {
            customer.send(renewal(Optional.empty()));
            assertThat(TestRouter.eventually(
                            () -> customer.feed().request(RENEWED).isPresent()))
                    .isTrue();

            customer.send(renewal(
                    Optional.of(MEMBERS.sign(customer.feed().request(RENEWED).orElseThrow()))));

            assertThat(TestRouter.eventually(
                            () -> state(customer, "certificate/" + RENEWED).equals("observed")))
                    .isTrue();
            assertThat(ask(open)).isEqualTo("v1 hello");
        }
        assertThat(customer.prints("till", "answer: v1 order")).isTrue();
        assertThat(customer.directory().resolve("keys/2/chain.pem")).exists();
    }

    /** What the site is to have, and the next certificate. */
    private static List<Item> renewal(Optional<String> chain) {
        List<Item> items = new ArrayList<>(network.document(customer.ref()));
        items.add(Item.of(
                "certificate/" + RENEWED,
                new ItemSpec.Certificate(2, 1, chain.isEmpty(), chain),
                new Cause(new EntityKey("certificate", RENEWED.toString()), 1)));
        return items;
    }

    @Test
    @Order(6)
    void shouldFindRouterAndProcessesAgainWhenTheAgentIsReplaced() throws IOException {
        long till = customer.pid("till");
        long router = customer.site().router().running().orElseThrow().pid();

        customer.replaceAgent();

        assertThat(customer.pid("till")).isEqualTo(till);
        assertThat(customer.site().router().running().orElseThrow().pid()).isEqualTo(router);
        assertThat(customer.change("till").standing()).isEqualTo(Standing.ACCEPTED);
    }

    @Test
    @Order(7)
    void shouldStartAProcessAgainThatEnds() {
        long before = customer.pid("till");

        ProcessHandle.of(before).orElseThrow().destroyForcibly();

        assertThat(TestRouter.eventually(() -> customer.pid("till") != before)).isTrue();
    }

    @Test
    @Order(8)
    void shouldKeepWhatRunsWhileANewVersionIsProposed() throws IOException {
        network.given(TestNetwork.process("backend-two", backend("2"), customer.ref()));
        customer.send();
        customer.decide(Verdict.ACCEPT, "", "backend-two");
        long before = customer.pid("backend-two");
        network.given(TestNetwork.change("backend-two", backend("3")));
        customer.send();

        customer.await(view -> view.changes().stream()
                .anyMatch(change -> change.endpoint().name().value().equals("backend-two")
                        && change.standing() == Standing.PROPOSED));
        assertThat(customer.pid("backend-two")).isEqualTo(before);

        customer.decide(Verdict.ACCEPT, "", "backend-two");
        assertThat(TestRouter.eventually(() -> customer.pid("backend-two") != before))
                .isTrue();
    }

    @Test
    @Order(9)
    void shouldStandStillAndGoOnWithTheNetwork() {
        network.given(new SuspendNetwork("holidays"));
        customer.send();
        customer.await(view ->
                view.components().stream().noneMatch(component -> component.state() == Component.State.RUNNING));
        assertThat(TestRouter.eventually(() -> !isOpen(customer))).isTrue();

        network.given(new ResumeNetwork());
        customer.send();
        customer.awaitRunning("till");
        assertThat(customer.prints("till", "answer: v1 order")).isTrue();
    }

    @Test
    @Order(10)
    void shouldStandStillWhileTheParticipantSaysSo() {
        customer.site().choices().pause(true, "pat");
        customer.await(view ->
                view.paused() && view.components().stream().noneMatch(each -> each.state() == Component.State.RUNNING));

        customer.site().choices().pause(false, "pat");
        customer.awaitRunning("till");
    }

    @Test
    @Order(11)
    void shouldRemoveWhatIsDeclined() {
        long pid = customer.pid("till");

        customer.decide(Verdict.DECLINE, "too expensive", "till");

        customer.await(view -> view.components().stream()
                .noneMatch(component -> component.endpoint().name().value().equals("till")));
        assertThat(TestRouter.eventually(() ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()))
                .isTrue();
        assertThat(TestRouter.eventually(() -> !isOpen(customer))).isTrue();
        assertThat(customer.directory().resolve("processes/till")).doesNotExist();
        assertThat(TestRouter.eventually(() -> state(customer, "process/till").equals("declined")))
                .isTrue();
    }

    /** An interior router that takes the site's own offer for somebody else's would get every second connection, and refuse it. */
    @Test
    @Order(12)
    void shouldServeItsOwnProcessesEachTime() throws IOException {
        network.given(TestNetwork.process("desk", till(), hq.ref()));
        network.given(TestNetwork.relink(
                "orders", TestNetwork.offers("backend"), TestNetwork.requires("till"), TestNetwork.requires("desk")));
        hq.send();
        hq.awaitRunning("desk");
        assertThat(hq.prints("desk", "answer: v1 order")).isTrue();
        for (int i = 0; i < 8; i++) {
            assertThat(answer(hq)).isEqualTo("v1 hello");
        }
    }

    private static String answer(TestMember member) throws IOException {
        try (Socket socket = new Socket(Loopback.of(member.ref().uid()), 5432)) {
            return ask(socket);
        }
    }

    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream().write("hello\n".getBytes(StandardCharsets.UTF_8));
        return String.valueOf(
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine());
    }

    @Test
    @Order(13)
    void shouldLeaveNothingWhenTold() throws IOException {
        customer.send(List.of(new Item(
                "decommission",
                "i1:x",
                new ItemSpec.Decommission(Optional.empty()),
                List.of(),
                new Cause(new EntityKey("site", "customer"), 1))));

        assertThat(TestRouter.eventually(() -> customer.feed().isCleaned())).isTrue();
        assertThat(customer.site().router().running()).isEmpty();
        try (Stream<Path> left = Files.list(customer.directory())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("keys", "router-management.port", "console.port", "feed.port");
        }
    }

    private static String state(TestMember member, String key) {
        return Optional.ofNullable(member.feed().statuses().get(key))
                .map(status -> status.state())
                .orElse("");
    }

    /** Whether the customer's till could find the service. */
    private static boolean isOpen(TestMember member) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Loopback.of(member.ref().uid()), 5432), 500);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
