package studio.agent.router;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may do what on connections to listeners that name it.
 *
 * @param name             its name as an entity
 * @param hostname         the name by which listeners refer to it
 * @param allowUnknownUser whether whoever is in no group belongs to the group {@value #EVERYBODY}
 * @param groups           the groups by name
 */
public record Vhost(String name, String hostname, boolean allowUnknownUser, Map<String, VhostGroup> groups)
        implements RouterEntity {

    /** The group of whoever is in no other. */
    public static final String EVERYBODY = "$default";

    /** Keeps its own copy. */
    public Vhost {
        groups = Map.copyOf(groups);
    }

    @Override
    public EntityType type() {
        return EntityType.VHOST;
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> settings = new TreeMap<>();
        groups.forEach((group, rights) -> settings.put(group, rights.values()));
        return Map.of("hostname", hostname, "allowUnknownUser", allowUnknownUser, "groups", settings);
    }

    @Override
    public Optional<Defect> defect() {
        return groups.entrySet().stream()
                .filter(group -> group.getKey().equals(EVERYBODY)
                        != group.getValue().users().isEmpty())
                .findFirst()
                .map(group -> new Defect("groups", "must have users, but " + EVERYBODY + " must have none"))
                .or(this::duplicate)
                .or(() -> groups.values().stream()
                        .flatMap(group -> group.defect().stream())
                        .findFirst());
    }

    private Optional<Defect> duplicate() {
        Set<String> seen = new HashSet<>();
        return groups.values().stream()
                .flatMap(group -> group.users().stream())
                .filter(user -> !seen.add(user))
                .findFirst()
                .map(user -> new Defect("groups", "must not share users, but several have " + user));
    }
}
