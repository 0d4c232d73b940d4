package studio.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A participant's place in a network.
 *
 * @param name        its name
 * @param network     the network
 * @param uid         this incarnation
 * @param state       `joining`, `joined`, `connected`, `lost`, `left` or `evicted`
 * @param cause       why it was shut out
 * @param since       since when it is connected or lost
 * @param invitation  the invitation by which it came
 * @param siteClasses its classes
 * @param platform    `kubernetes`, `docker`, `podman` or `linux`
 * @param metadata    what it told of itself
 * @param policy      what happens there to changes that nobody looked at
 * @param paused      whether the network's owner stopped the application there
 * @param keyDigest   SHA-256 of its public key
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record MemberSiteView(
        String name,
        String network,
        String uid,
        String state,
        Optional<String> cause,
        Optional<Instant> since,
        String invitation,
        List<String> siteClasses,
        String platform,
        SortedMap<String, String> metadata,
        PolicyView policy,
        boolean paused,
        String keyDigest,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {

    /**
     * What happens to changes that nobody looked at.
     *
     * @param mode  `ask` or `accept-all`
     * @param until when a standing acceptance ends; never if absent
     */
    public record PolicyView(String mode, Optional<Instant> until) {}
}
