package studio.projection.repeat;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, never twice at a time. What fails is done again the next time. */
public final class Repeated {

    private static final Logger LOGGER = LoggerFactory.getLogger(Repeated.class);

    private final String what;
    private final Supplier<? extends Uni<?>> action;
    private final AtomicBoolean busy = new AtomicBoolean();

    private Repeated(String what, Supplier<? extends Uni<?>> action) {
        this.what = what;
        this.action = action;
    }

    /** Begins after that time, and goes on until the end. */
    public static void every(Vertx vertx, Duration interval, String what, Supplier<? extends Uni<?>> action) {
        Repeated repeated = new Repeated(what, action);
        long timer = vertx.setPeriodic(interval.toMillis(), tick -> repeated.once(vertx));
        LOGGER.atDebug().addKeyValue("what", what).addKeyValue("timer", timer).log("begins");
    }

    private void once(Vertx vertx) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(nothing -> action.get().subscribe().with(done -> busy.set(false), failure -> {
            busy.set(false);
            LOGGER.atWarn()
                    .addKeyValue("what", what)
                    .addKeyValue("reason", failure.toString())
                    .log("not done; trying again");
        }));
    }
}
