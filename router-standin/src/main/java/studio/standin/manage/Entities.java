package studio.standin.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entities of the configuring agent, in the order of their creation. Names and identities are unique across all types. */
final class Entities {

    private static final List<String> BY_PLACE = List.of("listener", "connector", "tcpListener", "tcpConnector");
    private static final Map<String, String> IDENTIFIERS = Map.of(
            "router", "id",
            "vhost", "hostname",
            "log", "module",
            "site", "id",
            "policy", "module",
            "router.config.address", "prefix",
            "router.config.autoLink", "name",
            "listenerAddress", "name");

    private final List<Entity> all = new ArrayList<>();

    List<Entity> all() {
        return List.copyOf(all);
    }

    List<Entity> of(EntityType type) {
        return all.stream().filter(entity -> entity.type().equals(type)).toList();
    }

    Optional<Entity> named(String attribute, String value) {
        return all.stream()
                .filter(entity -> entity.text(attribute).equals(value))
                .findFirst();
    }

    /** Gives the entity its identity and, if it has none, its name; refuses one whose names are taken. */
    void identify(Entity entity) throws ManagementException {
        Map<String, Object> attributes = entity.configured();
        attributes.put("type", entity.type().name());
        attributes.put("identity", identity(entity));
        attributes.putIfAbsent("name", entity.text("identity"));
        for (String unique : List.of("name", "identity")) {
            Optional<Entity> taken = named(unique, entity.text(unique));
            if (taken.isPresent()) {
                throw ManagementException.bad("adding " + entity + " duplicates unique attribute '" + unique
                        + "' from existing " + taken.get());
            }
        }
    }

    private static String identity(Entity entity) {
        String kind = entity.type().shortName();
        String own = BY_PLACE.contains(kind)
                ? Stream.of("host", "port", "name")
                        .filter(entity.configured()::containsKey)
                        .map(entity::text)
                        .collect(Collectors.joining(":"))
                : entity.text(IDENTIFIERS.getOrDefault(kind, "name"));
        if (kind.equals("network")) {
            return "network/0";
        }
        return kind + "/" + (own.isEmpty() ? "None" : own);
    }

    void add(Entity entity) {
        all.add(entity);
    }

    void remove(Entity entity) {
        all.remove(entity);
    }
}
