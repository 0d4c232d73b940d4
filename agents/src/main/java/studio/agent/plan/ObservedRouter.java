package studio.agent.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import studio.agent.router.Observed;

/**
 * A router as it is, seen from outside and at one moment.
 *
 * @param entities    what it shows of its entities, the foreign ones included
 * @param connections its connections
 * @param listening   who listens where a listener is or is to be, by the listener's name
 */
public record ObservedRouter(
        List<Observed> entities, List<RouterConnection> connections, Map<String, Listening> listening) {

    /** A router that has just started without a configuration. */
    public static final ObservedRouter EMPTY = new ObservedRouter(List.of(), List.of(), Map.of());

    /** Keeps its own copies. */
    public ObservedRouter {
        entities = List.copyOf(entities);
        connections = List.copyOf(connections);
        listening = Map.copyOf(listening);
    }

    /** Who listens at a place. */
    public enum Listening {
        /** The router, with the certificate that it should have. */
        ROUTER,
        /** Nobody. */
        NOBODY,
        /** Another program. */
        ANOTHER
    }

    /** The entities that are the agent's own. */
    public Stream<Observed> own() {
        return entities.stream().filter(entity -> Ownership.owns(entity.name()));
    }

    /** Says whether that is known of a listener's place. */
    boolean is(String listener, Listening state) {
        return listening.get(listener) == state;
    }
}
