package studio.standin.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.standin.tls.TlsException;
import studio.standin.tls.TlsFiles;

/** Certificates: who is let in, who is believed, and how they are exchanged while connections last. */
class TlsConformanceTest extends ConformanceTest {

    @TempDir
    static Path directory;

    private final List<Integer> ports = ports(5);
    private final int plain = ports.get(0);
    private final int tls = ports.get(1);
    private final int edge = ports.get(2);
    private Pki pki = new Pki(Path.of("."));
    private Optional<Pki.Identity> ca = Optional.empty();
    private Optional<Pki.Identity> sibling = Optional.empty();
    private Optional<ManagementClient> management = Optional.empty();

    @Override
    void prepare() {
        pki = new Pki(directory);
        Pki.Identity root = pki.root("root");
        ca = Optional.of(pki.intermediate("network-ca", root));
        sibling = Optional.of(pki.intermediate("other-ca", root));
        Pki.Identity server = pki.leaf("router", ca.get());
        start(RouterFile.interior("tls-a")
                .management(plain)
                .with("sslProfile", profile("members", ca.get(), server, 1))
                .with("sslProfile", profile("links", ca.get(), server, 1))
                .listener(secured("members-in", tls, "normal", "members"))
                .listener(secured("links-in", edge, "edge", "links")));
        management = Optional.of(manage(plain));
    }

    private ManagementClient management() {
        return management.orElseThrow();
    }

    private static Map<String, Object> profile(String name, Pki.Identity anchor, Pki.Identity own, int ordinal) {
        return Map.of(
                "name",
                name,
                "caCertFile",
                anchor.certificateFile().toString(),
                "certFile",
                own.certificateFile().toString(),
                "privateKeyFile",
                own.keyFile().toString(),
                "uidFormat",
                "n",
                "ordinal",
                ordinal);
    }

    private static Map<String, Object> secured(String name, int port, String role, String profile) {
        return Map.of(
                "name",
                name,
                "host",
                "127.0.0.1",
                "port",
                port,
                "role",
                role,
                "sslProfile",
                profile,
                "saslMechanisms",
                "EXTERNAL",
                "authenticatePeer",
                true,
                "requireSsl",
                true);
    }

    private Optional<SslContext> as(Optional<Pki.Identity> own) {
        try {
            return Optional.of(new TlsFiles(
                            ca.map(Pki.Identity::certificateFile),
                            own.map(Pki.Identity::certificateFile),
                            own.map(Pki.Identity::keyFile),
                            Optional.empty())
                    .read()
                    .client());
        } catch (TlsException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldKnowAUserByTheCommonNameAndTrustAnIntermediateAlone() {
        // When
        closing(TestClient.connect(tls, as(Optional.of(pki.leaf("alice", ca.orElseThrow()))), "EXTERNAL"));
        // Then
        assertThat(management().awaitRow("connection", row -> "alice".equals(row.get("user"))))
                .containsEntry("isEncrypted", true)
                .containsEntry("sasl", "EXTERNAL")
                .containsEntry("tlsOrdinal", org.apache.qpid.proton.amqp.UnsignedLong.valueOf(1));
    }

    @Test
    void shouldRefuseASiblingsCertificateAndNone() {
        Optional<SslContext> stranger = as(Optional.of(pki.leaf("mallory", sibling.orElseThrow())));
        assertThatThrownBy(() -> TestClient.connect(tls, stranger, "EXTERNAL")).isInstanceOf(TestClient.Refused.class);
        Optional<SslContext> nobody = as(Optional.empty());
        assertThatThrownBy(() -> TestClient.connect(tls, nobody, "EXTERNAL")).isInstanceOf(TestClient.Refused.class);
        assertThatThrownBy(() -> TestClient.connect(tls)).isInstanceOf(TestClient.Refused.class);
    }

    private RouterFile member(String id, Pki.Identity identity, String host) {
        return RouterFile.edge(id)
                .with("sslProfile", profile("own-" + id, ca.orElseThrow(), identity, 1))
                .with(
                        "connector",
                        Map.of(
                                "name",
                                "up-" + id,
                                "host",
                                host,
                                "port",
                                edge,
                                "role",
                                "edge",
                                "sslProfile",
                                "own-" + id,
                                "saslMechanisms",
                                "EXTERNAL",
                                "verifyHostname",
                                true));
    }

    @Test
    void shouldConnectToTheHostThatTheCertificateNamesOnly() {
        // Given
        int port = ports.get(3);
        start(member("by-address", pki.leaf("by-address", ca.orElseThrow()), "127.0.0.1")
                .management(port));
        // Then
        assertThat(manage(port)
                        .awaitRow(
                                "connector",
                                row -> String.valueOf(row.get("connectionMsg")).contains("certificate verify failed")))
                .containsEntry("connectionStatus", "CONNECTING");
    }

    @Test
    void shouldAdmitAProfileWithoutFilesUntilSomebodyUsesIt() {
        assertThat(management()
                        .create("sslProfile", "no-files", Map.of("caCertFile", "/nowhere/ca.crt"))
                        .code())
                .isEqualTo(201);
        assertThat(management()
                        .create(
                                "connector",
                                "uses-none",
                                Map.of("host", "localhost", "port", "1", "sslProfile", "no-files"))
                        .code())
                .isEqualTo(500);
        assertThat(management().delete("sslProfile", "no-files").code()).isEqualTo(204);
    }

    @Test
    void shouldExchangeAConnectorsCertificateWhileStreamsGoOn() throws Exception {
        // Given
        int port = ports.get(3);
        int listener = ports.get(4);
        EchoServer server = closing(new EchoServer("tls"));
        management()
                .create(
                        "tcpConnector",
                        "tls-out",
                        Map.of("address", "tls", "host", "127.0.0.1", "port", server.port()));
        start(member("rotating", pki.leaf("rotating", ca.orElseThrow()), "localhost")
                .management(port)
                .with("tcpListener", Map.of("name", "in", "address", "tls", "host", "127.0.0.1", "port", listener)));
        TcpProbe.awaitEcho(listener, "tls:x");
        ManagementClient member = manage(port);
        Pki.Identity next = pki.leaf("rotating", ca.orElseThrow());
        try (Socket old = TcpProbe.open(listener)) {
            assertThat(old.getInputStream().readNBytes(4)).hasSize(4);
            // When
            assertThat(member.update(
                                    "sslProfile",
                                    "own-rotating",
                                    Map.of(
                                            "certFile", next.certificateFile().toString(),
                                            "privateKeyFile", next.keyFile().toString(),
                                            "ordinal", 2))
                            .code())
                    .isEqualTo(200);
            member.awaitRow("connection", row -> "edge".equals(row.get("role")) && ordinal(row) == 2);
            // Then
            old.getOutputStream().write('y');
            assertThat(old.getInputStream().read()).isEqualTo('y');
            assertThat(member.rows("connection")).anyMatch(row -> "edge".equals(row.get("role")) && ordinal(row) == 1);
            TcpProbe.awaitEcho(listener, "tls:x");
            try (Socket young = TcpProbe.open(listener)) {
                assertThat(young.getInputStream().readNBytes(4)).hasSize(4);
                // When
                member.update("sslProfile", "own-rotating", Map.of("oldestValidOrdinal", 2));
                // Then
                assertThat(ended(old)).isTrue();
                young.getOutputStream().write('z');
                assertThat(young.getInputStream().read()).isEqualTo('z');
            }
        }
        management().delete("tcpConnector", "tls-out");
    }

    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return e instanceof java.net.SocketException;
        }
    }

