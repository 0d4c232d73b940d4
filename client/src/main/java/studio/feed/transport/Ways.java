package studio.feed.transport;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.feed.transport.FeedClient.Target;
import studio.feed.transport.FeedClient.Way;

/**
 * Takes the first way that leads to a server.
 *
 * @param client makes connections
 * @param target where the server is and who it must be
 */
record Ways(HttpClient client, Target target) {

    /** The longest that a connection may take. */
    static final int PATIENCE_MILLIS = 20_000;

    /** Where there is another way, nobody waits so long for this one. */
    private static final int OTHERWISE_MILLIS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(Ways.class);

    /** A way that leads to the server, and the session's request there. */
    record Reached(Way way, HttpClientRequest request) {}

    /** Begins a session's request by the first way that has the right one at its end. */
    Future<Reached> reach() {
        return reach(target.ways());
    }

    private Future<Reached> reach(List<Way> ways) {
        Way first = ways.getFirst();
        List<Way> others = ways.subList(1, ways.size());
        Future<Reached> reached = request(first, Wire.FEED, others.isEmpty() ? PATIENCE_MILLIS : OTHERWISE_MILLIS)
                .map(request -> new Reached(first, request));
        return others.isEmpty()
                ? reached
                : reached.recover(failure -> {
                    LOG.atDebug()
                            .addKeyValue("way", first)
                            .addKeyValue("reason", failure.getMessage())
                            .log("another way is tried");
                    return reach(others);
                });
    }

    /** Another request by a way that led there. */
    Future<HttpClientRequest> request(Way way, String path) {
        return request(way, path, PATIENCE_MILLIS);
    }

    private Future<HttpClientRequest> request(Way way, String path, int patience) {
        RequestOptions options = new RequestOptions()
                .setHost(way.host())
                .setPort(way.port())
                .setMethod(HttpMethod.POST)
                .setURI(path)
                .setConnectTimeout(patience);
        return client.request(options).compose(this::trusted);
    }

    /** The certificate is good; it must also be the right one's. */
    private Future<HttpClientRequest> trusted(HttpClientRequest request) {
        Optional<String> uri = FeedTls.peer(request.connection().sslSession()).map(FeedTls.Peer::uri);
        if (uri.filter(target.uri()::equals).isPresent()) {
            // Its streams tell that it is gone; nobody else has to.
            request.connection().exceptionHandler(gone -> {});
            return Future.succeededFuture(request);
        }
        request.connection().close();
        return Future.failedFuture(
                new SecurityException("the server is " + uri.orElse("nobody") + ", not " + target.uri()));
    }
}
