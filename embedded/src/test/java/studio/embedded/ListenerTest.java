package studio.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ListenerTest {

    private final Listener self = new Listener(ProcessHandle.current());

    @Test
    void shouldKnowItsOwnPort() throws IOException {
        // Given
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

        // When
        boolean whileOpen = self.isOn(socket.getLocalPort());
        socket.close();

        // Then
        assertThat(whileOpen).isTrue();
        assertThat(self.isOn(socket.getLocalPort())).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldNotTakeAnotherProcessForThisOne() throws IOException {
        // Given
        Process other = new ProcessBuilder("sleep", "60").start();
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            boolean others = new Listener(other.toHandle()).isOn(socket.getLocalPort());

            // Then
            assertThat(others).isFalse();
        } finally {
            other.destroyForcibly();
        }
    }
}
