package studio.standin.peer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import studio.standin.amqp.LinkEvents;
import studio.standin.core.Settlement;

/** A link on which whole messages come in. */
public final class InLink implements LinkEvents, LinkView {

    /** Takes what comes. */
    @FunctionalInterface
    public interface Handler {
        /** One message; its sender hears the settlement. */
        void handle(byte[] message, Settlement settlement);
    }

    private static final int CAPACITY = 250;
    private static final int MESSAGE_LIMIT = 16 * 1024 * 1024;
    private static final int CHUNK = 16 * 1024;

    private final Peer peer;
    private final Receiver link;
    private final String address;
    private final Handler handler;
    private final byte[] chunk = new byte[CHUNK];
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private final List<Runnable> whenGone = new ArrayList<>();
    private int outstanding;
    private boolean granted;
    private boolean refused = true;
    private boolean gone;
    private long deliveries;

    /** That link, neither opened nor answered yet. */
    public InLink(Peer peer, Receiver link, String address, Handler handler) {
        this.peer = peer;
        this.link = link;
        this.address = address;
        this.handler = handler;
    }

    /** Attaches to a source at the other side. */
    public static InLink initiate(Peer peer, String source, Handler handler) {
        Receiver link = peer.connection().receiver(source + "." + peer.number(), LinkEvents.NONE);
        InLink in = new InLink(peer, link, source, handler);
        Source from = new Source();
        from.setAddress(source);
        link.setSource(from);
        link.setTarget(new Target());
        peer.connection().bound(link, in);
        link.open();
        in.grant();
        return in;
    }

    /** Answers the attach. */
    public InLink answer() {
        link.setSource(link.getRemoteSource());
        link.setTarget(link.getRemoteTarget());
        link.setSenderSettleMode(link.getRemoteSenderSettleMode());
        link.setReceiverSettleMode(link.getRemoteReceiverSettleMode());
        peer.connection().bound(link, this);
        link.open();
        refused = false;
        peer.connection().flush();
        return this;
    }

    /** Gives credit, once. */
    public InLink grant() {
        if (!granted && !gone) {
            granted = true;
            link.flow(CAPACITY);
            peer.connection().flush();
        }
        return this;
    }

    /** Runs this when the link is gone. */
    public void whenGone(Runnable action) {
        whenGone.add(action);
    }

    /** Has the other side agreed, and is the link still there? */
    public boolean up() {
        return !refused && !gone;
    }

    @Override
    public void attached() {
        refused = link.getRemoteSource() == null;
    }

    @Override
    public void delivery(Delivery delivery) {
        if (!delivery.equals(link.current())) {
            return;
        }
        for (int count = link.recv(chunk, 0, CHUNK); count > 0; count = link.recv(chunk, 0, CHUNK)) {
            partial.write(chunk, 0, count);
        }
        if (partial.size() > MESSAGE_LIMIT) {
            link.setCondition(new ErrorCondition(
                    Symbol.valueOf("amqp:link:message-size-exceeded"), "at most " + MESSAGE_LIMIT + " bytes"));
            close();
        } else if (!delivery.isPartial()) {
            byte[] message = partial.toByteArray();
            partial.reset();
            link.advance();
            pass(delivery, message);
        }
    }

    private void pass(Delivery delivery, byte[] message) {
        outstanding++;
        deliveries++;
        if (delivery.isAborted()) {
            settle(delivery, Optional.empty());
        } else if (delivery.remotelySettled()) {
            settle(delivery, Optional.empty());
            handler.handle(message, Settlement.UNHEARD);
        } else {
            handler.handle(message, state -> settle(delivery, Optional.of(state)));
        }
    }

    private void settle(Delivery delivery, Optional<DeliveryState> state) {
        outstanding--;
        if (!gone) {
            state.ifPresent(delivery::disposition);
            delivery.settle();
            link.flow(1);
            peer.connection().flush();
        }
    }

    /** Closes the link. */
    public void close() {
        if (!gone) {
            peer.connection().close(link);
            detached();
        }
    }

    @Override
    public void detached() {
        gone = true;
        List.copyOf(whenGone).forEach(Runnable::run);
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public Link link() {
        return link;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public long deliveries() {
        return deliveries;
    }

    @Override
    public long unsettled() {
        return outstanding;
    }
}
