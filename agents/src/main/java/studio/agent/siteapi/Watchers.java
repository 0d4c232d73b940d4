package studio.agent.siteapi;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.agent.siteapi.Problems.Problem;

/** Who watches the site: they are told what to read again, and now and then that somebody is still here. */
final class Watchers implements Handler<RoutingContext>, AutoCloseable {

    private static final int MOST = 20;
    private static final long BEAT_MILLIS = 20_000;

    private final Vertx vertx;
    private final Map<HttpServerResponse, Context> watching = new ConcurrentHashMap<>();
    private final long timer;

    Watchers(Vertx vertx) {
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(BEAT_MILLIS, id -> write(": still here\n\n"));
    }

    @Override
    public void handle(RoutingContext context) {
        if (watching.size() >= MOST) {
            Problems.answer(context, Problem.TOO_MANY_REQUESTS, "at most " + MOST + " can watch at once");
            return;
        }
        HttpServerResponse response = context.response();
        response.setChunked(true).putHeader("Content-Type", "text/event-stream").putHeader("X-Accel-Buffering", "no");
        response.closeHandler(closed -> watching.remove(response));
        response.exceptionHandler(broken -> watching.remove(response));
        watching.put(response, vertx.getOrCreateContext());
        response.write(": here\n\n");
    }

    /** That is otherwise than before. */
    void tell(String what) {
        write("event: " + what + "\ndata:\n\n");
    }

    /** Who does not read is not waited for. */
    private void write(String text) {
        watching.forEach((response, context) -> context.runOnContext(now -> {
            if (response.ended() || response.closed() || response.writeQueueFull()) {
                watching.remove(response);
                response.reset();
            } else {
                response.write(text);
            }
        }));
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
        watching.keySet().forEach(response -> response.reset());
    }
}
