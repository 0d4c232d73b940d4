package studio.domain.network;

import java.util.Optional;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What happens to the network's home. */
public sealed interface HomeEvent extends NetworkEvent {

    @Override
    default EntityKey subject(StreamKey stream) {
        return Home.KIND.key(stream.name());
    }

    /** The network has a home, in place of any that it had. */
    record HomePlaced(Uid uid, Home.Placement placement) implements HomeEvent {}

    /** An own home may claim its place with that token. */
    record HomeInvited(Digest tokenHash) implements HomeEvent {}

    /** An own home claimed its place. The token is used up. */
    record HomeClaimed(Digest keyDigest) implements HomeEvent {}

    /** The home has its certificate. */
    record HomeReady() implements HomeEvent {}

    /**
     * The home was heard of or lost.
     *
     * @param reach   whether it is heard of
     * @param address where the network's sites find it; as before if absent
     */
    record HomeReported(Home.Reach reach, Optional<Home.Address> address) implements HomeEvent {

        /** The same, with nothing new of its address. */
        public HomeReported(Home.Reach reach) {
            this(reach, Optional.empty());
        }
    }
}
