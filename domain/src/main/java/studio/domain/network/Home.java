package studio.domain.network;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/** Where the network is managed from; named like the network. */
public sealed interface Home extends Entity {

    /** Homes. */
    Kind<Home> KIND = new Kind<>("home", Home.class);

    /** Who runs it, and how it comes to its place. */
    Spec spec();

    @Override
    default EntityKey key() {
        return KIND.key(Name.of(meta().name()));
    }

    /**
     * Who runs a home, and how it comes to its place.
     *
     * @param placement who runs it
     * @param tokenHash SHA-256 of the token with which an own home may claim its place; gone once that is done
     * @param keyDigest SHA-256 of the public key of the own home that has claimed it
     */
    record Spec(Placement placement, Optional<Digest> tokenHash, Optional<Digest> keyDigest) {}

    /** Who runs a home. */
    enum Placement {
        /** The Service Home does. */
        MANAGED,
        /** The network's owner does, wherever it likes. */
        OWN
    }

    /** Whether a home is heard of. */
    enum Reach {
        /** It reports. */
        ACTIVE,
        /** It has been silent for too long. */
        LOST
    }

    /** Waits for its certificate; an own one first for whoever claims it with the token. */
    record Requested(ObjectMeta meta, Spec spec) implements Home {}

    /** Has its certificate, and was not heard of yet. */
    record Ready(ObjectMeta meta, Spec spec) implements Home {}

    /**
     * Where the network's sites find its home.
     *
     * @param host a DNS name or an IPv4 address: who is there is said by the URI in its certificate
     * @param port the port
     */
    record Address(String host, int port) {}

    /** Runs, or ran when last heard of; with the address that it told last. */
    record Running(ObjectMeta meta, Spec spec, Reach reach, Optional<Address> address, Instant since) implements Home {}

    /** Where the network's sites find it, once known. */
    default Optional<Address> knownAddress() {
        return this instanceof Running running ? running.address() : Optional.empty();
    }
}
