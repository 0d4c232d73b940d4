package studio.projection.history;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Takes what needs a processor for a while off the event loop. */
public final class Workers {

    private Workers() {}

    /** What that gives, once a worker thread has had time for it. */
    public static <T> Uni<T> run(Supplier<T> work) {
        // Who asks goes on where it was, since its session belongs there.
        Executor context = MutinyHelper.executor(Vertx.currentContext());
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(context);
    }
}
