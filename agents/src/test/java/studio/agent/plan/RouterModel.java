package studio.agent.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.agent.plan.ObservedRouter.Listening;
import studio.agent.router.Column;
import studio.agent.router.EntityType;
import studio.agent.router.Observed;
import studio.agent.router.RouterEntity;

/** A router as far as plans depend on it: what it refuses, what it fills in, and that connectors work once they are there. */
final class RouterModel {

    private final Map<String, Observed> entities = new LinkedHashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private int broken;

    RouterModel with(RouterEntity entity) {
        put(entity);
        connect();
        return this;
    }

    RouterModel with(Observed foreign) {
        entities.put(foreign.name(), foreign);
        return this;
    }

    Map<String, Observed> entities() {
        return entities;
    }

    List<String> refusals() {
        return refusals;
    }

    /** How often the last connection that worked was removed. */
    int broken() {
        return broken;
    }

    ObservedRouter observe() {
        Map<String, Listening> listening = new TreeMap<>();
        entities.values().stream()
                .filter(entity -> entity.type() == EntityType.LISTENER)
                .forEach(entity -> listening.put(entity.name(), Listening.ROUTER));
        return new ObservedRouter(List.copyOf(entities.values()), List.of(), listening);
    }

    void apply(Plan plan) {
        plan.operations().forEach(this::apply);
        connect();
    }

    private void apply(RouterOperation operation) {
        switch (operation) {
            case RouterOperation.Create create -> create(create.entity());
            case RouterOperation.Update update -> update(update.entity());
            case RouterOperation.Delete delete -> delete(delete);
        }
    }

    private void create(RouterEntity entity) {
        if (entities.containsKey(entity.name())) {
            refusals.add("duplicate name " + entity.name());
        } else if (missingProfile(entity).isPresent()) {
            refusals.add(entity.name() + " needs " + missingProfile(entity).get());
        } else if (portHolder(entity).isPresent()) {
            refusals.add(
                    entity.name() + " can't listen where " + portHolder(entity).get() + " does");
        } else {
            put(entity);
        }
    }

    private void put(RouterEntity entity) {
        Map<String, Object> values = new TreeMap<>();
        entity.type().columns().stream()
                .filter(column -> column.unsaid().isPresent())
                .forEach(column -> values.put(column.name(), column.unsaid().get()));
        values.putAll(entity.values());
        entities.put(entity.name(), new Observed(entity.type(), entity.name(), values));
    }

    private Optional<String> missingProfile(RouterEntity entity) {
        return Optional.ofNullable(entity.values().get("sslProfile"))
                .map(Object::toString)
                .filter(profile ->
                        !entities.containsKey(profile) || entities.get(profile).type() != EntityType.SSL_PROFILE);
    }

    private Optional<String> portHolder(RouterEntity entity) {
        boolean listens = entity.type() == EntityType.LISTENER || entity.type() == EntityType.TCP_LISTENER;
        return entities.values().stream()
                .filter(other -> listens)
                .filter(other -> other.takenPort().isPresent())
                .filter(other -> other.text("port")
                        .equals(Optional.of(String.valueOf(entity.values().get("port")))))
                .map(Observed::name)
                .findFirst();
    }

    private void update(RouterEntity entity) {
        Observed present = entities.get(entity.name());
        List<String> updatable = entity.type().columns().stream()
                .filter(Column::updatable)
                .map(Column::name)
                .toList();
        if (present == null || !updatable.containsAll(entity.updatableValues().keySet())) {
            refusals.add("update of " + entity.name());
        } else {
            Map<String, Object> values = new TreeMap<>(present.values());
            values.putAll(entity.updatableValues());
            entities.put(entity.name(), new Observed(entity.type(), entity.name(), values));
        }
    }

    private void delete(RouterOperation.Delete delete) {
        boolean worked = working();
        boolean used = entities.values().stream().anyMatch(other -> other.refersTo("sslProfile", delete.name()));
        if (!entities.containsKey(delete.name()) || (used && delete.type() == EntityType.SSL_PROFILE)) {
            refusals.add("delete of " + delete.name());
        }
        entities.remove(delete.name());
        if (worked && !working()) {
            broken++;
        }
    }

    private boolean working() {
        return entities.values().stream().anyMatch(Observed::isConnected);
    }

    private void connect() {
        entities.replaceAll((name, entity) -> {
            Map<String, Object> values = new TreeMap<>(entity.values());
            if (entity.type() == EntityType.CONNECTOR) {
                values.put("connectionStatus", "SUCCESS");
            }
            return new Observed(entity.type(), name, values);
        });
    }
}
