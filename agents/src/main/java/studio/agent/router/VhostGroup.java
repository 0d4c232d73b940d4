package studio.agent.router;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the users of a group may do.
 *
 * @param users         the users, by the common names of their certificates; none for the group of all others
 * @param remoteHosts   where they may connect from: {@value #ANYWHERE}, or {@value #NOWHERE}
 * @param allowed       what else they may do
 * @param sources       addresses that they may receive from
 * @param targets       addresses that they may send to, where no pattern says it
 * @param targetPattern patterns of addresses that they may send to
 */
public record VhostGroup(
        Set<String> users,
        String remoteHosts,
        Set<Allowed> allowed,
        List<String> sources,
        List<String> targets,
        List<String> targetPattern) {

    /** From anywhere. */
    public static final String ANYWHERE = "*";

    /** From an address of documentation alone, which nobody has: the users are refused when they connect. */
    public static final String NOWHERE = "192.0.2.1";

    private static final Set<String> LISTS =
            Set.of("users", "remoteHosts", "sources", "targets", "sourcePattern", "targetPattern");

    private static final Map<String, Object> UNSAID = Map.of(
            "maxSenders", (long) Integer.MAX_VALUE,
            "maxReceivers", (long) Integer.MAX_VALUE,
            "allowDynamicSource", false,
            "allowAnonymousSender", false,
            "allowUserIdProxy", false,
            "allowAdminStatusUpdate", true);

    /** What the users of a group may do besides sending and receiving. */
    public enum Allowed {
        /** Ask for an address of their own to receive answers at. */
        DYNAMIC_SOURCE("allowDynamicSource"),
        /** Send on one link to different addresses, each of which is checked. */
        ANONYMOUS_SENDER("allowAnonymousSender");

        private final String attribute;

        Allowed(String attribute) {
            this.attribute = attribute;
        }
    }

    /** Keeps its own copies. */
    public VhostGroup {
        users = Set.copyOf(users);
        allowed = Set.copyOf(allowed);
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        targetPattern = List.copyOf(targetPattern);
    }

    /** A group whose users can't connect. Its members have no rights, so that one who gets in by a fault can do nothing. */
    public static VhostGroup denied(Set<String> users) {
        return new VhostGroup(users, NOWHERE, Set.of(), List.of(), List.of(), List.of());
    }

    /** The same rights for those users alone, and these sources as well. */
    public VhostGroup with(Set<String> only, List<String> more) {
        List<String> all = new ArrayList<>(sources);
        all.addAll(more);
        return new VhostGroup(only, remoteHosts, allowed, all, targets, targetPattern);
    }

    Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        values.put("remoteHosts", remoteHosts);
        for (Allowed each : Allowed.values()) {
            values.put(each.attribute, allowed.contains(each));
        }
        values.put("allowUserIdProxy", false);
        values.put("allowAdminStatusUpdate", false);
        put(values, "users", users.stream().sorted().toList());
        put(values, "sources", sources);
        put(values, "targets", targets);
        put(values, "targetPattern", targetPattern);
        return values;
    }

    private static void put(Map<String, Object> values, String attribute, Collection<String> list) {
        if (!list.isEmpty()) {
            values.put(attribute, String.join(", ", list));
        }
    }

    /** Users are split at commas by the router, and substituted by others. */
    Optional<Defect> defect() {
        return users.stream()
                .filter(user -> !user.matches("[A-Za-z0-9._:-]{1,200}"))
                .findFirst()
                .map(user -> new Defect("users", "must be names of letters, digits, dots and hyphens"));
    }

    /** Settings as they are compared: lists in any order, and with what nobody has to say. */
    static Map<String, Object> comparable(Map<String, Object> settings) {
        Map<String, Object> comparable = new TreeMap<>(UNSAID);
        settings.forEach((attribute, value) -> {
            Object normal = LISTS.contains(attribute) ? Values.list(value.toString()) : value;
            if (!normal.equals("")) {
                comparable.put(attribute, normal);
            }
        });
        return comparable.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, TreeMap::new));
    }
}
