package studio.domain.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/** An invitation to join the network as a site. */
public sealed interface MemberInvitation extends Entity {

    /** Invitations. */
    Kind<MemberInvitation> KIND = new Kind<>("invitation", MemberInvitation.class);

    /** What it promises, and what it asks for. */
    Spec spec();

    /** Sites that it let in, without those whose place was given back. */
    long admitted();

    @Override
    default EntityKey key() {
        return KIND.key(Name.of(meta().name()));
    }

    /**
     * What an invitation promises and asks for, as a person says it.
     *
     * @param siteClasses      the classes of the sites that join
     * @param joinDeadline     when it stops letting sites in; never if absent
     * @param instanceLimit    how many sites may join; any number if absent
     * @param namePrefix       the beginning of the names of sites that bring none; the invitation's name if absent
     * @param interactive      whether somebody at the site has to confirm the join
     * @param requiredMetadata what a site must tell of itself, by key
     * @param ownSite          whether its sites belong to the network's owner, whose bundle accepts all changes
     */
    record Terms(
            Set<Name> siteClasses,
            Optional<Instant> joinDeadline,
            Optional<Long> instanceLimit,
            Optional<Name> namePrefix,
            boolean interactive,
            Set<Name> requiredMetadata,
            boolean ownSite) {

        /** Keeps its own copies. */
        public Terms {
            siteClasses = Set.copyOf(siteClasses);
            requiredMetadata = Set.copyOf(requiredMetadata);
        }
    }

    /**
     * What an invitation holds.
     *
     * @param terms       what it promises and asks for
     * @param siteClasses the classes, as they were when it was made or changed
     * @param tokenHashes SHA-256 of the tokens that open it, the newest last
     */
    record Spec(Terms terms, Set<Ref> siteClasses, List<Digest> tokenHashes) {

        /** Keeps its own copies. */
        public Spec {
            siteClasses = Set.copyOf(siteClasses);
            tokenHashes = List.copyOf(tokenHashes);
        }
    }

    /** How others refer to it. */
    default Ref ref() {
        return new Ref(Name.of(meta().name()), meta().uid());
    }

    /** The same invitation in the same state, but for these. */
    default MemberInvitation with(ObjectMeta meta, Spec spec, long admitted) {
        return switch (this) {
            case Requested i -> new Requested(meta, spec, admitted);
            case Ready i -> new Ready(meta, spec, admitted);
            case Exhausted i -> new Exhausted(meta, spec, admitted);
            case Expired i -> new Expired(meta, spec, admitted);
            case Revoked i -> new Revoked(meta, spec, admitted);
        };
    }

    /** Waits for an attachment that its links need. */
    record Requested(ObjectMeta meta, Spec spec, long admitted) implements MemberInvitation {}

    /** Lets sites in. */
    record Ready(ObjectMeta meta, Spec spec, long admitted) implements MemberInvitation {}

    /** Has let in as many as it may. A place that is given back, or a higher limit, makes it ready again. */
    record Exhausted(ObjectMeta meta, Spec spec, long admitted) implements MemberInvitation {}

    /** Its deadline has passed. A later deadline makes it ready again. */
    record Expired(ObjectMeta meta, Spec spec, long admitted) implements MemberInvitation {}

    /** Lets nobody in any more. */
    record Revoked(ObjectMeta meta, Spec spec, long admitted) implements MemberInvitation {}
}
