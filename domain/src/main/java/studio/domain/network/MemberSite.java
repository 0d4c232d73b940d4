package studio.domain.network;

import java.time.Instant;
import java.util.Optional;
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
     * @param paused      whether the network's owner stopped the application there
     * @param lastSeq     the last of its reports and decisions
     */
    record Spec(
            Ref invitation,
            Set<Ref> siteClasses,
            Platform platform,
            Digest keyDigest,
            Set<Label> metadata,
            AcceptancePolicy policy,
            boolean paused,
            long lastSeq) {

        /** Keeps its own copies. */
        public Spec {
            siteClasses = Set.copyOf(siteClasses);
            metadata = Set.copyOf(metadata);
        }

        /** The same after its report or decision of that number. */
        Spec numbered(long seq) {
            return new Spec(invitation, siteClasses, platform, keyDigest, metadata, policy, paused, seq);
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
    record Evicted(ObjectMeta meta, Spec spec, Optional<String> cause) implements MemberSite {}
}
