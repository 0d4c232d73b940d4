package studio.standin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Interior routers find the cheapest way, and another when that is lost. */
class MeshConformanceTest extends ConformanceTest {

    private static Map<String, Object> tcp(String name, int port) {
        return Map.of("name", name, "address", "svc", "host", "127.0.0.1", "port", Integer.toString(port));
    }

    @Test
    void shouldGoByTheCheapestWayAndByAnotherWhenARouterDies() throws Exception {
        // Given
        List<Integer> ports = ports(5);
        EchoServer server = closing(new EchoServer("far"));
        start(RouterFile.interior("a")
                .management(ports.get(0))
                .with("tcpListener", tcp("in", ports.get(4)))
                .connector("inter-router", ports.get(1), 10)
                .connector("inter-router", ports.get(2), 1));
        start(RouterFile.interior("c")
                .routers("inter-router", ports.get(1))
                .with("tcpConnector", tcp("out", server.port())));
        RouterSource.Running between = start(RouterFile.interior("b")
                .routers("inter-router", ports.get(2))
                .connector("inter-router", ports.get(1), 2));
        ManagementClient management = manage(ports.get(0));
        // Then
        Map<String, Object> cheap = management.awaitRow(
                "router.node",
                row -> "c".equals(row.get("id")) && Integer.valueOf(3).equals(row.get("cost")));
        assertThat(String.valueOf(cheap.get("nextHop"))).contains("b");
        TcpProbe.awaitEcho(ports.get(4), "far:x");
        try (Socket stream = TcpProbe.open(ports.get(4))) {
            assertThat(stream.getInputStream().readNBytes(4)).hasSize(4);
            // When
            between.kill();
            // Then
            assertThat(stream.getInputStream().read()).isEqualTo(-1);
        }
        management.awaitRow(
                "router.node",
                row -> "c".equals(row.get("id")) && Integer.valueOf(10).equals(row.get("cost")));
        TcpProbe.awaitEcho(ports.get(4), "far:x");
    }

    @Test
    void shouldComeBackAfterARestart() {
        // Given
        List<Integer> ports = ports(4);
        EchoServer server = closing(new EchoServer("back"));
        RouterFile file = RouterFile.interior("hub")
                .routers("edge", ports.get(0))
                .management(ports.get(3))
                .with("tcpConnector", tcp("out", server.port()));
        RouterSource.Running hub = source().start(file);
        start(RouterFile.edge("leaf")
                .management(ports.get(1))
                .connector("edge", ports.get(0))
                .with("tcpListener", tcp("in", ports.get(2))));
        TcpProbe.awaitEcho(ports.get(2), "back:x");
        ManagementClient made = ManagementClient.connect(ports.get(3));
        made.create("sslProfile", "lost-at-restart", Map.of());
        // When
        hub.kill();
        // Then
        ManagementClient management = manage(ports.get(1));
        management.awaitRow("tcpListener", row -> "down".equals(row.get("operStatus")));
        management.awaitRow("connector", row -> "CONNECTING".equals(row.get("connectionStatus")));
        // When
        start(file);
        // Then
        TcpProbe.awaitEcho(ports.get(2), "back:x");
        management.awaitRow("connector", row -> "SUCCESS".equals(row.get("connectionStatus")));
        assertThat(manage(ports.get(3)).read("sslProfile", "lost-at-restart").code())
                .isEqualTo(404);
    }
}
