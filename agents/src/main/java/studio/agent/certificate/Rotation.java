package studio.agent.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.agent.plan.ObservedRouter;
import studio.agent.plan.RouterConnection;
import studio.agent.router.Connector;
import studio.agent.router.EntityType;
import studio.agent.router.Observed;
import studio.agent.router.SslProfile;

/**
 * How far the connections of a profile have gone over to its newest certificate. A connector makes a second connection beside the
 * first one; streams that were open stay on the first one, which ends after a while. Nothing tells whether any are still open.
 *
 * @param ordinal    the newest certificate's
 * @param inUseSince since when all connectors that work use it
 */
public record Rotation(long ordinal, Optional<Instant> inUseSince) {

    /** A rotation of which nothing has been seen yet. */
    public static Rotation to(long ordinal) {
        return new Rotation(ordinal, Optional.empty());
    }

    /** The same after another look at the router. */
    public Rotation seen(SslProfile profile, List<Connector> connectors, ObservedRouter router, Instant now) {
        Rotation current = profile.ordinal() == ordinal ? this : to(profile.ordinal());
        boolean inUse = isApplied(profile, router) && isUsed(profile, connectors, router);
        if (!inUse) {
            return current;
        }
        return current.inUseSince().isPresent() ? current : new Rotation(current.ordinal(), Optional.of(now));
    }

    private static boolean isApplied(SslProfile profile, ObservedRouter router) {
        return router.own()
                .anyMatch(present -> present.name().equals(profile.name())
                        && present.number("ordinal").equals(Optional.of(profile.ordinal())));
    }

    /** A peer that is away is no reason to wait: it meets the newest certificate when it is back. */
    private static boolean isUsed(SslProfile profile, List<Connector> connectors, ObservedRouter router) {
        List<Connector> working = connectors.stream()
                .filter(connector -> isConnected(connector, router))
                .toList();
        return connectors.isEmpty()
                || (!working.isEmpty()
                        && working.stream()
                                .allMatch(connector -> outgoing(connector, router)
                                        .anyMatch(connection -> connection.tlsOrdinal() == profile.ordinal())));
    }

    private static boolean isConnected(Connector connector, ObservedRouter router) {
        return router.own()
                .anyMatch(present -> present.type() == EntityType.CONNECTOR
                        && present.isConnected()
                        && present.text("host")
                                .equals(Optional.of(connector.to().host()))
                        && present.number("port")
                                .equals(Optional.of((long) connector.to().port())));
    }

    private static Stream<RouterConnection> outgoing(Connector connector, ObservedRouter router) {
        return router.connections().stream()
                .filter(RouterConnection::outgoing)
                .filter(connection -> connection.host().equals(connector.to().toString()));
    }

    /**
     * The lowest ordinal whose connections may stay: the one that is wanted, until the newest certificate has been in use for so long
     * that streams of earlier ones may be ended, or until there are none. Listeners never end connections by themselves: whoever
     * connects to them does, or is told to.
     */
    public long oldestValid(
            SslProfile profile, List<Connector> connectors, ObservedRouter router, Instant now, Duration drain) {
        if (connectors.isEmpty()) {
            return profile.oldestValid();
        }
        long known = router.own()
                .filter(present -> present.name().equals(profile.name()))
                .flatMap(present -> oldestValid(present).stream())
                .filter(oldest -> oldest <= profile.ordinal())
                .findFirst()
                .orElse(0L);
        boolean older = connectors.stream()
                .flatMap(connector -> outgoing(connector, router))
                .anyMatch(connection -> connection.tlsOrdinal() < profile.ordinal());
        boolean over = inUseSince
                .filter(since -> !older || !now.isBefore(since.plus(drain)))
                .isPresent();
        return Math.max(profile.oldestValid(), over ? profile.ordinal() : known);
    }

    private static Optional<Long> oldestValid(Observed present) {
        return present.number("oldestValidOrdinal");
    }
}
