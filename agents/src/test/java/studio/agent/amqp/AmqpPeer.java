package studio.agent.amqp;

import io.vertx.core.Vertx;
import io.vertx.proton.ProtonConnection;
import io.vertx.proton.ProtonSender;
import io.vertx.proton.ProtonServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.message.Message;
import studio.agent.router.Place;

/** A peer that answers requests as a test says: not at all, twice, too late, or with nonsense. */
final class AmqpPeer implements AutoCloseable {

    private final ProtonServer server;
    private final List<Message> requests = new CopyOnWriteArrayList<>();
    private final int credit;
    private BiConsumer<Message, Replies> behaviour = (request, replies) -> {};

    /** How the peer answers. */
    interface Replies {
        void send(Message reply);

        void hangUp();
    }

    AmqpPeer(Vertx vertx, int credit) {
        this.credit = credit;
        this.server = ProtonServer.create(vertx);
        server.connectHandler(this::connect);
        server.listen(0, Place.LOOPBACK);
    }

    AmqpPeer answering(BiConsumer<Message, Replies> other) {
        behaviour = other;
        return this;
    }

    List<Message> requests() {
        return requests;
    }

    ManagementSession connect(Vertx vertx, Duration deadline, int window, int waiting) {
        while (server.actualPort() == 0) {
            Thread.onSpinWait();
        }
        return ManagementSession.connect(
                        vertx,
                        new ManagementOptions(
                                Place.local(server.actualPort()),
                                Optional.empty(),
                                new ManagementOptions.Limits(Duration.ofSeconds(10), deadline, window, waiting)))
                .join();
    }

    private void connect(ProtonConnection connection) {
        Map<String, ProtonSender> replies = new LinkedHashMap<>();
        connection.openHandler(opened -> connection.open());
        connection.sessionOpenHandler(session -> session.open());
        connection.senderOpenHandler(sender -> {
            Source source = new Source();
            source.setAddress("replies-" + replies.size());
            sender.setSource(source);
            replies.put(source.getAddress(), sender);
            sender.open();
        });
        connection.receiverOpenHandler(receiver -> {
            Target target = new Target();
            target.setAddress(receiver.getRemoteTarget().getAddress());
            receiver.setTarget(target);
            receiver.setPrefetch(0);
            receiver.handler((delivery, request) -> {
                requests.add(request);
                behaviour.accept(
                        request,
                        to(
                                connection,
                                Optional.ofNullable(replies.get(request.getReplyTo()))
                                        .orElseThrow()));
            });
            receiver.open();
            if (credit > 0) {
                receiver.flow(credit);
            }
        });
    }

    private static Replies to(ProtonConnection connection, ProtonSender sender) {
        return new Replies() {
            @Override
            public void send(Message reply) {
                sender.send(reply);
            }

            @Override
            public void hangUp() {
                connection.disconnect();
            }
        };
    }

    static Message reply(Message request, int statusCode) {
        return reply(request, Optional.of(statusCode));
    }

    /** An answer with any status code at all, or none. */
    static Message reply(Message request, Optional<Object> statusCode) {
        Message reply = Message.Factory.create();
        reply.setCorrelationId(request.getCorrelationId());
        Map<String, Object> properties = new LinkedHashMap<>();
        statusCode.ifPresent(code -> properties.put("statusCode", code));
        properties.put("statusDescription", "as told");
        reply.setApplicationProperties(new ApplicationProperties(properties));
        reply.setBody(new AmqpValue(
                Map.of("echo", request.getApplicationProperties().getValue().get("name"))));
        return reply;
    }

    @Override
    public void close() {
        server.close();
    }
}
