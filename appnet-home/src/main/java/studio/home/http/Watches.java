package studio.home.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import studio.api.problem.ProblemType;
import studio.home.relay.NetworkHome;

/** Tells browsers that something changed, so that they read it again: at most once a second, and whatever happened in it as one. */
final class Watches {

    private static final long LOOK_MILLIS = 1_000;
    private static final int PING_EVERY = 15;

    private final Vertx vertx;
    private final int limit;
    private final AtomicInteger open = new AtomicInteger();

    Watches(Vertx vertx, int limit) {
        this.vertx = vertx;
        this.limit = limit;
    }

    void open(RoutingContext context, NetworkHome home) {
        if (open.incrementAndGet() > limit) {
            open.decrementAndGet();
            Answers.problem(context, ProblemType.TOO_MANY_REQUESTS, limit + " watch already");
            return;
        }
        HttpServerResponse response =
                context.response().setChunked(true).putHeader("content-type", "text/event-stream");
        response.write(": watching\n\n");
        Map<String, Long> seen = new HashMap<>();
        look(seen, home);
        AtomicInteger looks = new AtomicInteger();
        long timer = vertx.setPeriodic(LOOK_MILLIS, id -> {
            // Who does not read misses nothing: the next thing that it is told stands for all of it.
            if (!response.writeQueueFull()) {
                String news = look(seen, home);
                boolean ping = looks.incrementAndGet() % PING_EVERY == 0;
                if (!news.isEmpty() || ping) {
                    response.write(news + (ping ? ": still here\n\n" : ""));
                }
            }
        });
        context.addEndHandler(end -> {
            vertx.cancelTimer(timer);
            open.decrementAndGet();
        });
    }

    /** The events since the last look. */
    private static String look(Map<String, Long> seen, NetworkHome home) {
        NetworkHome.Stand stand = home.stand();
        return event("topology", stand.topology(), seen)
                + event("decisions", stand.decisions(), seen)
                + event("traffic", stand.traffic(), seen);
    }

    private static String event(String name, long now, Map<String, Long> seen) {
        Long before = seen.put(name, now);
        return before == null || before == now ? "" : "event: " + name + "\ndata:\n\n";
    }
}
