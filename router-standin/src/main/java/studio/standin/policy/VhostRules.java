package studio.standin.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One vhost: which user belongs to which group, and whether strangers are let in. */
public record VhostRules(
        String hostname, boolean allowUnknownUser, long maxConnections, Map<String, Map<String, Object>> groups) {

    private static final String STRANGERS = "$default";

    /** The rules in these attributes. */
    public static VhostRules of(Map<String, Object> attributes) {
        Map<String, Map<String, Object>> groups = new HashMap<>();
        if (attributes.get("groups") instanceof Map<?, ?> given) {
            given.forEach((name, group) -> groups.put(name.toString(), settings(group)));
        }
        return new VhostRules(
                Rights.text(attributes, "hostname").orElse(""),
                Rights.flag(attributes, "allowUnknownUser", false),
                Rights.number(attributes, "maxConnections", 65_535),
                groups);
    }

    private static Map<String, Object> settings(Object group) {
        Map<String, Object> settings = new HashMap<>();
        if (group instanceof Map<?, ?> given) {
            given.forEach((key, value) ->
                    Optional.ofNullable(value).ifPresent(present -> settings.put(key.toString(), present)));
        }
        return settings;
    }

    /** The group of that user. */
    Optional<Map<String, Object>> groupOf(String user) {
        return named(user)
                .or(() -> named("*"))
                .or(() -> Optional.ofNullable(groups.get(STRANGERS)).filter(group -> allowUnknownUser));
    }

    private Optional<Map<String, Object>> named(String user) {
        return groups.entrySet().stream()
                .filter(group -> !group.getKey().equals(STRANGERS))
                .map(Map.Entry::getValue)
                .filter(group -> Rights.text(group, "users").stream()
                        .flatMap(users -> Stream.of(users.split(",")))
                        .anyMatch(listed -> listed.trim().equals(user)))
                .findFirst();
    }
}
