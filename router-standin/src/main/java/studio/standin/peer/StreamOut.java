package studio.standin.peer;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import studio.standin.amqp.AmqpConnection;
import studio.standin.amqp.LinkEvents;
import studio.standin.core.ByteSink;
import studio.standin.core.StreamFeed;

/**
 * A stream to the next router: one delivery on a link and a session of its own, so that its flow holds up no other. A second delivery says
 * whether the first ended well.
 */
final class StreamOut implements ByteSink, LinkEvents {

    static final byte ENDED = 0;
    static final byte ABORTED = 1;
    private static final int HIGH = 256 * 1024;
    private static final int LOW = 64 * 1024;

    private final AmqpConnection connection;
    private final StreamFeed feed;
    private final Session session;
    private final Sender link;
    private final Delivery delivery;
    private final Runnable check = this::look;
    private boolean waiting;
    private boolean done;

    StreamOut(AmqpConnection connection, Optional<String> target, Map<Symbol, Object> properties, StreamFeed feed) {
        this.connection = connection;
        this.feed = feed;
        session = connection.session(HIGH);
        link = connection.bound(session.sender("stream." + HexFormat.of().formatHex(connection.tag())), this);
        Target to = new Target();
        target.ifPresent(to::setAddress);
        link.setTarget(to);
        link.setSource(new Source());
        link.setProperties(properties);
        link.setSenderSettleMode(SenderSettleMode.SETTLED);
        link.open();
        delivery = link.delivery(connection.tag());
        connection.afterWriting(check);
        connection.flush();
    }

    @Override
    public void write(byte[] bytes) {
        if (!done) {
            link.send(bytes, 0, bytes.length);
            connection.flush();
        }
    }

    @Override
    public boolean full() {
        waiting = !done && session.getOutgoingBytes() > HIGH;
        return waiting;
    }

    private void look() {
        if (waiting && session.getOutgoingBytes() < LOW) {
            waiting = false;
            feed.ready();
        }
    }

    @Override
    public void end() {
        finish(ENDED);
    }

    @Override
    public void abort() {
        finish(ABORTED);
    }

    private void finish(byte how) {
        if (!done) {
            link.advance();
            delivery.settle();
            Delivery outcome = link.delivery(connection.tag());
            link.send(new byte[] {how}, 0, 1);
            link.advance();
            outcome.settle();
            // the reader closes the link when it has read all
            stop();
            connection.flush();
        }
    }

    private void stop() {
        done = true;
        waiting = false;
        connection.noMoreAfterWriting(check);
    }

    @Override
    public void detached() {
        boolean early = !done;
        stop();
        session.close();
        connection.flush();
        if (early) {
            feed.broken();
        }
    }
}
