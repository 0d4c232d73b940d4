package studio.standin.peer;

import java.util.Optional;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Receiver;
import studio.standin.amqp.AmqpMessage;
import studio.standin.amqp.Named;
import studio.standin.core.Address;
import studio.standin.core.AddressTable;
import studio.standin.core.Forwarder;
import studio.standin.core.Parcel;
import studio.standin.core.Settlement;

/** A producer at the other side of a link: it has credit as soon as its address can be reached. */
final class IngressLink {

    private final Peer peer;
    private final Optional<String> target;
    private final InLink link;

    IngressLink(Peer peer, Receiver receiver, Optional<String> target) {
        this.peer = peer;
        this.target = target;
        this.link = new InLink(peer, receiver, target.orElse(""), this::handle);
    }

    InLink start() {
        link.answer();
        target.map(Address::parse).ifPresentOrElse(this::await, link::grant);
        return link;
    }

    private void await(Address address) {
        Forwarder forwarder = peer.node().forwarder();
        if (peer.role() == Role.EDGE) {
            link.grant();
            if (address instanceof Address.Mobile mobile) {
                link.whenGone(peer.node().owner(Role.EDGE).produces(peer, mobile.name()));
            }
        } else if (address instanceof Address.Mobile mobile) {
            AddressTable.Watch watch = forwarder.addresses().watch(mobile.name(), Optional.empty(), reachable -> {
                if (reachable) {
                    link.grant();
                }
            });
            link.whenGone(watch::end);
        } else {
            grantIfKnown(address);
            link.whenGone(peer.node().whenTopologyChanges(() -> grantIfKnown(address)));
        }
    }

    private void grantIfKnown(Address address) {
        if (peer.node().forwarder().knows(address)) {
            link.grant();
        }
    }

    private void handle(byte[] message, Settlement settlement) {
        Optional<Named> named = peer.role() == Role.EDGE && target.isEmpty() ? Named.decode(message) : Optional.empty();
        handle(
                named.map(Named::to).or(() -> target).or(() -> addressIn(message)),
                named.map(Named::message).orElse(message),
                settlement);
    }

    private void handle(Optional<String> to, byte[] message, Settlement settlement) {
        if (to.isEmpty()) {
            settlement.settle(rejected("amqp:invalid-field", "message without an address"));
        } else if (target.isEmpty()
                && peer.rights().filter(rights -> !rights.maySend(to.get())).isPresent()) {
            settlement.settle(rejected("amqp:unauthorized-access", "policy violation on target"));
        } else {
            peer.node().forwarder().send(new Parcel(to.get(), message, settlement, peer.origin()));
        }
    }

    private static Optional<String> addressIn(byte[] message) {
        try {
            return AmqpMessage.decodeAddresses(message).to();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Rejected rejected(String condition, String description) {
        Rejected rejected = new Rejected();
        rejected.setError(new ErrorCondition(Symbol.valueOf(condition), description));
        return rejected;
    }
}
