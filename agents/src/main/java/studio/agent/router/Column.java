package studio.agent.router;

import java.util.Optional;

/**
 * An attribute of an entity that can be wanted.
 *
 * @param name      what the router calls it
 * @param unsaid    what it is when nobody says it
 * @param updatable whether the router can change it; all others need a new entity
 */
public record Column(String name, Optional<Object> unsaid, boolean updatable) {

    static Column fixed(String name) {
        return new Column(name, Optional.empty(), false);
    }

    static Column fixed(String name, Object unsaid) {
        return new Column(name, Optional.of(Values.normal(unsaid)), false);
    }

    static Column updatable(String name) {
        return new Column(name, Optional.empty(), true);
    }

    static Column updatable(String name, Object unsaid) {
        return new Column(name, Optional.of(Values.normal(unsaid)), true);
    }
}
