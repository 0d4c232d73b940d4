package studio.domain.backbone;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;

/**
 * A connection that one interior site's router makes to another's peer access point.
 *
 * @param meta        name, uid, revision and times
 * @param from        the site that connects
 * @param accessPoint the peer access point to which it connects
 * @param cost        what the routers weigh it with: 1 is preferred
 * @param health      what the connecting site's agent last said of it
 */
public record InterRouterLink(ObjectMeta meta, Name from, Name accessPoint, int cost, Health health) implements Entity {

    /** Links between interior routers. */
    public static final Kind<InterRouterLink> KIND = new Kind<>("link", InterRouterLink.class);

    /** The highest cost. */
    public static final int MAX_COST = 1_000;

    @Override
    public EntityKey key() {
        return KIND.key(Name.of(meta.name()));
    }

    /** The same link after {@code recorded} gave it another cost. */
    public InterRouterLink with(int newCost, Recorded<?> recorded) {
        return new InterRouterLink(meta.changed(recorded), from, accessPoint, newCost, health);
    }

    /** The same link in another health. */
    public InterRouterLink with(Health newHealth) {
        return new InterRouterLink(meta, from, accessPoint, cost, newHealth);
    }

    /** Whether a link carries traffic. */
    public sealed interface Health {

        /** Nobody has reported on it yet. */
        record Configured() implements Health {}

        /** It carries traffic. */
        record Up(Instant since) implements Health {}

        /** It doesn't. */
        record Down(Instant since, Optional<String> cause) implements Health {}
    }
}
