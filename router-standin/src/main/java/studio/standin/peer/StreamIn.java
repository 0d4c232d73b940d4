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
    private Optional<Byte> held = Optional.empty();
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
        link.flow(1);
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
        Optional<Delivery> current = Optional.ofNullable(link.current());
        while (current.isPresent() && !to.full()) {
            int count = link.recv(chunk, 0, CHUNK);
            if (count > 0) {
                pass(to, count);
            } else {
                if (count < 0 && !current.get().isPartial()) {
                    finish(to, current.get());
                }
                return;
            }
        }
    }

    /** Passes on all but the last byte: it may be the one that says how the stream ended. */
    private void pass(ByteSink to, int count) {
        byte[] bytes = new byte[count - 1 + (held.isPresent() ? 1 : 0)];
        int at = 0;
        if (held.isPresent()) {
            bytes[at++] = held.get();
        }
        System.arraycopy(chunk, 0, bytes, at, count - 1);
        held = Optional.of(chunk[count - 1]);
        if (bytes.length > 0) {
            to.write(Arrays.copyOf(bytes, bytes.length));
        }
    }

    private void finish(ByteSink to, Delivery delivery) {
        delivery.settle();
        link.advance();
        release();
        if (held.filter(how -> how == StreamOut.ENDED).isPresent()) {
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
