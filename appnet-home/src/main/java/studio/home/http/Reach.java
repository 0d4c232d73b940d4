package studio.home.http;

import java.util.HashSet;
import java.util.Set;
import studio.domain.kernel.Uid;

/** Which networks a session shows. */
sealed interface Reach {

    /** Says whether it shows that network. */
    boolean shows(Uid network);

    /** What it shows after the Service Home vouched for that user towards one more network. */
    Reach with(String other, Uid network);

    /** All whose homes run here: this machine's owner's. */
    record All() implements Reach {
        @Override
        public boolean shows(Uid network) {
            return true;
        }

        @Override
        public Reach with(String other, Uid network) {
            return this;
        }
    }

    /**
     * Those for which somebody was vouched for.
     *
     * @param user     the user
     * @param networks the networks' uids
     */
    record Some(String user, Set<Uid> networks) implements Reach {

        /** Keeps its own copy. */
        public Some {
            networks = Set.copyOf(networks);
        }

        /** Nothing yet. */
        static Reach of(String user) {
            return new Some(user, Set.of());
        }

        @Override
        public boolean shows(Uid network) {
            return networks.contains(network);
        }

        /** Somebody else at the same browser begins anew. */
        @Override
        public Reach with(String other, Uid network) {
            Set<Uid> more = new HashSet<>(other.equals(user) ? networks : Set.of());
            more.add(network);
            return new Some(other, more);
        }
    }
}
