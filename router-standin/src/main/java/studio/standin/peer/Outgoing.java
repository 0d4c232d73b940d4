package studio.standin.peer;

import java.util.function.Predicate;
import org.apache.qpid.proton.engine.Link;
import studio.standin.amqp.AmqpConnection;
import studio.standin.amqp.AmqpEvents;

/** A connection that this router makes: it speaks first, and looks at whom it reached before it goes on. */
final class Outgoing implements AmqpEvents {

    private final Peer peer;
    private final Predicate<AmqpConnection> welcome;

    Outgoing(Peer peer, Predicate<AmqpConnection> welcome) {
        this.peer = peer;
        this.welcome = welcome;
    }

    @Override
    public void started(AmqpConnection connection) {
        connection.open();
    }

    @Override
    public void opened(AmqpConnection connection) {
        if (welcome.test(connection)) {
            peer.opened(connection);
        }
    }

    @Override
    public void linkAttached(AmqpConnection connection, Link link) {
        peer.linkAttached(connection, link);
    }

    @Override
    public void closed(AmqpConnection connection, String reason) {
        peer.closed(connection, reason);
    }
}
