package studio.agent.router;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Something that a router is to have. */
public sealed interface RouterEntity
        permits SslProfile, Vhost, AddressRule, Listener, Connector, TcpListener, TcpConnector {

    /** Its type. */
    EntityType type();

    /** Its name: unique among all types of the router. */
    String name();

    /** Its attributes as the router takes them, without those that are as nobody would have to say them. */
    Map<String, Object> values();

    /** All of its attributes that the router can change, the unsaid ones too. */
    default Map<String, Object> updatableValues() {
        Map<String, Object> wanted = values();
        Map<String, Object> updatable = new TreeMap<>();
        type().columns().stream()
                .filter(Column::updatable)
                .forEach(column -> Optional.ofNullable(wanted.get(column.name()))
                        .or(column::unsaid)
                        .ifPresent(value -> updatable.put(column.name(), value)));
        return updatable;
    }

    /** What is wrong with it, if something is. */
    Optional<Defect> defect();

    /** Says whether the router may have it under that name. */
    default boolean isNamed(String other) {
        return other.equals(name());
    }

    /** The names of the entities that have to be there first. */
    default List<String> needs() {
        return List.of();
    }

    /**
     * Says whether the router has it already. What a router counts or finds out does not matter ({@link EntityType#reported}), nor how
     * it writes numbers, ports and lists, nor whether it says what nobody has to say.
     */
    default boolean equivalent(Observed observed) {
        return observed.type() == type() && differences(observed).isEmpty();
    }

    /** The attributes in which the router has something else. */
    default List<Column> differences(Observed observed) {
        Map<String, Object> wanted = Values.normalMap(values());
        return type().columns().stream()
                .filter(column -> !Comparison.of(type(), column, wanted).equals(observed.comparable(column)))
                .toList();
    }
}
