package studio.standin.manage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.standin.peer.Node;
import studio.standin.peer.Role;

/** A listener that answers over HTTP whether the router lives, and with a few of its metrics. */
final class HttpListening {

    private static final Logger LOGGER = LoggerFactory.getLogger(HttpListening.class);
    private static final int WAIT_SECONDS = 5;

    private final Optional<HttpServer> server;

    private HttpListening(Optional<HttpServer> server) {
        this.server = server;
    }

    /** Listens; a port in use is said in the log alone. */
    static HttpListening start(InetSocketAddress address, Node node) {
        try {
            HttpServer server = HttpServer.create(address, 0);
            server.createContext("/healthz", exchange -> answer(exchange, "OK"));
            server.createContext("/metrics", exchange -> answer(exchange, metrics(node)));
            server.start();
            return new HttpListening(Optional.of(server));
        } catch (IOException e) {
            LOGGER.error("HTTP listener at {} failed: {}", address, e.getMessage());
            return new HttpListening(Optional.empty());
        }
    }

    private static String metrics(Node node) throws IOException {
        try {
            return node.loop().next().submit(() -> text(node)).get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String text(Node node) {
        long routers = node.peers().stream()
                .filter(peer -> peer.role() == Role.INTER_ROUTER)
                .map(peer -> peer.container())
                .distinct()
                .count();
        long links = node.peers().stream()
                .mapToLong(peer -> peer.attachments().links().size())
                .sum();
        return gauge("qdr_connections_total", node.peers().size())
                + gauge("qdr_links_total", links)
                + gauge(
                        "qdr_addresses_total",
                        node.forwarder().addresses().all().size())
                + gauge("qdr_routers_total", routers + 1);
    }

    private static String gauge(String name, long value) {
        return "# TYPE " + name + " gauge\n" + name + " " + value + "\n";
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    void close() {
        server.ifPresent(running -> running.stop(0));
    }
}
