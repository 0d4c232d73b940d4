package studio.embedded;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    private Path directory;

    @Test
    void shouldMoveOnFromABusyDefaultAndStayThere() throws IOException {
        // Given
        int chosen;
        int busyPort;
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            busyPort = busy.getLocalPort();

            // When
            chosen = ports(Map.of()).choose("kafka", busyPort, Map.of());
        }

        // Then
        assertThat(chosen).isGreaterThan(busyPort);
        assertThat(ports(Map.of()).choose("kafka", busyPort, Map.of())).isEqualTo(chosen);
    }

    @Test
    void shouldWaitForThePortOfLastTimeToBecomeFree() throws Exception {
        // Given
        int port = ports(Map.of()).choose("kafka", 20_000, Map.of());
        ServerSocket busy = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        CompletableFuture<Void> released =
                CompletableFuture.runAsync(() -> close(busy), delayedExecutor(300, MILLISECONDS));

        // When
        int chosen = ports(Map.of()).choose("kafka", 20_000, Map.of());

        // Then
        assertThat(chosen).isEqualTo(port);
        assertThat(released).succeedsWithin(Duration.ZERO);
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldNotGiveOnePortToTwoNames() {
        // Given
        Ports ports = ports(Map.of());
        int first = ports.choose("kafka", 20_000, Map.of());

        // When
        int second = ports.choose("postgres", first, Map.of());

        // Then
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void shouldRejectAPortThatWasAskedForAndIsBusy() throws IOException {
        // Given
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = ports(Map.of("kafka", busy.getLocalPort()));

            // When, Then
            assertThatThrownBy(() -> ports.choose("kafka", 20_000, Map.of()))
                    .isInstanceOf(NodeException.class)
                    .hasMessageContaining("port " + busy.getLocalPort())
                    .hasMessageContaining("is in use");
        }
    }

    @Test
    void shouldKeepThePortOfARunningProcessUnlessAnotherIsAskedFor() throws IOException {
        // Given
        try (ServerSocket own = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Integer> current = Map.of("kafka", own.getLocalPort());
            int other = ports(Map.of()).choose("other", 20_000, Map.of());

            // When
            int kept = ports(Map.of()).choose("kafka", 20_000, current);
            int moved = ports(Map.of("kafka", other)).choose("kafka", 20_000, current);

            // Then
            assertThat(kept).isEqualTo(own.getLocalPort());
            assertThat(moved).isEqualTo(other);
        }
    }

    private Ports ports(Map<String, Integer> asked) {
        return Ports.remembered(directory.resolve("ports"), asked);
    }
}
