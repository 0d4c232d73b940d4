package studio.agent.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import studio.agent.router.Defect;
import studio.agent.router.Listener;
import studio.agent.router.Place;
import studio.agent.router.RouterEntity;
import studio.agent.router.TcpListener;
import studio.agent.router.Vhost;

/**
 * What a router is to have. Whatever is wrong with one entity, the others are wanted all the same.
 *
 * @param entities those that a router can have, by name
 * @param defects  what is wrong with the others, by name
 */
public record Desired(SequencedMap<String, RouterEntity> entities, Map<String, Defect> defects) {

    /** Sorts what a router can have from what it can't. */
    public static Desired of(Collection<? extends RouterEntity> wanted) {
        SequencedMap<String, RouterEntity> entities = new LinkedHashMap<>();
        Map<String, Defect> defects = new HashMap<>();
        Set<String> taken = new TreeSet<>();
        for (RouterEntity entity : wanted) {
            Optional<Defect> defect = name(entity, entities, defects)
                    .or(entity::defect)
                    .or(() -> claim(entity).filter(claim -> !taken.add(claim)).map(Desired::clash));
            if (defect.isPresent()) {
                defects.put(entity.name(), defect.get());
            } else {
                entities.put(entity.name(), entity);
            }
        }
        dropDependants(entities, defects);
        return new Desired(entities, Map.copyOf(defects));
    }

    private static Optional<Defect> name(
            RouterEntity entity, Map<String, RouterEntity> entities, Map<String, Defect> defects) {
        if (!Ownership.owns(entity.name()) || Slot.isOther(entity.name())) {
            return Optional.of(new Defect("name", Ownership.RULE));
        }
        return entities.containsKey(entity.name()) || defects.containsKey(entity.name())
                ? Optional.of(new Defect("name", "must be unique among all types"))
                : Optional.empty();
    }

    /** What only one entity of a router can have. */
    private static Optional<String> claim(RouterEntity entity) {
        return switch (entity) {
            case Listener listener -> Optional.of(claim(listener.at()));
            case TcpListener listener -> Optional.of(claim(listener.at()));
            case Vhost vhost -> Optional.of("hostname " + vhost.hostname());
            case RouterEntity other -> Optional.empty();
        };
    }

    /** Addresses of this machine overlap in ways that only the machine knows; a port is taken once. */
    private static String claim(Place place) {
        return "port " + place.port();
    }

    private static Defect clash(String claim) {
        return new Defect(claim.substring(0, claim.indexOf(' ')), "is taken by another entity: " + claim);
    }

    private static void dropDependants(Map<String, RouterEntity> entities, Map<String, Defect> defects) {
        for (RouterEntity entity : entities.values().toArray(RouterEntity[]::new)) {
            entity.needs().stream()
                    .filter(need -> !entities.containsKey(need))
                    .findFirst()
                    .ifPresent(need -> {
                        entities.remove(entity.name());
                        defects.put(entity.name(), new Defect("needs", need + ", which is not wanted or is wrong"));
                    });
        }
    }
}
