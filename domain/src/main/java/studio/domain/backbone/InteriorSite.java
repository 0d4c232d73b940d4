package studio.domain.backbone;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.Digest;
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
     * What a site runs on and where, and how its agent comes to its place.
     *
     * @param platform  the platform
     * @param location  a label for people, such as a city or a data centre; may be absent
     * @param tokenHash SHA-256 of the token with which an agent may claim the site; gone once that is done
     * @param keyDigest SHA-256 of the public key of the agent that has claimed it
     */
    record Placement(
            Platform platform, Optional<String> location, Optional<Digest> tokenHash, Optional<Digest> keyDigest) {

        /** The same where nobody was invited yet. */
        public Placement(Platform platform, Optional<String> location) {
            this(platform, location, Optional.empty(), Optional.empty());
        }

        Placement at(Optional<String> elsewhere) {
            return new Placement(platform, elsewhere, tokenHash, keyDigest);
        }

        Placement invited(Digest token) {
            return new Placement(platform, location, Optional.of(token), keyDigest);
        }

        Placement claimed(Digest key) {
            return new Placement(platform, location, Optional.empty(), Optional.of(key));
        }
    }

    /** The same site in the same state, but for these. */
    default InteriorSite with(ObjectMeta meta, Placement placement) {
        return switch (this) {
            case Requested s -> new Requested(meta, placement);
            case Ready s -> new Ready(meta, placement, s.deployment());
            case Deployed s -> new Deployed(meta, placement, s.reach(), s.since());
            case Deleting s -> new Deleting(meta, placement);
        };
    }

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
