package studio.identity.limit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import studio.api.json.StudioJson;
import studio.api.problem.Problem;
import studio.api.problem.ProblemType;

/** Refuses, before anything else is looked at, what comes too often or is too large. */
@ApplicationScoped
public class RequestLimits {

    private static final int BEFORE_ALL_ELSE = 1_000;

    private final ClientAddress addresses;
    private final RateLimit rate;
    private final long bodyBytes;

    RequestLimits(LimitsConfig config, ClientAddress addresses) {
        this.addresses = addresses;
        this.bodyBytes = config.bodyBytes();
        // A bucket of the burst's size that refills at the rate.
        Duration refill =
                Duration.ofNanos(config.requestBurst() * Duration.ofSeconds(1).toNanos() / config.requestsPerSecond());
        this.rate = new RateLimit(config.requestBurst(), refill, config.addresses());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_ELSE);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<Duration> wait = rate.take(addresses.of(request));
        if (wait.isPresent()) {
            request.response()
                    .putHeader(
                            HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds() + 1));
            refuse(request, Problem.of(ProblemType.TOO_MANY_REQUESTS, "this address sends requests too fast"));
        } else if (announcesTooMuch(request)) {
            // The body is not going to be read, so nothing else can come over this connection.
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            refuse(request, Problem.of(ProblemType.BODY_TOO_LARGE, "a body may have at most " + bodyBytes + " bytes"));
        } else {
            context.next();
        }
    }

    /** A length that is no number is refused by the HTTP server itself. */
    private boolean announcesTooMuch(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > bodyBytes;
    }

    private static void refuse(HttpServerRequest request, Problem problem) {
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(StudioJson.json().valueToTree(problem).toString());
    }
}
