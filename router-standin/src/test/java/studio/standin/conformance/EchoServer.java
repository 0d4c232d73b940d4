package studio.standin.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends back what it gets, after a name, until the other side has ended. */
final class EchoServer implements AutoCloseable {

    private final ServerSocket server;
    private final String name;
    private final AtomicInteger accepted = new AtomicInteger();

    EchoServer(String name) {
        this.name = name;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.getOutputStream().write((name + ":").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            socket.getInputStream().transferTo(socket.getOutputStream());
            socket.shutdownOutput();
        } catch (IOException e) {
            // the client is gone
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
