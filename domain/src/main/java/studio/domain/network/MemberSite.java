package studio.domain.network;

import java.time.Instant;
import java.util.Set;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/** A participant's place in the network. */
public sealed interface MemberSite extends Entity {

    /** Member sites. */
    Kind<MemberSite> KIND = new Kind<>("site", MemberSite.class);

    /** What it is. */
    Spec spec();

    @Override
    default EntityKey key() {
        return KIND.key(Name.of(meta().name()));
    }

    /** How others refer to it. */
    default Ref ref() {
        return new Ref(Name.of(meta().name()), meta().uid());
    }

    /**
     * What a site is.
     *
     * @param invitation  the invitation by which it came
     * @param siteClasses its classes
     * @param platform    what it runs on
     * @param keyDigest   SHA-256 of its public key
     * @param metadata    what it told of itself
     * @param policy      what happens there to changes that nobody looked at
     * @param paused      whether the network's owner or the site's participant stopped the application there
     * @param lastDecision the number of the last of its participant's decisions
     * @param lastReport   the number of the last of its agent's reports
     */
    record Spec(
            Ref invitation,
            Set<Ref> siteClasses,
            Platform platform,
            Digest keyDigest,
            Set<Label> metadata,
            AcceptancePolicy policy,
            boolean paused,
            long lastDecision,
            long lastReport) {

        /** Keeps its own copies. */
        public Spec {
            siteClasses = Set.copyOf(siteClasses);
            metadata = Set.copyOf(metadata);
        }

        /** The same site with these classes. */
        Spec with(Set<Ref> classes) {
            return new Spec(
                    invitation, classes, platform, keyDigest, metadata, policy, paused, lastDecision, lastReport);
        }

        /** The same site with that policy. */
        Spec with(AcceptancePolicy newPolicy) {
            return new Spec(
                    invitation,
                    siteClasses,
                    platform,
                    keyDigest,
                    metadata,
                    newPolicy,
                    paused,
                    lastDecision,
                    lastReport);
        }

        /** The same site, stopped or going on. */
        Spec paused(boolean now) {
            return new Spec(
                    invitation, siteClasses, platform, keyDigest, metadata, policy, now, lastDecision, lastReport);
        }

        /** The same site after its participant's decision of that number. */
        Spec decided(long seq) {
            return new Spec(invitation, siteClasses, platform, keyDigest, metadata, policy, paused, seq, lastReport);
        }

        /** The same site after its agent's report of that number. */
        Spec reported(long seq) {
            return new Spec(invitation, siteClasses, platform, keyDigest, metadata, policy, paused, lastDecision, seq);
        }
    }

    /** Whether a site is heard of. */
    enum Reach {
        /** Its agent reports. */
        ACTIVE,
        /** Its agent has been silent for too long. */
        LOST
    }

    /** Waits for its certificate. */
    record Joining(ObjectMeta meta, Spec spec) implements MemberSite {}

    /** Has its certificate, and was not heard of yet. */
    record Joined(ObjectMeta meta, Spec spec) implements MemberSite {}

    /** Its agent runs, or ran when last heard of. */
    record Connected(ObjectMeta meta, Spec spec, Reach reach, Instant since) implements MemberSite {}

    /** Left by its own will, or told to by the network's end, and may still hold something. Confirming removes it. */
    record Left(ObjectMeta meta, Spec spec) implements MemberSite {}

    /** Was shut out, and may still hold something. Confirming removes it. */
    record Evicted(ObjectMeta meta, Spec spec, String cause) implements MemberSite {}

    /** Says whether it belongs to the network, and did not leave or was shut out. */
    default boolean isMember() {
        return switch (this) {
            case Joining s -> true;
            case Joined s -> true;
            case Connected s -> true;
            case Left s -> false;
            case Evicted s -> false;
        };
    }

    /** The same site in the same state, but for these. */
    default MemberSite with(ObjectMeta meta, Spec spec) {
        return switch (this) {
            case Joining s -> new Joining(meta, spec);
            case Joined s -> new Joined(meta, spec);
            case Connected s -> new Connected(meta, spec, s.reach(), s.since());
            case Left s -> new Left(meta, spec);
            case Evicted s -> new Evicted(meta, spec, s.cause());
        };
    }
}
