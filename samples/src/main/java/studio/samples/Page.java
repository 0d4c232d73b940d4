package studio.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A page over HTTP. */
final class Page implements AutoCloseable {

    private static final int MAX_BODY = 1_000;

    private final HttpServer server;

    private Page(HttpServer server) {
        this.server = server;
    }

    /** Answers a request. */
    interface Answer {

        /** The text for that method and body. */
        String to(String method, String body);
    }

    static Page at(String path, String host, int port, Answer answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(path, exchange -> answer(exchange, answer));
        server.start();
        return new Page(server);
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readNBytes(MAX_BODY), StandardCharsets.UTF_8);
            int status = 200;
            String text;
            try {
                text = answer.to(exchange.getRequestMethod(), body);
            } catch (IllegalStateException e) {
                status = 503;
                text = e.getMessage() + "\n";
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
