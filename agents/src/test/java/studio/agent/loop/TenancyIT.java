package studio.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.TestAuthority;
import studio.agent.TestRouter;
import studio.agent.amqp.Answer;
import studio.agent.amqp.ManagementOptions;
import studio.agent.amqp.ManagementSession;
import studio.agent.amqp.Query;
import studio.agent.amqp.Request;
import studio.agent.amqp.Target;
import studio.agent.boot.RouterSettings;
import studio.agent.boot.RouterSettings.Mode;
import studio.agent.router.Connector;
import studio.agent.router.EntityType;
import studio.agent.router.Place;
import studio.agent.router.Role;
import studio.agent.router.RouterEntity;
import studio.agent.router.SslProfile;
import studio.agent.router.TcpConnector;
import studio.agent.router.TcpListener;
import studio.domain.kernel.Uid;
import studio.domain.plan.RouterSpec;
import studio.domain.plan.RouterSpec.Side;
import studio.domain.plan.RouterSpec.VhostGroup;

/** Two networks on one interior router: what a member can reach, and what it can't whatever it tries. */
class TenancyIT {

    @TempDir
    static Path directory;

    private static final Vertx VERTX = Vertx.vertx();
    private static final TestAuthority POINTS = new TestAuthority("points");
    private static final Uid POINT = uid(1);
    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    private static TestSite backbone;
    private static Network red;
    private static Network blue;
    private static Member red1;
    private static Member red2;
    private static Member blue1;

    private record Network(String vanId, TestAuthority authority, int port) {}

    private record Member(Network network, Uid site, TestRouter router, ManagementSession session, SslProfile profile) {

        String id() {
            return RouterSettings.edgeId(network.vanId(), site);
        }

        boolean isConnected() {
            Query query = new Query(EntityType.CONNECTOR.longName(), List.of("name", "connectionStatus"));
            return query.ask(session, Target.LOCAL) instanceof Query.Rows.Found found
                    && found.rows().stream().anyMatch(row -> "SUCCESS".equals(row.get("connectionStatus")));
        }
    }

