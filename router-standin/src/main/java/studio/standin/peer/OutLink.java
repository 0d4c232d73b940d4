package studio.standin.peer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.amqp.messaging.Modified;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Sender;
import studio.standin.amqp.LinkEvents;
import studio.standin.core.Settlement;

/** A link on which whole messages go out. They wait here for credit, up to a limit. */
public final class OutLink implements LinkEvents, LinkView {

    private static final int WAITING_LIMIT = 10_000;

    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
    private record Item(byte[] message, Settlement settlement) {}

    private final Peer peer;
    private final Sender link;
    private final Deque<Item> waiting = new ArrayDeque<>();
    private final Map<Delivery, Settlement> underWay = new HashMap<>();
    private final List<Runnable> whenGone = new ArrayList<>();
    private String address = "";
    private long deliveries;
    private boolean refused = true;
    private boolean gone;

    /** That link, neither opened nor answered yet. */
    public OutLink(Peer peer, Sender link) {
        this.peer = peer;
        this.link = link;
    }

    /** Attaches to a target at the other side; without one each message says where it goes. */
    public static OutLink initiate(Peer peer, Optional<String> target) {
        Sender link = peer.connection().sender(target.orElse("anonymous") + "." + peer.number(), LinkEvents.NONE);
        OutLink out = new OutLink(peer, link);
        Target to = new Target();
        target.ifPresent(to::setAddress);
        link.setTarget(to);
        link.setSource(new Source());
        out.address = target.orElse("");
        peer.connection().bound(link, out);
        link.open();
        peer.connection().flush();
        return out;
    }

    /** Answers the attach, with that address as the source. */
    public void answer(String source) {
        address = source;
        Source answer = new Source();
        answer.setAddress(source);
        if (link.getRemoteSource() instanceof Source asked) {
            answer.setDynamic(asked.getDynamic());
            answer.setCapabilities(asked.getCapabilities());
        }
        link.setSource(answer);
        link.setTarget(link.getRemoteTarget());
        link.setSenderSettleMode(link.getRemoteSenderSettleMode());
        link.setReceiverSettleMode(link.getRemoteReceiverSettleMode());
        peer.connection().bound(link, this);
        link.open();
        refused = false;
        peer.connection().flush();
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
        refused = link.getRemoteTarget() == null;
    }

    /** How many messages wait or are not settled. */
    public long load() {
        return waiting.size() + (long) underWay.size();
    }

    /** Sends a message, now or when there is credit. */
    public void send(byte[] message, Settlement settlement) {
        if (gone || waiting.size() >= WAITING_LIMIT) {
            settlement.release();
            return;
        }
        waiting.add(new Item(message, settlement));
        flow();
    }

    @Override
    public void flow() {
        while (!waiting.isEmpty() && link.getCredit() > 0) {
            transfer(waiting.remove());
        }
        if (link.getDrain() && waiting.isEmpty()) {
            link.drained();
        }
        peer.connection().flush();
    }

    private void transfer(Item item) {
        boolean settled = item.settlement().unheard() || link.getRemoteSenderSettleMode() == SenderSettleMode.SETTLED;
        Delivery delivery = link.delivery(peer.connection().tag());
        link.send(item.message(), 0, item.message().length);
        link.advance();
        deliveries++;
        if (!settled) {
            underWay.put(delivery, item.settlement());
        } else {
            delivery.settle();
            item.settlement().accept();
        }
    }

    @Override
    public void delivery(Delivery delivery) {
        if (delivery.getRemoteState() == null && !delivery.remotelySettled()) {
            return;
        }
        Optional.ofNullable(underWay.remove(delivery)).ifPresent(settlement -> {
            Optional.ofNullable(delivery.getRemoteState()).ifPresentOrElse(settlement::settle, settlement::accept);
            delivery.settle();
        });
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
        List<Settlement> lost = List.copyOf(underWay.values());
        List<Item> unsent = List.copyOf(waiting);
        underWay.clear();
        waiting.clear();
        lost.forEach(settlement -> settlement.settle(failed()));
        unsent.forEach(item -> item.settlement().release());
    }

    private static Modified failed() {
        Modified modified = new Modified();
        modified.setDeliveryFailed(true);
        return modified;
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
        return underWay.size();
    }

    @Override
    public long waiting() {
        return waiting.size();
    }
}
