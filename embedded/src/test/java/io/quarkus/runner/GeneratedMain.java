package io.quarkus.runner;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Stands in for a service of ours: has its main class' name, says that it is ready, and tells its environment. */
public final class GeneratedMain {

    private GeneratedMain() {}

    public static void main(String[] arguments) throws IOException {
        String host = System.getenv("QUARKUS_HTTP_HOST");
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        answer(server, "/q/health/ready", "UP");
        answer(server, "/environment", new TreeMap<>(System.getenv()).toString());
        server.start();
    }

    private static void answer(HttpServer server, String path, String answer) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(answer.getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
