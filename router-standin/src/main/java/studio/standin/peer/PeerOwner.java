package studio.standin.peer;

import org.apache.qpid.proton.engine.Link;

/** Who speaks with the peers of a role. */
public interface PeerOwner {

    /** Nobody: the router's clients. */
    PeerOwner CLIENTS = new PeerOwner() {};

    /** The connection is open on both sides. */
    default void opened(Peer peer) {}

    /** The peer attaches a link that is for this owner alone; false if it is an ordinary one. */
    default boolean attached(Peer peer, Link link) {
        return false;
    }

    /** The peer, which may do so, sends to that mobile address, until the answer is run. */
    default Runnable produces(Peer peer, String address) {
        return () -> {};
    }

    /** The peer, which may do so, receives from that source; false if it is an ordinary one. */
    default boolean consumes(Peer peer, String source, EgressLink link) {
        return false;
    }

    /** The connection is gone; heard only after {@link #opened}. */
    default void closed(Peer peer) {}
}
