package studio.standin.peer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a connection is for. */
public enum Role {
    /** A client, or an agent. */
    NORMAL,
    /** Between interior routers: what they tell each other. */
    INTER_ROUTER,
    /** Between interior routers: bytes alone. */
    INTER_ROUTER_DATA,
    /** Between an edge router and an interior router. */
    EDGE,
    /** A broker or the like. */
    ROUTE_CONTAINER,
    /** Between edge routers. */
    INTER_EDGE,
    /** Between networks. */
    INTER_NETWORK;

    /** The role that a configuration writes so. */
    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }

    /** As a configuration writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Is the other side a router of the same network, which may send streams? */
    public boolean router() {
        return this == INTER_ROUTER || this == INTER_ROUTER_DATA || this == EDGE;
    }
}
