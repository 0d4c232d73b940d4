package studio.standin.peer;

import org.apache.qpid.proton.engine.Link;

/** A link as management shows it. */
public sealed interface LinkView permits InLink, OutLink {

    /** The connection that it is on. */
    Peer peer();

    /** The link itself. */
    Link link();

    /** The address that it serves; empty if it serves any. */
    String address();

    /** How many deliveries went over it. */
    long deliveries();

    /** How many of them are not settled. */
    long unsettled();

    /** How many messages wait for credit. */
    default long waiting() {
        return 0;
    }
}
