package studio.standin.core;

import java.util.Optional;

/** Whence something came: what came from a side is not sent back to it. */
public record Origin(Side side, Optional<Object> connection) {

    /** A side of the router. */
    public enum Side {
        /** The router itself, or one of its clients. */
        HERE,
        /** An edge router that is connected to this one. */
        EDGE,
        /** The interior router that this edge router is connected to. */
        UPLINK,
        /** Another interior router. */
        MESH
    }

    /** From the router itself. */
    public static final Origin HERE = new Origin(Side.HERE, Optional.empty());

    /** From another interior router. */
    public static final Origin MESH = new Origin(Side.MESH, Optional.empty());

    /** From the interior router above. */
    public static final Origin UPLINK = new Origin(Side.UPLINK, Optional.empty());

    /** From the edge router at that connection. */
    public static Origin edge(Object connection) {
        return new Origin(Side.EDGE, Optional.of(connection));
    }

    /** Has it crossed the network already, so that only this router's own consumers are left? */
    public boolean atItsLastRouter() {
        return side == Side.UPLINK || side == Side.MESH;
    }
}
