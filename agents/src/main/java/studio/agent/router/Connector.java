package studio.agent.router;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection that the router makes to another router, whose certificate must be for the host.
 *
 * @param name    its name
 * @param role    what it is for
 * @param to      where the other listens
 * @param profile the sslProfile
 * @param cost    what routers weigh it with: 1 is preferred
 */
public record Connector(String name, Role role, Place to, String profile, int cost) implements RouterEntity {

    /** The end of a connector's other name: it takes that one while the first is taken by a connection that is still needed. */
    public static final String OTHER_NAME = ".b";

    @Override
    public EntityType type() {
        return EntityType.CONNECTOR;
    }

    @Override
    public Map<String, Object> values() {
        return Map.of(
                "role",
                role.word(),
                "host",
                to.host(),
                "port",
                String.valueOf(to.port()),
                "sslProfile",
                profile,
                "saslMechanisms",
                "EXTERNAL",
                "verifyHostname",
                true,
                "cost",
                cost);
    }

    @Override
    public Optional<Defect> defect() {
        return cost < 1 ? Optional.of(new Defect("cost", "must be 1 or more, not " + cost)) : to.defectOfPeer();
    }

    @Override
    public List<String> needs() {
        return List.of(profile);
    }

    @Override
    public boolean isNamed(String other) {
        return wantedName(other).equals(name);
    }

    /** The name by which something is wanted, whichever of its two names it has. */
    public static String wantedName(String name) {
        return name.endsWith(OTHER_NAME) ? name.substring(0, name.length() - OTHER_NAME.length()) : name;
    }

    /** The same under another name. */
    public Connector named(String other) {
        return new Connector(other, role, to, profile, cost);
    }
}
