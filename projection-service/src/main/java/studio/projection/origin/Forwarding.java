package studio.projection.origin;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyRequest;

/** Tells the service behind us what the client said to us, and keeps to ourselves what was meant for us alone. */
final class Forwarding {

    private static final String FOR = "X-Forwarded-For";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PROTO = "X-Forwarded-Proto";

    private Forwarding() {}

    static void describe(ProxyRequest request) {
        HttpServerRequest client = request.proxiedRequest();
        MultiMap headers = request.headers();
        // The proxy drops the usual headers of one hop; a client may name more.
        for (String connection : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : connection.split(",", -1)) {
                if (!name.isBlank()) {
                    headers.remove(name.strip());
                }
            }
        }
        headers.add(FOR, client.remoteAddress().hostAddress());
        // A proxy before us knows better than we do what the client called.
        if (!headers.contains(HOST) && client.authority() != null) {
            headers.set(HOST, client.authority().toString());
        }
        if (!headers.contains(PROTO)) {
            headers.set(PROTO, client.isSSL() ? "https" : "http");
        }
    }
}
