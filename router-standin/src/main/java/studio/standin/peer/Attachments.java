package studio.standin.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import studio.standin.core.Address;
import studio.standin.core.AddressTable;
import studio.standin.core.ByteSink;
import studio.standin.core.Forwarder;
import studio.standin.core.StreamRequest;
import studio.standin.policy.Rights;

/** The links that a peer has attached, within its rights. */
public final class Attachments {

    private static final String UNAUTHORIZED = "amqp:unauthorized-access";
    private static final String REFUSAL = "link disallowed by local policy";

    private final Peer peer;
    private final List<LinkView> links = new ArrayList<>();

    Attachments(Peer peer) {
        this.peer = peer;
    }

    /** The links as management shows them. */
    public List<LinkView> links() {
        return List.copyOf(links);
    }

    void attach(Link link) {
        if (!peer.open()) {
            peer.connection().refuse(link, "amqp:not-allowed", "connection is not open");
            return;
        }
        switch (link) {
            case Receiver receiver
            when peer.role().router() && RouterTerms.stream(receiver).isPresent() ->
                stream(receiver, RouterTerms.stream(receiver).orElseThrow());
            case Receiver receiver -> receive(receiver);
            case Sender sender -> send(sender);
            case Link other -> peer.connection().refuse(other, "amqp:not-implemented", "neither sender nor receiver");
        }
    }

    private void stream(Receiver link, RouterTerms.Stream stream) {
        Optional<String> target = target(link);
        boolean allowed = peer.rights()
                .map(rights -> target.map(rights::maySend)
                        .orElseGet(() -> rights.maySendAnonymously() && rights.maySend(stream.to())))
                .orElse(true);
        if (!allowed) {
            deny(link, false);
            return;
        }
        StreamIn in = new StreamIn(peer.connection(), link);
        boolean transit = !stream.router().isEmpty()
                && !stream.router().equals(peer.node().id());
        StreamRequest request = new StreamRequest(stream.to(), stream.replyTo(), peer.origin());
        Optional<ByteSink> sink = transit
                ? peer.node().through(stream.router()).flatMap(next -> next.open(request, in))
                : peer.node().forwarder().open(request, in);
        sink.ifPresentOrElse(
                in::start, () -> peer.connection().refuse(link, "amqp:not-found", "no route to " + stream.to()));
    }

    private void receive(Receiver link) {
        Optional<String> target = target(link);
        boolean allowed = peer.rights()
                .map(rights -> target.map(rights::maySend).orElseGet(rights::maySendAnonymously)
                        && rights.mayAddSender(count(InLink.class)))
                .orElse(true);
        if (!allowed) {
            deny(link, false);
            return;
        }
        keep(new IngressLink(peer, link, target).start());
    }

    private static Optional<String> target(Receiver link) {
        return link.getRemoteTarget() instanceof Target target
                ? Optional.ofNullable(target.getAddress()).filter(address -> !address.isEmpty())
                : Optional.empty();
    }

    private int count(Class<?> kind) {
        return (int) links.stream().filter(kind::isInstance).count();
    }

    private void send(Sender link) {
        Source source = link.getRemoteSource() instanceof Source given ? given : new Source();
        Optional<String> address = Optional.ofNullable(source.getAddress()).filter(text -> !text.isEmpty());
        boolean allowed = peer.rights()
                .map(rights -> maySubscribe(rights, source, address) && rights.mayAddReceiver(count(OutLink.class)))
                .orElse(true);
        if (!allowed) {
            deny(link, true);
            return;
        }
        if (source.getDynamic()) {
            dynamic(link);
            return;
        }
        if (address.isEmpty()) {
            peer.connection().refuse(link, "amqp:invalid-field", "a receiver needs a source");
            return;
        }
        OutLink out = new OutLink(peer, link);
        keep(out);
        EgressLink egress = new EgressLink(out);
        if (peer.node().owner(peer.role()).consumes(peer, address.get(), egress)) {
            return;
        }
        out.answer(address.get());
        if (Address.parse(address.get()) instanceof Address.Mobile mobile) {
            AddressTable addresses = peer.node().forwarder().addresses();
            addresses.add(mobile.name(), egress);
            out.whenGone(() -> addresses.remove(mobile.name(), egress));
        }
    }

    /** Shows the link as long as it is there. */
    public void keep(LinkView link) {
        links.add(link);
        switch (link) {
            case InLink in -> in.whenGone(() -> links.remove(in));
            case OutLink out -> out.whenGone(() -> links.remove(out));
        }
    }

    private static boolean maySubscribe(Rights rights, Source source, Optional<String> address) {
        return source.getDynamic()
                ? rights.mayUseDynamicSources()
                : address.filter(rights::maySubscribe).isPresent();
    }

    private void dynamic(Sender link) {
        OutLink out = new OutLink(peer, link);
        keep(out);
        Forwarder forwarder = peer.node().forwarder();
        String local = forwarder.newLocal(new EgressLink(out));
        out.whenGone(() -> forwarder.noLocal(local));
        out.answer(forwarder.globally(local));
    }

    private void deny(Link link, boolean receiver) {
        peer.countedVhost().map(peer.node().policy()::stats).ifPresent(stats -> {
            if (receiver) {
                stats.receiverDenied++;
            } else {
                stats.senderDenied++;
            }
        });
        peer.connection().refuse(link, UNAUTHORIZED, REFUSAL);
    }
}
