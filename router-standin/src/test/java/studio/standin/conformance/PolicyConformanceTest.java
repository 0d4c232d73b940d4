package studio.standin.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.standin.amqp.AmqpMessage;

/** Two networks at one interior router: each has its listener, its anchor and its vhost, and reaches nothing of the other. */
class PolicyConformanceTest extends ConformanceTest {

    @TempDir
    static Path directory;

    private static final String A = "aaaa";
    private static final String B = "bbbb";

    private final List<Integer> ports = ports(12);
    private final int admin = ports.get(0);
    private final int guests = ports.get(1);
    private final int edgeA = ports.get(2);
    private final int edgeB = ports.get(3);
    private final int a1 = ports.get(4);
    private final int a2 = ports.get(5);
    private final int b1 = ports.get(6);
    private final int service = ports.get(7);
    private final int spying = ports.get(8);
    private final int feed = ports.get(9);

    @Override
    void prepare() {
        Pki pki = new Pki(directory);
        EchoServer server = closing(new EchoServer("a2"));
        RouterFile backbone = RouterFile.interior("bb")
                .with("policy", Map.of("enableVhostPolicy", true, "defaultVhost", "$default"))
                .with(
                        "vhost",
                        vhost(
                                "admin",
                                Map.of(
                                        "$default",
                                        Map.of(
                                                "remoteHosts",
                                                "*",
                                                "allowDynamicSource",
                                                true,
                                                "allowAnonymousSender",
                                                true,
                                                "allowAdminStatusUpdate",
                                                true,
                                                "sources",
                                                "*",
                                                "targets",
                                                "*"))))
                .with(
                        "vhost",
                        vhost(
                                "guests",
                                Map.of(
                                        "$default",
                                        Map.of(
                                                "remoteHosts", "*",
                                                "allowDynamicSource", true,
                                                "sources", "open/*, mine-${user}",
                                                "targetPattern", "$management, deep/#, one/*/end"))))
                .listener(Map.of("name", "admin-in", "host", "127.0.0.1", "port", admin, "policyVhost", "admin"))
                .listener(Map.of("name", "guests-in", "host", "127.0.0.1", "port", guests, "policyVhost", "guests"));
        Pki.Identity root = pki.root("root");
        Pki.Identity caA = pki.intermediate("ca-a", root);
        Pki.Identity caB = pki.intermediate("ca-b", root);
        Pki.Identity port = pki.leaf("bb", root);
        start(network(network(backbone, A, caA, port, edgeA), B, caB, port, edgeB));
        start(site(A, "s1", a1, edgeA, root, pki.leaf("s1", caA))
                .with("tcpListener", tcp("in", A + "/svc/one", service))
                .with("tcpListener", tcp("feed-in", A + ".feed/home", feed)));
        start(site(A, "s2", a2, edgeA, root, pki.leaf("s2", caA))
                .with("tcpConnector", tcp("out", A + "/svc/one", server.port()))
                .with("tcpConnector", tcp("feed-out", A + ".feed/home", server.port())));
        start(site(B, "t1", b1, edgeB, root, pki.leaf("t1", caB))
                .with("tcpListener", tcp("spy", A + "/svc/one", spying)));
        TcpProbe.awaitEcho(service, "a2:x");
        manage(b1).awaitRow("connector", row -> "SUCCESS".equals(row.get("connectionStatus")));
    }

    private static Map<String, Object> tcp(String name, String address, int port) {
        return Map.of("name", name, "address", address, "host", "127.0.0.1", "port", Integer.toString(port));
    }

    private static Map<String, Object> vhost(String hostname, Map<String, Object> groups) {
        return Map.of("name", "vhost-" + hostname, "hostname", hostname, "allowUnknownUser", true, "groups", groups);
    }

    /** The lists of the design. */
    private static Map<String, Object> members(String van) {
        return Map.of(
                "remoteHosts", "*",
                "allowAnonymousSender", true,
                "allowDynamicSource", false,
                "allowUserIdProxy", false,
                "allowAdminStatusUpdate", false,
                "sources", van + "/*, " + van + "-${user}, _$qd.edge_addr_tracking",
                "targetPattern", van + "/#, " + van + ".feed/#, amqp:/_edge/*/temp.#, _$qd.mesh_discovery");
    }

    private static RouterFile network(RouterFile file, String van, Pki.Identity ca, Pki.Identity own, int port) {
        return file.with("sslProfile", profile("net-" + van, ca, own))
                .with("vhost", vhost("net-" + van, Map.of("$default", members(van))))
                .listener(Map.of(
                        "name",
                        "edge-net-" + van,
                        "host",
                        "127.0.0.1",
                        "port",
                        port,
                        "role",
                        "edge",
                        "sslProfile",
                        "net-" + van,
                        "saslMechanisms",
                        "EXTERNAL",
                        "authenticatePeer",
                        true,
                        "requireSsl",
                        true,
                        "policyVhost",
                        "net-" + van));
    }

    private static Map<String, Object> profile(String name, Pki.Identity anchor, Pki.Identity own) {
        return Map.of(
                "name", name,
                "caCertFile", anchor.certificateFile().toString(),
                "certFile", own.certificateFile().toString(),
                "privateKeyFile", own.keyFile().toString(),
                "uidFormat", "n");
    }

