package studio.standin.amqp;

import org.apache.qpid.proton.engine.Link;

/** What the owner of a connection hears of it, always on the connection's event loop. */
public interface AmqpEvents {

    /** The channel is ready; a client opens the connection now. */
    default void started(AmqpConnection connection) {}

    /** The peer has opened the connection. */
    void opened(AmqpConnection connection);

    /** The peer attaches a link that this side has not opened. */
    void linkAttached(AmqpConnection connection, Link link);

    /** The connection is gone; heard once, also of one that never was opened. */
    void closed(AmqpConnection connection, String reason);
}
