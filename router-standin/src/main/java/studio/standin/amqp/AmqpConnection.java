package studio.standin.amqp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One AMQP connection: Proton's engine between a channel and its owner. All of it happens on the channel's event loop; who changes
 * something in the engine calls {@link #flush} afterwards.
 */
public final class AmqpConnection {

    private static final Logger LOGGER = LoggerFactory.getLogger(AmqpConnection.class);
    private static final int SESSION_BYTES = 1024 * 1024;

    private final Channel channel;
    private final AmqpEvents events;
    private final SaslSide sasl;
    private final Connection engine = Connection.Factory.create();
    private final Transport transport = Transport.Factory.create();
    private final Collector collector = Collector.Factory.create();
    private final Set<Link> attached = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Runnable> afterWriting = new ArrayList<>();
    private final Session session;
    private long tags;
    private boolean pumping;
    private boolean scheduled;
    private boolean closed;
    private Optional<String> failure = Optional.empty();

    AmqpConnection(Channel channel, Terms terms, SaslSide sasl, AmqpEvents events) {
        this.channel = channel;
        this.sasl = sasl;
        this.events = events;
        engine.setContainer(terms.container());
        engine.setHostname(terms.hostname());
        engine.setProperties(symbols(terms.properties()));
        engine.setOfferedCapabilities(
                terms.capabilities().stream().map(Symbol::valueOf).toArray(Symbol[]::new));
        engine.collect(collector);
        transport.setMaxFrameSize(terms.maxFrameSize());
        transport.setIdleTimeout(terms.idleTimeoutMillis());
        transport.setEmitFlowEventOnSend(false);
        sasl.attach(transport);
        transport.bind(engine);
        session = engine.session();
        session.setIncomingCapacity(SESSION_BYTES);
    }

    /** A map with symbols as keys. */
    public static Map<Symbol, Object> symbols(Map<String, ?> map) {
        Map<Symbol, Object> keyed = new HashMap<>();
        map.forEach((key, value) -> keyed.put(Symbol.valueOf(key), value));
        return keyed;
    }

    /** Opens this side of the connection, and its session. */
    public void open() {
        engine.open();
        session.open();
        flush();
    }

    /** The engine's view of the connection. */
    public Connection engine() {
        return engine;
    }

    /** The channel below. */
    public Channel channel() {
        return channel;
    }

    /** The mechanism by which the peer made itself known. */
    public Optional<String> mechanism() {
        return sasl.mechanism();
    }

    /** What the peer said of itself. */
    public Map<String, Object> remoteProperties() {
        Map<String, Object> properties = new HashMap<>();
        Optional.ofNullable(engine.getRemoteProperties())
                .ifPresent(remote -> remote.forEach((key, value) -> properties.put(key.toString(), value)));
        return properties;
    }

    /** What the peer offers. */
    public List<String> remoteCapabilities() {
        return Stream.ofNullable(engine.getRemoteOfferedCapabilities())
                .flatMap(Stream::of)
                .map(Symbol::toString)
                .toList();
    }

    /** A sender of this side, not opened yet. */
    public Sender sender(String name, LinkEvents owner) {
        return bound(session.sender(name), owner);
    }

    /** A receiver of this side, not opened yet. */
    public Receiver receiver(String name, LinkEvents owner) {
        return bound(session.receiver(name), owner);
    }

    /** A further session, for a link whose flow must not hold up others; its incoming bytes are limited to this. */
    public Session session(int incomingBytes) {
        Session own = engine.session();
        own.setIncomingCapacity(incomingBytes);
        own.open();
        return own;
    }

    /** Says who owns this link. */
    public <L extends Link> L bound(L link, LinkEvents owner) {
        link.setContext(owner);
        attached.add(link);
        return link;
    }

    /** Refuses an attach: answers it, and closes the link with a reason. */
    public void refuse(Link link, String condition, String description) {
        link.setCondition(new ErrorCondition(Symbol.valueOf(condition), description));
        link.open();
        link.close();
        flush();
    }

    /** Closes a link of this connection; its owner hears nothing more. */
    public void close(Link link) {
        attached.remove(link);
        link.close();
        flush();
    }

    /** A tag for the next delivery. */
    public byte[] tag() {
        return ByteBuffer.allocate(Long.BYTES).putLong(++tags).array();
    }

    /** Runs this on the event loop, each time after the engine's output was written. */
    public void afterWriting(Runnable check) {
        afterWriting.add(check);
    }

    /** Ends that. */
    public void noMoreAfterWriting(Runnable check) {
        afterWriting.remove(check);
    }

    /** Closes the connection without a reason. */
    public void close() {
        engine.close();
        flush();
    }

    /** Closes the connection and tells the peer why. */
    public void close(String condition, String description) {
        engine.setCondition(new ErrorCondition(Symbol.valueOf(condition), description));
        if (engine.getLocalState() == EndpointState.UNINITIALIZED) {
            engine.open();
        }
        engine.close();
        flush();
    }

    /** Cuts the connection at once, for this reason. */
    public void abandon(String reason) {
        fail(reason);
        Unheard.outcome(channel.close());
    }

    /** Is the channel still there? */
    public boolean alive() {
        return !closed;
    }

    /** Lets the engine's changes reach the peer. */
    public void flush() {
        if (!pumping && !scheduled && !closed) {
            scheduled = true;
            channel.eventLoop().execute(() -> {
                scheduled = false;
                pump();
            });
        }
    }

    void start() {
        events.started(this);
        pump();
    }

    void received(ByteBuffer bytes) {
        while (bytes.hasRemaining() && transport.capacity() > 0) {
            ByteBuffer tail = transport.tail();
            int count = Math.min(tail.remaining(), bytes.remaining());
            tail.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            transport.process();
            if (!pumping) {
                pump();
            }
        }
        if (sasl.failed()) {
            fail("Authentication failed");
        }
    }

    void tick(long millis) {
        if (!closed) {
            transport.tick(millis);
            pump();
        }
    }

    void fail(String reason) {
        if (failure.isEmpty()) {
            failure = Optional.of(reason);
        }
    }

    void channelClosed() {
        if (closed) {
            return;
        }
        closed = true;
        List.copyOf(attached).forEach(this::detached);
        events.closed(this, reason());
    }

    private String reason() {
        return failure.or(() -> text(engine.getRemoteCondition()))
                .or(() -> text(engine.getCondition()))
                .or(() -> text(transport.getCondition()))
                .orElse("Connection closed");
    }

    private static Optional<String> text(ErrorCondition condition) {
        return Optional.ofNullable(condition)
                .filter(given -> given.getCondition() != null)
                .map(given -> given.getCondition() + ": " + given.getDescription());
    }

    /** Hands the engine's events to their owners and writes what comes of it. */
    void pump() {
        if (pumping || closed) {
            return;
        }
        pumping = true;
        try {
            do {
                dispatch();
                write();
            } while (collector.peek() != null);
            List.copyOf(afterWriting).forEach(Runnable::run);
            dispatch();
            write();
        } catch (RuntimeException e) {
            LOGGER.warn("closing connection {} after a failure", channel.remoteAddress(), e);
            fail("internal error: " + e.getMessage());
            Unheard.outcome(channel.close());
        } finally {
            pumping = false;
        }
    }

    private void write() {
        // flushing may make the channel writable again at once, of which we would not hear
        while (channel.isWritable() && transport.pending() != 0) {
            int pending = transport.pending();
            if (pending < 0) {
                Unheard.outcome(
                        channel.writeAndFlush(channel.alloc().buffer(0)).addListener(ChannelFutureListener.CLOSE));
                return;
            }
            Unheard.outcome(channel.write(channel.alloc().buffer(pending).writeBytes(transport.head())));
            transport.pop(pending);
            if (!channel.isWritable()) {
                channel.flush();
            }
        }
        channel.flush();
    }

    private void dispatch() {
        for (Event event = collector.peek(); event != null; event = collector.peek()) {
            handle(event);
            collector.pop();
        }
    }

    private void handle(Event event) {
        switch (event.getType()) {
            case CONNECTION_REMOTE_OPEN -> events.opened(this);
            case CONNECTION_REMOTE_CLOSE -> engine.close();
            case SESSION_REMOTE_OPEN -> answer(event.getSession());
            case SESSION_REMOTE_CLOSE -> ended(event.getSession());
            case LINK_REMOTE_OPEN -> attach(event.getLink());
            case LINK_REMOTE_CLOSE, LINK_REMOTE_DETACH -> remoteClose(event.getLink());
            case LINK_FLOW -> owner(event.getLink()).ifPresent(LinkEvents::flow);
            case DELIVERY -> owner(event.getLink()).ifPresent(owner -> owner.delivery(event.getDelivery()));
            case TRANSPORT_ERROR -> broken();
            default -> LOGGER.trace("{}", event);
        }
    }

    /** What came was no AMQP: nothing more can be read, what is to be said is said. */
    private void broken() {
        fail(text(transport.getCondition()).orElse("not AMQP"));
        channel.eventLoop().execute(() -> Unheard.outcome(channel.close()));
    }

    private static void answer(Session remote) {
        if (remote.getLocalState() == EndpointState.UNINITIALIZED) {
            remote.setIncomingCapacity(SESSION_BYTES);
            remote.open();
        }
    }

    private void ended(Session remote) {
        attached.stream()
                .filter(link -> link.getSession().equals(remote))
                .toList()
                .forEach(this::detached);
        remote.close();
        remote.free();
    }

    private void attach(Link link) {
        if (link.getLocalState() == EndpointState.UNINITIALIZED) {
            events.linkAttached(this, link);
        } else {
            owner(link).ifPresent(LinkEvents::attached);
        }
    }

    private void remoteClose(Link link) {
        detached(link);
        link.close();
        link.free();
    }

    private Optional<LinkEvents> owner(Link link) {
        return attached.contains(link) && link.getContext() instanceof LinkEvents owner
                ? Optional.of(owner)
                : Optional.empty();
    }

    private void detached(Link link) {
        owner(link).ifPresent(owner -> {
            attached.remove(link);
            owner.detached();
        });
    }
}