    @BeforeAll
    static void start() throws IOException {
        backbone = new TestSite("bb", directory.resolve("bb"), VERTX);
        OPEN.add(backbone);
        red = network(10, "red");
        blue = network(20, "blue");
        backbone.enrol(POINT, "point", 1, POINTS);
        backbone.awaitApplied();
        red1 = member(red, red, uid(11));
        red2 = member(red, red, uid(12));
        blue1 = member(blue, blue, uid(21));
        assertThat(TestRouter.eventually(() -> red1.isConnected() && red2.isConnected() && blue1.isConnected()))
                .isTrue();
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : OPEN.reversed()) {
            each.close();
        }
        VERTX.close();
    }

    @Test
    void shouldCarryBytesBetweenSitesOfOneNetwork() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            echo(server);
            int entry = TestRouter.freePort();
            settle(red2, new TcpConnector("studio-echo", red.vanId() + "/echo", Place.local(server.getLocalPort())));
            settle(red1, new TcpListener("studio-echo", red.vanId() + "/echo", Place.local(entry)));

            assertThat(TestRouter.eventually(() -> says(entry, "hello"))).isTrue();
        }
    }

    @Test
    void shouldGiveAnotherNetworkNothing() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            echo(server);
            int own = TestRouter.freePort();
            int others = TestRouter.freePort();
            settle(red2, new TcpConnector("studio-spied", red.vanId() + "/spied", Place.local(server.getLocalPort())));
            settle(red1, new TcpListener("studio-own", red.vanId() + "/spied", Place.local(own)));

            settle(blue1, new TcpListener("studio-spy", red.vanId() + "/spied", Place.local(others)));

            assertThat(TestRouter.eventually(() -> says(own, "hello"))).isTrue();
            assertThat(says(others, "hello")).isFalse();
        }
    }

    @Test
    void shouldLetNobodyManageWhatIsNotTheirs() throws IOException {
        ManagementOptions.Limits hurried =
                new ManagementOptions.Limits(Duration.ofSeconds(5), Duration.ofSeconds(1), 10, 10);
        for (Member from : List.of(red1, blue1)) {
            ManagementOptions options = new ManagementOptions(
                    from.router().options().place(), from.router().options().tls(), hurried);
            try (ManagementSession session =
                    ManagementSession.connect(VERTX, options).join()) {
                for (Target target : List.of(Target.interior("bb"), Target.edge(red2.id()))) {
                    Answer answer = session.ask(
                            Request.query("io.skupper.router.router", List.of()).at(target));
                    assertThat(answer).as(from.id() + " to " + target).isInstanceOf(Answer.NoAnswer.class);
                }
            }
        }
    }

    @Test
    void shouldLetNobodyInThroughAnotherNetworksDoor() throws IOException {
        Member stranger = member(blue, red, uid(22));

        assertThat(TestRouter.eventually(() -> complaint(stranger).contains("unknown ca")))
                .isTrue();
        assertThat(stranger.isConnected()).isFalse();
    }

    private static String complaint(Member member) {
        Query query = new Query(EntityType.CONNECTOR.longName(), List.of("name", "connectionMsg"));
        return query.ask(member.session(), Target.LOCAL).toString();
    }

    private static Network network(long number, String name) throws IOException {
        Network network = new Network(uid(number).base32Hex(), new TestAuthority(name), TestRouter.freePort());
        String net = "net-" + network.vanId();
        List<String> sources = List.of(network.vanId() + "/*", network.vanId() + "-${user}", "_$qd.edge_addr_tracking");
        List<String> targets = List.of(
                network.vanId() + "/#", network.vanId() + ".feed/#", "amqp:/_edge/*/temp.#", "_$qd.mesh_discovery");
        backbone.with(
                        "profile/" + net,
                        new RouterSpec.SslProfile(
                                net, POINT, network.authority().pem(), 1, 1))
                .with(
                        "vhost/vhost-" + net,
                        new RouterSpec.Vhost(
                                "vhost-" + net,
                                net,
                                List.of(new VhostGroup("$default", List.of(), "*", sources, targets))))
                .with(
                        "listener/edge-" + net,
                        new RouterSpec.RouterListener("edge-" + net, Side.EDGE, network.port(), net, Optional.of(net)));
        return network;
    }

    /** A member of one network that goes to the door of that or another one. */
    private static Member member(Network of, Network door, Uid site) throws IOException {
        Path files = directory.resolve(site.toString());
        TestRouter router = TestRouter.start(RouterSettings.edgeId(of.vanId(), site), Mode.EDGE, files, VERTX);
        OPEN.add(router);
        SslProfile.Files tls = of.authority().issue(files.resolve("tls"), site.toString(), Optional.empty(), POINTS);
        SslProfile profile = new SslProfile("studio-uplink-tls", tls, 1, 1);
        Member member = new Member(of, site, router, router.connect(), profile);
        OPEN.add(member.session());
        settle(
                member,
                new Connector("studio-uplink", Role.EDGE, new Place("localhost", door.port()), profile.name(), 1));
        return member;
    }

    private static void settle(Member member, RouterEntity entity) {
        List<Request> requests = new ArrayList<>();
        requests.add(Request.create(
                member.profile().type().longName(),
                member.profile().name(),
                member.profile().values()));
        requests.add(Request.create(entity.type().longName(), entity.name(), entity.values()));
        requests.forEach(request -> member.session().ask(request));
    }

    private static void echo(ServerSocket server) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    client.getInputStream().transferTo(client.getOutputStream());
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static boolean says(int port, String text) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(text.length()), StandardCharsets.UTF_8).equals(text);
        } catch (IOException unreachable) {
            return false;
        }
    }

    private static Uid uid(long number) {
        return new Uid(new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_1000L | number));
    }
}
