package studio.domain.backbone;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/** A place where an interior router of the backbone runs. */
public sealed interface InteriorSite extends Entity {

    /** Interior sites. */
    Kind<InteriorSite> KIND = new Kind<>("interior-site", InteriorSite.class);

    /** What it runs on, and where. */
    Placement placement();

    @Override
    default EntityKey key() {
        return KIND.key(Name.of(meta().name()));
    }

    /** The router's id on the wire. It is the uid, so that no later rename can break links. */
    default String routerName() {
        return meta().uid().toString();
    }

    /**
     * What a site runs on, and where.
     *
     * @param platform the platform
     * @param location a label for people, such as a city or a data centre; may be absent
     */
    record Placement(Platform platform, Optional<String> location) {}

    /** How a site that is ready gets deployed. */
    enum Deployment {
        /** Somebody carries the bootstrap artifact there. */
        BOOTSTRAP,
        /** It links to a deployed site, so it is reached through the backbone. */
        AUTOMATIC
    }

    /** Whether a deployed site is heard of. */
    enum Reach {
        /** Its agent reports. */
        ACTIVE,
        /** Its agent has been silent for too long. */
        LOST
    }

    /** Waits for its backbone to be ready. */
    record Requested(ObjectMeta meta, Placement placement) implements InteriorSite {}

    /** May be deployed. */
    record Ready(ObjectMeta meta, Placement placement, Deployment deployment) implements InteriorSite {}

    /** Its router runs, or ran when last heard of. */
    record Deployed(ObjectMeta meta, Placement placement, Reach reach, Instant since) implements InteriorSite {}

    /** Waits until its agent has cleaned up, and is removed then. */
    record Deleting(ObjectMeta meta, Placement placement) implements InteriorSite {}
}
