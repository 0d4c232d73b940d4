package studio.domain.network;

import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/**
 * How many sites the network has, so that nobody has to look at all of them; named like the network.
 *
 * @param meta  name, uid of the network, revision and times
 * @param sites sites, those included that are gone and may still hold something
 */
public record Census(ObjectMeta meta, long sites) implements Entity {

    /** Counts of sites. */
    public static final Kind<Census> KIND = new Kind<>("census", Census.class);

    @Override
    public EntityKey key() {
        return KIND.key(Name.of(meta.name()));
    }
}