    private static long ordinal(Map<String, Object> row) {
        return row.get("tlsOrdinal") instanceof Number number ? number.longValue() : -1;
    }

    @Test
    void shouldCloseOlderConnectionsOfAListenerAndKeepWhatWorkedWhenAnUpdateFails() throws Exception {
        // Given
        Pki.Identity server = pki.leaf("router", ca.orElseThrow());
        Pki.Identity other = pki.leaf("router", ca.orElseThrow());
        Pki.Identity bob = pki.leaf("bob", ca.orElseThrow());
        TestClient client = closing(TestClient.connect(tls, as(Optional.of(bob)), "EXTERNAL"));
        // When
        var refused = management()
                .update(
                        "sslProfile",
                        "members",
                        Map.of("certFile", server.certificateFile().toString()));
        // Then
        assertThat(refused.code()).isEqualTo(500);
        closing(TestClient.connect(tls, as(Optional.of(bob)), "EXTERNAL"));
        assertThat(client.alive()).isTrue();
        // When
        management()
                .update(
                        "sslProfile",
                        "members",
                        Map.of(
                                "certFile",
                                other.certificateFile().toString(),
                                "privateKeyFile",
                                other.keyFile().toString(),
                                "ordinal",
                                2,
                                "oldestValidOrdinal",
                                2));
        // Then
        assertThat(client.awaitClosed()).isNotEmpty();
        TestClient again = closing(TestClient.connect(tls, as(Optional.of(bob)), "EXTERNAL"));
        assertThat(again.alive()).isTrue();
    }

    @Test
    void shouldUseNewFilesAtAnEmptyUpdateOnly() throws Exception {
        // Given
        Path anchor = directory.resolve("anchor.crt");
        Files.copy(ca.orElseThrow().certificateFile(), anchor, StandardCopyOption.REPLACE_EXISTING);
        Pki.Identity server = pki.leaf("router", ca.orElseThrow());
        int port = port();
        management()
                .create(
                        "sslProfile",
                        "replaced",
                        Map.of(
                                "caCertFile", anchor.toString(),
                                "certFile", server.certificateFile().toString(),
                                "privateKeyFile", server.keyFile().toString()));
        Map<String, Object> listener = new java.util.HashMap<>(secured("replaced-in", port, "normal", "replaced"));
        listener.remove("name");
        assertThat(management().create("listener", "replaced-in", listener).code())
                .isEqualTo(201);
        Optional<SslContext> carol = as(Optional.of(pki.leaf("carol", sibling.orElseThrow())));
        // When
        Files.copy(sibling.orElseThrow().certificateFile(), anchor, StandardCopyOption.REPLACE_EXISTING);
        // Then
        await().atMost(Duration.ofSeconds(5))
                .ignoreExceptions()
                .untilAsserted(() -> assertThatThrownBy(() -> TestClient.connect(port, carol, "EXTERNAL"))
                        .isInstanceOf(TestClient.Refused.class));
        // When
        assertThat(management().update("sslProfile", "replaced", Map.of()).code())
                .isEqualTo(200);
        // Then
        assertThat(closing(TestClient.connect(port, carol, "EXTERNAL")).alive()).isTrue();
        management().delete("listener", "replaced-in");
    }
}
