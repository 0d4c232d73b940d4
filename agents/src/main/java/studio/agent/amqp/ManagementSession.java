package studio.agent.amqp;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.proton.ProtonClient;
import io.vertx.proton.ProtonConnection;
import io.vertx.proton.ProtonReceiver;
import io.vertx.proton.ProtonSender;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.amqp.Answer.Cause;

/**
 * One connection to a router's management. When it ends, everything that waits is answered, and it stays ended: whoever wants to go
 * on makes another one, and looks at the router again, since nobody knows what was done last.
 */
public final class ManagementSession implements RouterManagement, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ManagementSession.class);
    private static final int MOST_TARGETS = 64;

    private final Vertx vertx;
    private final Context context;
    private final ManagementOptions options;
    private final ProtonConnection connection;
    private final String replyTo;
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    /** Only that never were ids before: answers that come late must not fit anything. */
    private final String ids = UUID.randomUUID() + "-";

    private final Map<Target, PendingRequests> targets = new LinkedHashMap<>();
    private long requests;

    private ManagementSession(Vertx vertx, ManagementOptions options, ProtonConnection connection, String replyTo) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.options = options;
        this.connection = connection;
        this.replyTo = replyTo;
    }

    /** Connects; fails with an {@link IOException} if that takes too long or is refused. */
    public static CompletableFuture<ManagementSession> connect(Vertx vertx, ManagementOptions options) {
        CompletableFuture<ManagementSession> connected = new CompletableFuture<>();
        Context context = vertx.getOrCreateContext();
        context.runOnContext(go -> {
            LenientProperties.install();
            long timer = vertx.setTimer(
                    options.limits().connect().toMillis(),
                    late -> connected.completeExceptionally(new IOException(options.place() + " does not answer")));
            ProtonClient.create(vertx)
                    .connect(
                            options.client(),
                            options.place().host(),
                            options.place().port(),
                            result -> {
                                if (result.succeeded()) {
                                    open(vertx, options, result.result(), connected);
                                } else {
                                    fail(connected, options, result.cause());
                                }
                            });
            var unused = connected.whenComplete((session, failure) -> vertx.cancelTimer(timer));
        });
        return connected;
    }

    private static void open(
            Vertx vertx,
            ManagementOptions options,
            ProtonConnection connection,
            CompletableFuture<ManagementSession> connected) {
        var unused = connected.whenComplete((session, failure) -> {
            if (failure != null) {
                connection.disconnect();
            }
        });
        connection.setContainer("studio-agent-" + UUID.randomUUID());
        connection.openHandler(result -> {
            if (result.failed()) {
                fail(connected, options, result.cause());
            }
        });
        connection.closeHandler(result -> fail(connected, options, new IOException(condition(connection))));
        connection.disconnectHandler(gone -> fail(connected, options, new IOException("the connection ended")));
        connection.open();
        ProtonReceiver replies = connection.createReceiver(null);
        Source source = new Source();
        source.setDynamic(true);
        replies.setSource(source);
        replies.setPrefetch(2 * options.limits().window());
        replies.openHandler(result -> {
            if (result.failed() || replies.getRemoteSource() == null) {
                fail(connected, options, new IOException("no address for answers: " + result.cause()));
            } else {
                start(vertx, options, connection, replies, connected);
            }
        });
        replies.open();
    }

    private static void start(
            Vertx vertx,
            ManagementOptions options,
            ProtonConnection connection,
            ProtonReceiver replies,
            CompletableFuture<ManagementSession> connected) {
        String replyTo = replies.getRemoteSource().getAddress();
        ManagementSession session = new ManagementSession(vertx, options, connection, replyTo);
        replies.handler((delivery, message) -> session.receive(message));
        replies.closeHandler(closed -> session.end("the address for answers was closed"));
        connection.closeHandler(closed -> session.end(condition(connection)));
        connection.disconnectHandler(gone -> session.end("the connection ended"));
        connected.complete(session);
    }

    private static String condition(ProtonConnection connection) {
        return Optional.ofNullable(connection.getRemoteCondition())
                .map(Object::toString)
                .orElse("the router closed the connection");
    }

    private static void fail(
            CompletableFuture<ManagementSession> connected, ManagementOptions options, Throwable cause) {
        connected.completeExceptionally(new IOException(options.place() + ": " + cause, cause));
    }

    @Override
    public CompletableFuture<Answer> send(Request request) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        context.runOnContext(go -> {
            if (ended.isDone()) {
                answer.complete(new Answer.NoAnswer(Cause.DISCONNECTED, false, ended.join()));
            } else {
                requests++;
                pending(request.target()).add(ids + requests, request, answer);
            }
        });
        return answer;
    }

    private PendingRequests pending(Target target) {
        PendingRequests known = targets.get(target);
        if (known != null) {
            return known;
        }
        forgetOne();
        ProtonSender sender = connection.createSender(target.address());
        PendingRequests pending = new PendingRequests(vertx, sender, replyTo, options.limits());
        sender.closeHandler(closed -> {
            targets.remove(target);
            pending.end(Cause.NO_ROUTE, "the router closed the link to " + target.address() + ": " + closed.cause());
        });
        sender.open();
        targets.put(target, pending);
        return pending;
    }

    /** Keeps the number of links bounded: one whose requests are all answered can be made again at any time. */
    private void forgetOne() {
        if (targets.size() >= MOST_TARGETS) {
            targets.entrySet().stream()
                    .filter(entry -> entry.getValue().isIdle())
                    .findFirst()
                    .ifPresent(entry -> {
                        targets.remove(entry.getKey());
                        entry.getValue().close();
                    });
        }
    }

    private void receive(Message message) {
        Optional<String> id = ManagementCodec.id(message);
        if (id.isPresent()) {
            Answer answer = ManagementCodec.decode(message);
            Map.copyOf(targets).values().forEach(pending -> pending.finish(id.get(), answer));
        } else {
            LOGGER.atWarn().addKeyValue("id", message.getCorrelationId()).log("An answer without an id of ours");
        }
    }

    /**
     * Receives messages of an address from now on, until the session ends.
     *
     * @param handler called on the session's thread, so it must not wait
     */
    public void receive(String address, Consumer<Received> handler) {
        context.runOnContext(go -> connection
                .createReceiver(address)
                .handler((delivery, message) -> handler.accept(Received.of(message)))
                .open());
    }

    /** Sends a message that has a subject alone to an address; whether anybody takes it is not known. */
    public void tell(String address, String subject) {
        context.runOnContext(go -> {
            ProtonSender sender = connection.createSender(address);
            Message message = Message.Factory.create();
            message.setAddress(address);
            message.setSubject(subject);
            sender.open();
            sender.send(message, settled -> sender.close());
        });
    }

    private void end(String why) {
        if (ended.complete(why)) {
            targets.values().forEach(pending -> pending.end(Cause.DISCONNECTED, why));
            targets.clear();
            connection.disconnect();
        }
    }

    /** Says whether the session has ended. */
    public boolean hasEnded() {
        return ended.isDone();
    }

    /** Completes when the session has ended, saying why. */
    public CompletableFuture<String> ended() {
        return ended.copy();
    }

    /** Calls that when the session has ended, on any thread. */
    public void onEnd(Runnable handler) {
        var unused = ended.thenRun(handler);
    }

    /** What the router says it is; the only place where its version can be trusted. */
    public Map<String, Object> router() {
        Map<String, Object> properties = new HashMap<>();
        Optional.ofNullable(connection.getRemoteProperties())
                .ifPresent(
                        remote -> remote.forEach((Symbol key, Object value) -> properties.put(key.toString(), value)));
        properties.put("id", connection.getRemoteContainer());
        return properties;
    }

    @Override
    public void close() {
        context.runOnContext(go -> {
            connection.close();
            end("closed");
        });
    }
}