    private static RouterFile site(
            String van, String uid, int management, int up, Pki.Identity anchor, Pki.Identity own) {
        return RouterFile.edge(van + "-" + uid)
                .management(management)
                .with("sslProfile", profile("own", anchor, own))
                .with(
                        "connector",
                        Map.of(
                                "name", "up",
                                "host", "localhost",
                                "port", up,
                                "role", "edge",
                                "sslProfile", "own",
                                "saslMechanisms", "EXTERNAL"));
    }

    private static byte[] to(String address) {
        Properties properties = new Properties();
        properties.setTo(address);
        return AmqpMessage.of(properties, Map.of(), "x").encode();
    }

    @Test
    void shouldCarryStreamsWithinANetwork() {
        assertThat(TcpProbe.echo(service, "hello")).isEqualTo("a2:hello");
    }

    @Test
    void shouldHideANetworksServicesFromAnother() {
        Map<String, Object> row = manage(b1).rows("tcpListener").getFirst();
        assertThat(row).containsEntry("operStatus", "down");
        assertThat(TcpProbe.echo(spying, "x")).startsWith("failed");
    }

    @Test
    void shouldLetNobodyButTheHomeProvideTheFeed() {
        assertThat(manage(a1).rows("tcpListener"))
                .anySatisfy(
                        row -> assertThat(row).containsEntry("name", "feed-in").containsEntry("operStatus", "down"));
        // When
        ManagementClient backbone = manage(admin);
        Map<String, Object> home = new HashMap<>(members(A));
        home.put("users", "s2");
        home.put("sources", home.get("sources") + ", " + A + ".feed/*");
        assertThat(backbone.update(
                                "vhost",
                                "vhost-net-" + A,
                                Map.of("groups", Map.of("$default", members(A), "home", home)))
                        .code())
                .isEqualTo(200);
        ManagementClient site = manage(a2);
        site.delete("connector", "up");
        site.create(
                "connector",
                "up2",
                Map.of(
                        "host",
                        "localhost",
                        "port",
                        Integer.toString(edgeA),
                        "role",
                        "edge",
                        "sslProfile",
                        "own",
                        "saslMechanisms",
                        "EXTERNAL"));
        // Then
        TcpProbe.awaitEcho(feed, "a2:x");
        TcpProbe.awaitEcho(service, "a2:x");
    }

    @Test
    void shouldLetASiteReachNoRoutersManagementButItsOwn() {
        TestClient client = client(b1);
        for (String address :
                List.of("_topo/0/bb/$management", "amqp:/_topo/0/bb/$management", "_edge/" + A + "-s1/$management")) {
            TestClient.Out link = client.sender("");
            assertThat(link.send(to(address))).as(address).isInstanceOf(Rejected.class);
        }
        TestClient neighbour = client(a1);
        for (String address : List.of("_edge/" + A + "-s2/$management", "amqp:/_edge/" + A + "-s2/$management")) {
            assertThat(neighbour.sender("").send(to(address))).as(address).isInstanceOf(Rejected.class);
        }
    }

    @Test
    void shouldRefuseLinksOutsideOfTheLists() {
        TestClient guest = client(guests);
        assertThat(guest.receiver("open/one").accepted()).isTrue();
        assertThat(guest.receiver("mine-anonymous").accepted()).isTrue();
        assertThat(guest.sender("deep/one/two").accepted()).isTrue();
        assertThat(guest.sender("one/two/end").accepted()).isTrue();
        assertThat(guest.receiver("").accepted()).isTrue();
        for (TestClient.TestLink refused : List.of(
                guest.receiver("closed"),
                guest.receiver("mine-other"),
                guest.sender("one/two/three/end"),
                guest.sender("open/one"),
                guest.sender(""))) {
            assertThat(refused.accepted()).isFalse();
            assertThat(refused.awaitDetached()).isEqualTo("amqp:unauthorized-access");
        }
        assertThat(manage(admin).awaitRow("vhostStats", row -> "guests".equals(row.get("hostname"))))
                .satisfies(row ->
                        assertThat(ManagementClient.number(row, "senderDenied")).isPositive())
                .satisfies(row -> assertThat(ManagementClient.number(row, "receiverDenied"))
                        .isPositive());
    }

    @Test
    void shouldRefuseAtOpenWhoComesFromTheWrongHost() {
        // Given
        ManagementClient backbone = manage(admin);
        int port = ports.get(10);
        backbone.create(
                "vhost",
                "vhost-far",
                Map.of(
                        "hostname",
                        "far",
                        "allowUnknownUser",
                        true,
                        "groups",
                        Map.of("$default", Map.of("remoteHosts", "192.0.2.1", "sources", "*", "targets", "*"))));
        backbone.create(
                "listener",
                "far-in",
                Map.of("host", "127.0.0.1", "port", Integer.toString(port), "policyVhost", "far"));
        // Then
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThatThrownBy(() -> TestClient.connect(port))
                        .isInstanceOf(TestClient.Refused.class)
                        .hasMessageContaining("disallowed by local policy"));
        // When
        backbone.update(
                "vhost",
                "vhost-far",
                Map.of("groups", Map.of("$default", Map.of("remoteHosts", "127.0.0.1", "sources", "*"))));
        // Then
        assertThat(client(port).receiver("anything").accepted()).isTrue();
    }

    @Test
    void shouldAskForAVhostOfEveryListener() {
        // Given
        int port = ports.get(11);
        manage(admin).create("listener", "nobodys", Map.of("host", "127.0.0.1", "port", Integer.toString(port)));
        // Then
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThatThrownBy(() -> TestClient.connect(port))
                        .isInstanceOf(TestClient.Refused.class)
                        .hasMessageContaining("disallowed by local policy"));
    }
}
