package studio.domain.backbone;

import java.util.Optional;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Owners;

/** Where an interior site's router can be reached by others. */
public sealed interface AccessPoint extends Entity {

    /** Access points. */
    Kind<AccessPoint> KIND = new Kind<>("access-point", AccessPoint.class);

    /** What it was asked to be. */
    Spec spec();

    @Override
    default EntityKey key() {
        return KIND.key(Name.of(meta().name()));
    }

    /** Who connects to an access point. */
    enum Use {
        /** Interior routers of the same backbone. */
        PEER,
        /** Edge routers of member sites. */
        MEMBER,
        /** The backbone's management. */
        MANAGE
    }

    /**
     * What an access point was asked to be.
     *
     * @param site      the interior site whose router listens
     * @param use       who connects
     * @param offeredTo who may attach networks to it (member access points)
     */
    record Spec(Name site, Use use, Owners offeredTo) {}

    /**
     * Where it listens.
     *
     * @param host  a DNS name: routers ignore addresses in certificates
     * @param ports one port, or for member access points one for each network that will be attached
     */
    record Address(String host, PortRange ports) {}

    /** Nobody has said yet where it listens. */
    record Partial(ObjectMeta meta, Spec spec) implements AccessPoint {}

    /** Waits for the server certificate of its host. */
    record Requested(ObjectMeta meta, Spec spec, Address address) implements AccessPoint {}

    /** Can be connected to. */
    record Ready(ObjectMeta meta, Spec spec, Address address) implements AccessPoint {}

    /** Waits until the networks attached to it have let go of it, and is removed then. */
    record Deleting(ObjectMeta meta, Spec spec, Address address) implements AccessPoint {}

    /** Where it listens, once known. */
    default Optional<Address> knownAddress() {
        return switch (this) {
            case Partial partial -> Optional.empty();
            case Requested requested -> Optional.of(requested.address());
            case Ready ready -> Optional.of(ready.address());
            case Deleting deleting -> Optional.of(deleting.address());
        };
    }
}
