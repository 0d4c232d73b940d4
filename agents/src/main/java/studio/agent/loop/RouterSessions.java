package studio.agent.loop;

import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import studio.agent.amqp.ManagementOptions;
import studio.agent.amqp.ManagementSession;

/** The session with one router: a new one whenever the last one has ended. For one thread. */
final class RouterSessions implements AutoCloseable {

    private final Vertx vertx;
    private final ManagementOptions options;
    private final Runnable ended;
    private Optional<ManagementSession> session = Optional.empty();
    private boolean isNew;
    private String failure = "";

    RouterSessions(Vertx vertx, ManagementOptions options, Runnable ended) {
        this.vertx = vertx;
        this.options = options;
        this.ended = ended;
    }

    /** The session, if the router answers. */
    Optional<ManagementSession> get() {
        if (session.filter(present -> !present.hasEnded()).isEmpty()) {
            session = connect();
            isNew = session.isPresent();
        }
        return session;
    }

    private Optional<ManagementSession> connect() {
        try {
            ManagementSession connected =
                    ManagementSession.connect(vertx, options).join();
            connected.onEnd(ended);
            return Optional.of(connected);
        } catch (CompletionException e) {
            failure = String.valueOf(e.getCause());
            return Optional.empty();
        }
    }

    /** Says once whether the session is another one than before. */
    boolean isFresh() {
        boolean fresh = isNew;
        isNew = false;
        return fresh;
    }

    /** Why the router does not answer. */
    String failure() {
        return failure;
    }

    @Override
    public void close() {
        session.ifPresent(ManagementSession::close);
    }
}
