package studio.standin.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.amqp.messaging.Released;
import org.junit.jupiter.api.Test;
import studio.standin.amqp.AmqpMessage;

/** Messages and streams across several routers: edge to interior to interior. */
class NetworkConformanceTest extends ConformanceTest {

    private final List<Integer> ports = ports(10);
    private final int managementA = ports.get(0);
    private final int managementB = ports.get(1);
    private final int managementE = ports.get(2);
    private final int interRouter = ports.get(3);
    private final int edge = ports.get(4);
    private final int echo = ports.get(5);
    private final EchoServer server = new EchoServer("echo");

    @Override
    void prepare() {
        closing(server);
        start(RouterFile.interior("int-a")
                .with("address", Map.of("prefix", "mc", "distribution", "multicast"))
                .management(managementA)
                .routers("inter-router", interRouter)
                .routers("edge", edge));
        start(RouterFile.interior("int-b")
                .with("address", Map.of("prefix", "mc", "distribution", "multicast"))
                .management(managementB)
                .connector("inter-router", interRouter)
                .with("tcpConnector", tcp("echo-out", "echo", server.port())));
        start(RouterFile.edge("edge-1")
                .with("address", Map.of("prefix", "mc", "distribution", "multicast"))
                .management(managementE)
                .connector("edge", edge)
                .with("tcpListener", tcp("echo-in", "echo", echo)));
        TcpProbe.awaitEcho(echo, "echo:x");
    }

    private static Map<String, Object> tcp(String name, String address, int port) {
        return Map.of("name", name, "address", address, "host", "127.0.0.1", "port", Integer.toString(port));
    }

    private static byte[] message(String to, String body) {
        Properties properties = new Properties();
        if (!to.isEmpty()) {
            properties.setTo(to);
        }
        return AmqpMessage.of(properties, Map.of(), body).encode();
    }

    private static Object body(TestClient.In in) {
        return in.next().body().orElseThrow();
    }

    @Test
    void shouldCarryBytesBothWaysAndEndEachDirectionByItself() {
        assertThat(TcpProbe.echo(echo, "hello")).isEqualTo("echo:hello");
    }

    @Test
    void shouldCarryMoreThanAnyBufferHolds() throws Exception {
        // Given
        byte[] sent = new byte[6 * 1024 * 1024];
        new Random(7).nextBytes(sent);
        // When
        try (Socket socket = TcpProbe.open(echo)) {
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(sent);
                    socket.shutdownOutput();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            byte[] received = socket.getInputStream().readAllBytes();
            writer.join();
            // Then
            assertThat(received)
                    .hasSize(sent.length + 5)
                    .endsWith(java.util.Arrays.copyOfRange(sent, sent.length - 100, sent.length));
        }
    }

