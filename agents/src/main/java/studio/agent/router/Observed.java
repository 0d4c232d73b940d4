package studio.agent.router;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An entity as the router shows it.
 *
 * @param type   its type
 * @param name   its name
 * @param values its attributes, as {@link Values} writes them; what is absent is not in it
 */
public record Observed(EntityType type, String name, Map<String, Object> values) {

    /** Keeps its own copy. */
    public Observed {
        values = Map.copyOf(Values.normalMap(values));
    }

    /** An attribute as text. */
    public Optional<String> text(String attribute) {
        return Optional.ofNullable(values.get(attribute)).map(Object::toString).filter(text -> !text.isEmpty());
    }

    /** An attribute as a number. */
    public Optional<Long> number(String attribute) {
        return Optional.ofNullable(values.get(attribute)).flatMap(Values::number);
    }

    /** An attribute as it is compared: what it is when nobody says it, if it is absent. */
    Optional<Object> comparable(Column column) {
        return Comparison.of(type, column, values);
    }

    /** Says whether a connector reaches its peer. */
    public boolean isConnected() {
        return text("connectionStatus").filter("SUCCESS"::equals).isPresent();
    }

    /** Why a listener or connector does not do what it should, in the router's own words. */
    public Optional<String> complaint() {
        return switch (type) {
            case CONNECTOR -> isConnected() ? Optional.empty() : text("connectionMsg");
            case TCP_LISTENER ->
                text("operStatus").filter("down"::equals).isPresent() ? text("connectionMsg") : Optional.empty();
            case SSL_PROFILE, VHOST, ADDRESS, LISTENER, TCP_CONNECTOR -> Optional.empty();
        };
    }

    /** The port on this machine that it takes. */
    public Optional<Long> takenPort() {
        return switch (type) {
            case LISTENER, TCP_LISTENER -> number("port");
            case SSL_PROFILE, VHOST, ADDRESS, CONNECTOR, TCP_CONNECTOR -> Optional.empty();
        };
    }

    /** Says whether it refers to that entity by an attribute. */
    public boolean refersTo(String attribute, String other) {
        return Objects.equals(values.get(attribute), other);
    }
}
