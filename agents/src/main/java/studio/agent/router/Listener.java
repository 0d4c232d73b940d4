package studio.agent.router;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where others connect with AMQP and a certificate that the profile's authority signed; there is no other way in.
 *
 * @param name    its name
 * @param role    who connects
 * @param at      where
 * @param profile the sslProfile
 * @param policy  the vhost that says what they may do; routers of the same backbone are under none
 */
public record Listener(String name, Role role, Place at, String profile, Optional<VhostReference> policy)
        implements RouterEntity {

    /**
     * A vhost: listeners name it by its host name, operations by its name.
     *
     * @param name     its name as an entity
     * @param hostname the name by which listeners refer to it
     */
    public record VhostReference(String name, String hostname) {

        /** Refers to that vhost. */
        public static VhostReference to(Vhost vhost) {
            return new VhostReference(vhost.name(), vhost.hostname());
        }
    }

    @Override
    public EntityType type() {
        return EntityType.LISTENER;
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>(Map.of(
                "role",
                role.word(),
                "host",
                at.host(),
                "port",
                String.valueOf(at.port()),
                "sslProfile",
                profile,
                "saslMechanisms",
                "EXTERNAL",
                "authenticatePeer",
                true,
                "requireSsl",
                true));
        policy.ifPresent(vhost -> values.put("policyVhost", vhost.hostname()));
        return values;
    }

    @Override
    public Optional<Defect> defect() {
        return at.defect();
    }

    @Override
    public List<String> needs() {
        return Stream.concat(Stream.of(profile), policy.map(VhostReference::name).stream())
                .toList();
    }
}
