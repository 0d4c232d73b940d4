package studio.domain.backbone;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Uid;

/** A network's place on a member access point: a port of its own, and who may connect there. One that is detached is no entity any more. */
public sealed interface NetworkAttachment extends Entity {

    /** Attachments; each is named by its uid. */
    Kind<NetworkAttachment> KIND = new Kind<>("attachment", NetworkAttachment.class);

    /** What is attached where. */
    Spec spec();

    /** Who may connect, and whose connections may stay. */
    Admission admission();

    @Override
    default EntityKey key() {
        return KIND.key(meta().uid());
    }

    /**
     * What is attached where.
     *
     * @param network     the network's name
     * @param networkUid  the incarnation of the network
     * @param accessPoint the member access point
     * @param port        its port that is the network's alone
     */
    record Spec(Name network, Uid networkUid, Name accessPoint, int port) {

        /** The network's name on routers: its uid without hyphens, which separate it from others. */
        public String vanId() {
            return networkUid.base32Hex();
        }
    }

    /**
     * The authority that signs for a network's home and sites.
     *
     * @param certificate the uid of its certificate in the network's stream
     * @param fingerprint SHA-256 of the certificate's DER form
     * @param chain       what the listener trusts, in PEM form: the certificate, and while it is rotated the one before it
     */
    record Authority(Uid certificate, Digest fingerprint, String chain) {}

    /**
     * Who may connect, and whose connections may stay.
     *
     * @param authority   whose certificates are let in
     * @param home        the one that may answer at the address of the network's feed, once it is known, by uid
     * @param denied      sites that are not, by uid
     * @param ordinal     counts the changes that break or renew connections, from 1
     * @param oldestValid the lowest ordinal whose connections may stay
     */
    record Admission(Authority authority, Optional<Uid> home, Set<Uid> denied, int ordinal, int oldestValid) {

        /** Keeps its own copy. */
        public Admission {
            denied = Set.copyOf(denied);
        }

        /** Everybody whom the authority signed for. */
        static Admission of(Authority authority) {
            return new Admission(authority, Optional.empty(), Set.of(), 1, 1);
        }

        /** The same with another authority; connections stay, unless one is not trusted any more by which some were made. */
        Admission with(Authority other, boolean endOld) {
            return new Admission(other, home, denied, ordinal + 1, endOld ? ordinal + 1 : oldestValid);
        }

        /** The same with that home; connections stay. */
        Admission withHome(Uid other) {
            return new Admission(authority, Optional.of(other), denied, ordinal, oldestValid);
        }

        /** The same without that site. A listener can't end one connection alone, so all of them end and the others come back. */
        Admission without(Uid site) {
            Set<Uid> more = new HashSet<>(denied);
            more.add(site);
            return new Admission(authority, home, more, ordinal + 1, ordinal + 1);
        }

        /** The same with that site again; nobody notices. */
        Admission again(Uid site) {
            Set<Uid> fewer = new HashSet<>(denied);
            fewer.remove(site);
            return new Admission(authority, home, fewer, ordinal, oldestValid);
        }
    }

    /** Waits until the site's router listens for it. */
    record Requested(ObjectMeta meta, Spec spec, Admission admission) implements NetworkAttachment {}

    /** Can be connected to. */
    record Ready(ObjectMeta meta, Spec spec, Admission admission) implements NetworkAttachment {}

    /** Its access point is to go: waits until the network has let go of it. */
    record Draining(ObjectMeta meta, Spec spec, Admission admission) implements NetworkAttachment {}
}
