package studio.standin.core;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Released;
import org.apache.qpid.proton.amqp.transport.DeliveryState;

/** How the sender hears what became of its message; of one that it sent settled it hears nothing. */
@FunctionalInterface
public interface Settlement {

    /** Nobody waits. */
    Settlement UNHEARD = state -> {};

    /** The outcome, once. */
    void settle(DeliveryState state);

    /** Does nobody wait? */
    default boolean unheard() {
        return equals(UNHEARD);
    }

    /** It arrived. */
    default void accept() {
        settle(Accepted.getInstance());
    }

    /** There is nowhere to go: the sender may try again. */
    default void release() {
        settle(Released.getInstance());
    }
}
