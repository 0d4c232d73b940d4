package studio.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A server that says whatever it hears, and who speaks to it. */
final class Echo implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;

    private final ServerSocket listening;

    private Echo(ServerSocket listening) {
        this.listening = listening;
    }

    static Echo start() throws IOException {
        Echo echo = new Echo(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(echo::serve);
        return echo;
    }

    int port() {
        return listening.getLocalPort();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> repeat(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void repeat(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException gone) {
            // Whoever spoke hangs up.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    /** Who speaks to the server, by whatever way the port leads there. */
    static final class Speaker implements AutoCloseable {

        private final Socket socket;
        private int said;

        private Speaker(Socket socket) {
            this.socket = socket;
        }

        /** As soon as the way is there. */
        static Speaker connect(int port) {
            return Awaitility.await("bytes by port " + port)
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> spoken(port), speaker -> true);
        }

        private static Speaker spoken(int port) throws IOException {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            Speaker speaker = new Speaker(socket);
            if (!speaker.isHeard()) {
                socket.close();
                throw new IOException("nobody answers");
            }
            return speaker;
        }

        /** Whether what is said now comes back. */
        boolean isHeard() {
            try {
                byte[] words = ("word " + ++said + "\n").getBytes(StandardCharsets.US_ASCII);
                socket.getOutputStream().write(words);
                byte[] heard = socket.getInputStream().readNBytes(words.length);
                return new String(heard, StandardCharsets.US_ASCII)
                        .equals(new String(words, StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                return false;
            }
        }

        void assertHeard() {
            assertThat(isHeard()).as("bytes on the connection that was open").isTrue();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
