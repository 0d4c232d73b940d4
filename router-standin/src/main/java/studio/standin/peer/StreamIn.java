package studio.standin.peer;

import java.util.Arrays;
import java.util.Optional;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import studio.standin.amqp.AmqpConnection;
import studio.standin.amqp.LinkEvents;
import studio.standin.core.ByteSink;
import studio.standin.core.StreamFeed;

/** A stream from another router. What its sink has no room for stays unread, which holds up the sender. */
final class StreamIn implements LinkEvents, StreamFeed {

    private static final int CHUNK = 32 * 1024;

    private final AmqpConnection connection;
    private final Receiver link;
    private final byte[] chunk = new byte[CHUNK];
    private Optional<ByteSink> sink = Optional.empty();
    private boolean ended;
    private boolean done;

    StreamIn(AmqpConnection connection, Receiver link) {
        this.connection = connection;
        this.link = link;
    }

    void start(ByteSink to) {
        sink = Optional.of(to);
        link.setSource(link.getRemoteSource());
        link.setTarget(link.getRemoteTarget());
        link.setSenderSettleMode(link.getRemoteSenderSettleMode());
        connection.bound(link, this);
        link.open();
        // one delivery with the bytes, one with how they ended
        link.flow(2);
        connection.flush();
    }

    @Override
    public void delivery(Delivery delivery) {
        pull();
    }

    @Override
    public void ready() {
        pull();
    }

    private void pull() {
        sink.filter(to -> !done).ifPresent(this::pull);
        connection.flush();
    }

    private void pull(ByteSink to) {
        for (Optional<Delivery> current = current(); current.isPresent() && !done; current = current()) {
            if (!ended && to.full()) {
                return;
            }
            int count = link.recv(chunk, 0, CHUNK);
            if (count > 0 && ended) {
                finish(to, chunk[0]);
            } else if (count > 0) {
                to.write(Arrays.copyOf(chunk, count));
            } else if (count < 0 && !current.get().isPartial()) {
                // in this order: settling the current delivery advances, too
                ended = true;
                link.advance();
                current.get().settle();
            } else {
                return;
            }
        }
    }

    private Optional<Delivery> current() {
        return Optional.ofNullable(link.current());
    }

    private void finish(ByteSink to, byte how) {
        release();
        if (how == StreamOut.ENDED) {
            to.end();
        } else {
            to.abort();
        }
    }

    private void release() {
        done = true;
        connection.close(link);
        link.getSession().close();
        connection.flush();
    }

    @Override
    public void broken() {
        if (!done) {
            release();
        }
    }

    @Override
    public void detached() {
        if (!done) {
            pull();
        }
        if (!done) {
            done = true;
            sink.ifPresent(ByteSink::abort);
        }
    }
}
