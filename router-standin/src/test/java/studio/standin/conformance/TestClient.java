package studio.standin.conformance;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import studio.standin.amqp.AmqpConnection;
import studio.standin.amqp.AmqpEvents;
import studio.standin.amqp.AmqpMessage;
import studio.standin.amqp.AmqpPeers;
import studio.standin.amqp.LinkEvents;
import studio.standin.amqp.SaslSide;
import studio.standin.amqp.Terms;
import studio.standin.amqp.Unheard;

/** A raw AMQP client that waits for what it asked. */
public final class TestClient implements AutoCloseable {

    private static final NioEventLoopGroup LOOP =
            new NioEventLoopGroup(1, new DefaultThreadFactory("test-client", true));
    private static final int WAIT_SECONDS = 10;

    private final AmqpConnection connection;
    private final CompletableFuture<String> closed;

    private TestClient(AmqpConnection connection, CompletableFuture<String> closed) {
        this.connection = connection;
        this.closed = closed;
    }

    /** A connection was refused. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    public static TestClient connect(int port) {
        return connect(port, Optional.empty(), "ANONYMOUS");
    }

    public static TestClient connect(int port, Optional<SslContext> tls, String mechanism) {
        CompletableFuture<AmqpConnection> opened = new CompletableFuture<>();
        CompletableFuture<String> closed = new CompletableFuture<>();
        AmqpEvents events = new AmqpEvents() {
            @Override
            public void started(AmqpConnection connection) {
                connection.open();
            }

            @Override
            public void opened(AmqpConnection connection) {
                // a refusal is an open that is closed at once: wait a moment for that
                Unheard.outcome(LOOP.schedule(() -> opened.complete(connection), 30, TimeUnit.MILLISECONDS));
            }

            @Override
            public void linkAttached(AmqpConnection connection, Link link) {
                connection.refuse(link, "amqp:not-allowed", "a client");
            }

            @Override
            public void closed(AmqpConnection connection, String reason) {
                opened.completeExceptionally(new Refused(reason));
                closed.complete(reason);
            }
        };
        new AmqpPeers(LOOP)
                .connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        tls,
                        channel -> new AmqpPeers.Plan(
                                Terms.of("test-client", "localhost"), SaslSide.client(List.of(mechanism)), events),
                        reason -> opened.completeExceptionally(new Refused(reason)));
        return new TestClient(join(opened), closed);
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T on(Supplier<T> action) {
        return join(CompletableFuture.supplyAsync(action, LOOP));
    }

    /** What the router says of itself. */
    public Map<String, Object> properties() {
        return on(connection::remoteProperties);
    }

    /** When the connection ends, why. */
    public String awaitClosed() {
        return join(closed);
    }

    /** A link of this client. */
    public abstract class TestLink implements LinkEvents {
        final CompletableFuture<Boolean> attached = new CompletableFuture<>();
        final CompletableFuture<String> detached = new CompletableFuture<>();

        @Override
        public void attached() {
            boolean refused =
                    link() instanceof Sender ? link().getRemoteTarget() == null : link().getRemoteSource() == null;
            if (!refused) {
                Unheard.outcome(LOOP.schedule(() -> attached.complete(true), 20, TimeUnit.MILLISECONDS));
            }
        }

        @Override
        public void detached() {
            attached.complete(false);
            var condition = link().getRemoteCondition();
            detached.complete(condition == null ? "" : String.valueOf(condition.getCondition()));
        }

        abstract Link link();

        /** Was the attach answered and not refused? */
        public boolean accepted() {
            return join(attached);
        }

        /** With which condition the other side closed it. */
        public String awaitDetached() {
            return join(detached);
        }

        public void close() {
            on(() -> {
                connection.close(link());
                return true;
            });
        }
    }

    /** Sends. */
    public final class Out extends TestLink {
        private Optional<Sender> sender = Optional.empty();
        private final CompletableFuture<Boolean> credit = new CompletableFuture<>();

        @Override
        Link link() {
            return sender.orElseThrow();
        }

        @Override
        public void flow() {
            if (sender.orElseThrow().getCredit() > 0) {
                credit.complete(true);
            }
        }

        @Override
        public void delivery(Delivery delivery) {
            if (delivery.getContext() instanceof CompletableFuture<?> outcome && delivery.getRemoteState() != null) {
                @SuppressWarnings("unchecked")
                CompletableFuture<DeliveryState> heard = (CompletableFuture<DeliveryState>) outcome;
                heard.complete(delivery.getRemoteState());
                delivery.settle();
            }
        }

        /** Does credit come within that time? */
        public boolean creditWithin(long millis) {
            try {
                return credit.get(millis, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return false;
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Sends and waits for the outcome. */
        public DeliveryState send(byte[] message) {
            join(credit);
            CompletableFuture<DeliveryState> outcome = new CompletableFuture<>();
            on(() -> {
                Sender link = sender.orElseThrow();
                Delivery delivery = link.delivery(connection.tag());
                delivery.setContext(outcome);
                link.send(message, 0, message.length);
                link.advance();
                connection.flush();
                return true;
            });
            return join(outcome);
        }
    }

    /** Receives. */
    public final class In extends TestLink {
        private Optional<Receiver> receiver = Optional.empty();
        private final BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();

        @Override
        Link link() {
            return receiver.orElseThrow();
        }

        @Override
        public void delivery(Delivery delivery) {
            Receiver link = receiver.orElseThrow();
            if (delivery.isReadable() && !delivery.isPartial()) {
                byte[] bytes = new byte[delivery.pending()];
                link.recv(bytes, 0, bytes.length);
                link.advance();
                delivery.disposition(Accepted.getInstance());
                delivery.settle();
                link.flow(1);
                messages.add(bytes);
            }
        }

        /** The address that the router gave. */
        public String address() {
            accepted();
            return on(() -> ((Source) receiver.orElseThrow().getRemoteSource()).getAddress());
        }

        /** The next message within that time. */
        public Optional<byte[]> next(long millis) {
            try {
                return Optional.ofNullable(messages.poll(millis, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The next message, decoded. */
        public AmqpMessage next() {
            return AmqpMessage.decode(next(WAIT_SECONDS * 1000L).orElseThrow());
        }
    }

    public Out sender(String address) {
        Out out = new Out();
        return on(() -> {
            Sender link = connection.sender("out-" + System.nanoTime(), out);
            Target target = new Target();
            if (!address.isEmpty()) {
                target.setAddress(address);
            }
            link.setTarget(target);
            link.setSource(new Source());
            out.sender = Optional.of(link);
            link.open();
            connection.flush();
            return out;
        });
    }

    public In receiver(String address) {
        return receiver(address, 250);
    }

    public In receiver(String address, int credit) {
        In in = new In();
        return on(() -> {
            Receiver link = connection.receiver("in-" + System.nanoTime(), in);
            Source source = new Source();
            if (address.isEmpty()) {
                source.setDynamic(true);
            } else {
                source.setAddress(address);
            }
            link.setSource(source);
            link.setTarget(new Target());
            in.receiver = Optional.of(link);
            link.open();
            if (credit > 0) {
                link.flow(credit);
            }
            connection.flush();
            return in;
        });
    }

    /** Is the connection there? */
    public boolean alive() {
        return on(() -> connection.alive() && connection.engine().getRemoteState() == EndpointState.ACTIVE);
    }

    @Override
    public void close() {
        on(() -> {
            connection.close();
            return true;
        });
    }
}
