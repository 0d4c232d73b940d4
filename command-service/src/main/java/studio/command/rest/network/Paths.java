package studio.command.rest.network;

import studio.domain.StreamType;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** The paths below which networks are, and the streams that they stand for. */
final class Paths {

    static final String NETWORKS = "/api/v1/networks";
    static final String NETWORK = NETWORKS + "/{network}";

    private Paths() {}

    static StreamKey stream(Name network) {
        return StreamType.NETWORK.key(network);
    }
}
