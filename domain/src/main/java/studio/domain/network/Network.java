package studio.domain.network;

import java.time.Instant;
import java.util.Set;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Owners;

/** An application network: what its owners made, and whether it runs. */
public sealed interface Network extends Entity {

    /** Application networks. There is one in a stream, of the stream's name. */
    Kind<Network> KIND = new Kind<>("network", Network.class);

    /** What its owners want. */
    Spec spec();

    @Override
    default EntityKey key() {
        return KIND.key(Name.of(meta().name()));
    }

    /** The prefix of all its addresses and router ids: the uid's 16 bytes in base32hex (RFC 4648), lower case, unpadded. */
    default String vanId() {
        return meta().uid().base32Hex();
    }

    /**
     * What a network's owners want.
     *
     * @param owners       who may change it
     * @param readers      who may only read it
     * @param backbone     the backbone that carries it
     * @param accessPoints the access points of the backbone through which its sites connect
     * @param schedule     when it begins and ends
     */
    record Spec(Owners owners, Owners readers, Name backbone, Set<Name> accessPoints, Schedule schedule) {

        /** Keeps its own copy. */
        public Spec {
            accessPoints = Set.copyOf(accessPoints);
        }
    }

    /** Its start time has not come; what it needs is being made meanwhile. */
    record Scheduled(ObjectMeta meta, Spec spec) implements Network {}

    /** Waits for its authority, an attachment or its home. */
    record Requested(ObjectMeta meta, Spec spec) implements Network {}

    /** Runs: sites may join, and the application is there. */
    record Active(ObjectMeta meta, Spec spec) implements Network {}

    /** Its owner stopped the application; links and feeds stay. */
    record Suspended(ObjectMeta meta, Spec spec, String cause) implements Network {}

    /** Its end time has passed; the application is stopped. Deleting leaves this state. */
    record Expired(ObjectMeta meta, Spec spec) implements Network {}

    /** Something that it needs could not be made; trying again may succeed. */
    record Failed(ObjectMeta meta, Spec spec, String cause) implements Network {}

    /** Its sites are cleaning up; gone when the last has, or when the time is over. */
    record Deleting(ObjectMeta meta, Spec spec, Instant purgeAt) implements Network {}

    /** Gone; the name stays with its former owners. */
    record Deleted(ObjectMeta meta, Spec spec) implements Network {}
}
