package studio.api.view;

import java.time.Instant;
import java.util.Optional;
import studio.domain.network.Home;

/**
 * Where a network is managed from.
 *
 * @param network   the network
 * @param uid       this incarnation
 * @param state     `requested`, `ready`, `running` or `lost`
 * @param placement `managed` or `own`
 * @param invited   whether a token is out with which an own home may claim its place
 * @param keyDigest SHA-256 of the public key of the own home that has claimed it
 * @param feedAddress where the network's sites find it, once it has told
 * @param since     since when it is running or lost
 * @param revision  its ETag: the revision of the stream at which its intent last changed
 * @param createdAt when it was made
 * @param changedAt when its intent last changed
 */
public record HomeView(
        String network,
        String uid,
        String state,
        String placement,
        boolean invited,
        Optional<String> keyDigest,
        Optional<Home.Address> feedAddress,
        Optional<Instant> since,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
