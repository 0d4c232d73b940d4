package studio.domain.network;

import java.util.Optional;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;

/** Commands about the network's home. */
public sealed interface HomeCommand extends NetworkCommand {

    @Override
    default EntityKey subject(StreamKey stream) {
        return Home.KIND.key(stream.name());
    }

    /** Puts the home there. An own home claims its place with a token that is used once; a managed one needs none. */
    record PlaceHome(Home.Placement placement) implements HomeCommand {}

    /** Gives an own home the token with which it will claim its place, as SHA-256. */
    record InviteHome(Digest tokenHash) implements HomeCommand {}

    /**
     * An own home claims its place.
     *
     * @param tokenHash          SHA-256 of the token that it holds
     * @param keyDigest          SHA-256 of its public key: the same key has the same answer
     * @param certificateRequest its certificate request, in PEM
     */
    record ClaimHome(Digest tokenHash, Digest keyDigest, String certificateRequest) implements HomeCommand {}

    /**
     * What is seen of the home.
     *
     * @param reach   whether it is heard of
     * @param address where the network's sites find it; as before if absent
     */
    record ReportHome(Home.Reach reach, Optional<Home.Address> address) implements HomeCommand {

        /** The same, with nothing new of its address. */
        public ReportHome(Home.Reach reach) {
            this(reach, Optional.empty());
        }
    }
}