    @Test
    void shouldHoldUpASenderWhoseReceiverDoesNotRead() throws Exception {
        // Given
        try (Socket socket = TcpProbe.open(echo)) {
            byte[] chunk = new byte[64 * 1024];
            long[] written = {0};
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    while (written[0] < 400L * 1024 * 1024) {
                        socket.getOutputStream().write(chunk);
                        written[0] += chunk.length;
                    }
                } catch (IOException e) {
                    // closed at the end of the test
                    return;
                }
            });
            // Then
            long[] seen = {-1};
            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofMillis(400))
                    .until(() -> {
                        boolean still = seen[0] == written[0];
                        seen[0] = written[0];
                        return still && written[0] > 0;
                    });
            assertThat(written[0]).isLessThan(200L * 1024 * 1024);
            socket.shutdownInput();
            socket.shutdownOutput();
            writer.join();
        }
    }

    @Test
    void shouldCountConnectionsButNoBytes() {
        // Given
        ManagementClient management = manage(managementE);
        long before = ManagementClient.number(
                management.read("tcpListener", "echo-in").map(), "connectionsOpened");
        // When
        TcpProbe.echo(echo, "count");
        // Then
        Map<String, Object> row = management.awaitRow(
                "tcpListener",
                candidate -> ManagementClient.number(candidate, "connectionsOpened") == before + 1
                        && ManagementClient.number(candidate, "connectionsClosed") > 0);
        assertThat(row)
                .containsEntry("operStatus", "up")
                .containsEntry("bytesIn", 0)
                .containsEntry("bytesOut", 0);
    }

    @Test
    void shouldManageOtherRoutersThroughTheOneItIsConnectedTo() {
        for (int port : List.of(managementA, managementB, managementE)) {
            for (String address : List.of(
                    "amqp:/_topo/0/int-b/$management", "_edge/edge-1/$management", "amqp:/_topo/0/int-a/$management")) {
                ManagementClient remote = closing(new ManagementClient(TestClient.connect(port), address));
                assertThat(remote.query("router", "id").rows())
                        .singleElement()
                        .satisfies(row -> assertThat(address).contains(String.valueOf(row.get("id"))));
            }
        }
    }

    @Test
    void shouldTellWhichRoutersThereAre() {
        assertThat(manage(managementB).rows("router.node"))
                .extracting(row -> row.get("id"))
                .containsExactlyInAnyOrder("int-a", "int-b");
        assertThat(manage(managementE).rows("router.node")).isEmpty();
        assertThat(manage(managementA).rows("connection"))
                .extracting(row -> row.get("role"))
                .contains("inter-router", "inter-router-data", "edge", "normal");
    }

    @Test
    void shouldDeliverToAConsumerAnywhereAndPassOnTheOutcome() {
        // Given
        TestClient.In receiver = client(managementB).receiver("anywhere");
        TestClient.Out sender = client(managementE).sender("anywhere");
        // Then
        assertThat(sender.send(message("", "news"))).isInstanceOf(Accepted.class);
        assertThat(body(receiver)).isEqualTo("news");
    }

    @Test
    void shouldGiveCreditOnlyWhenSomebodyConsumes() {
        // Given
        TestClient.Out sender = client(managementE).sender("later");
        assertThat(sender.creditWithin(200)).isFalse();
        // When
        client(managementB).receiver("later");
        // Then
        assertThat(sender.creditWithin(5000)).isTrue();
    }

    @Test
    void shouldAnswerToADynamicAddressAcrossTheNetwork() {
        // Given
        TestClient.In replies = client(managementE).receiver("");
        assertThat(replies.address()).startsWith("amqp:/_edge/edge-1/temp.");
        TestClient.Out anonymous = client(managementB).sender("");
        // Then
        assertThat(anonymous.send(message(replies.address(), "answer"))).isInstanceOf(Accepted.class);
        assertThat(body(replies)).isEqualTo("answer");
        assertThat(client(managementA).receiver("").address()).startsWith("amqp:/_topo/0/int-a/temp.");
    }

    @Test
    void shouldReleaseWhatHasNowhereToGo() {
        TestClient.Out anonymous = client(managementA).sender("");
        assertThat(anonymous.send(message("nobody/here", "lost"))).isInstanceOf(Released.class);
        assertThat(anonymous.send(message("amqp:/_topo/0/nosuch/x", "lost"))).isInstanceOf(Released.class);
    }

    @Test
    void shouldShareMessagesAmongConsumersAndSendMulticastToAll() {
        // Given
        TestClient.In one = client(managementA).receiver("shared");
        TestClient.In two = client(managementB).receiver("shared");
        TestClient.In all1 = client(managementB).receiver("mc/sfe.test");
        TestClient.In all2 = client(managementE).receiver("mc/sfe.test");
        TestClient.Out sender = client(managementA).sender("shared");
        TestClient.Out everybody = client(managementA).sender("mc/sfe.test");
        await().until(() -> manage(managementA).rows("router.address").stream()
                .anyMatch(row -> "Mmc/sfe.test".equals(row.get("key"))
                        && number(row, "subscriberCount") + number(row, "remoteCount") == 2));
        // When
        for (int i = 0; i < 10; i++) {
            sender.send(message("", "turn"));
        }
        everybody.send(message("", "all"));
        // Then
        assertThat(one.next(2000).isPresent() || two.next(2000).isPresent()).isTrue();
        assertThat(body(all1)).isEqualTo("all");
        assertThat(body(all2)).isEqualTo("all");
    }

    private static long number(Map<String, Object> row, String column) {
        return ManagementClient.number(row, column);
    }

    @Test
    void shouldBindAListenerOnlyWhileSomebodyConsumesItsAddress() {
        // Given
        ManagementClient atEdge = manage(managementE);
        ManagementClient atB = manage(managementB);
        int port = ports.get(6);
        atEdge.create("tcpListener", "follows", tcp("follows", "comes-and-goes", port));
        assertThat(atEdge.read("tcpListener", "follows").map().get("operStatus"))
                .isEqualTo("down");
        // When
        atB.create("tcpConnector", "comes", tcp("comes", "comes-and-goes", server.port()));
        // Then
        atEdge.awaitRow("tcpListener", row -> "follows".equals(row.get("name")) && "up".equals(row.get("operStatus")));
        assertThat(TcpProbe.echo(port, "y")).isEqualTo("echo:y");
        // When
        atB.delete("tcpConnector", "comes");
        // Then
        atEdge.awaitRow(
                "tcpListener", row -> "follows".equals(row.get("name")) && "down".equals(row.get("operStatus")));
        assertThat(TcpProbe.echo(port, "z")).startsWith("failed");
        atEdge.delete("tcpListener", "follows");
    }

    @Test
    void shouldTellThatAPortIsTakenAndNotTryItAgain() {
        // Given
        ManagementClient management = manage(managementE);
        // When
        management.create("tcpListener", "collides", tcp("collides", "echo", server.port()));
        // Then
        Map<String, Object> row = management.awaitRow(
                "tcpListener",
                candidate -> "collides".equals(candidate.get("name"))
                        && String.valueOf(candidate.get("connectionMsg")).contains("Address already in use"));
        assertThat(row).containsEntry("operStatus", "down");
        management.delete("tcpListener", "collides");
    }

    @Test
    void shouldCloseAClientAtOnceWhoseServerIsNotThere() {
        // Given
        ManagementClient management = manage(managementB);
        int port = ports.get(7);
        management.create("tcpConnector", "dead-out", tcp("dead-out", "dead", ports.get(8)));
        management.create("tcpListener", "dead-in", tcp("dead-in", "dead", port));
        management.awaitRow(
                "tcpListener", row -> "dead-in".equals(row.get("name")) && "up".equals(row.get("operStatus")));
        // Then
        String answer = TcpProbe.echo(port, "");
        assertThat(answer.isEmpty() || answer.startsWith("failed")).isTrue();
        management.delete("tcpListener", "dead-in");
        management.delete("tcpConnector", "dead-out");
    }

    @Test
    void shouldDropTheConnectionsOfADeletedListener() throws Exception {
        // Given
        ManagementClient management = manage(managementE);
        int port = ports.get(9);
        management.create("tcpListener", "dropped", tcp("dropped", "echo", port));
        management.awaitRow(
                "tcpListener", row -> "dropped".equals(row.get("name")) && "up".equals(row.get("operStatus")));
        try (Socket socket = TcpProbe.open(port)) {
            assertThat(socket.getInputStream().readNBytes(5)).hasSize(5);
            // When
            management.delete("tcpListener", "dropped");
            // Then
            assertThat(ended(socket)).isTrue();
        }
    }

    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return e instanceof java.net.SocketException;
        }
    }
}
