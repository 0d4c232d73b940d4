package studio.standin.amqp;

import org.apache.qpid.proton.engine.Delivery;

/** What the owner of a link hears of it: the link's context is one of these. */
public interface LinkEvents {

    /** Nobody yet. */
    LinkEvents NONE = new LinkEvents() {};

    /** The peer has answered an attach of this side, or has refused it: then {@link #detached} follows. */
    default void attached() {}

    /** There is credit, or the peer asks to use it up. */
    default void flow() {}

    /** A delivery came, went on, or its state changed. */
    default void delivery(Delivery delivery) {}

    /** The peer has closed the link, or its session or connection is gone; heard once. */
    default void detached() {}
}
