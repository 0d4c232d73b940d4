package studio.api.view;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a site makes of an endpoint.
 *
 * @param name      the two uids with a dot between
 * @param network   the network
 * @param uid       this incarnation
 * @param endpoint  the endpoint's uid
 * @param site      the site's uid
 * @param state     how it does there: `pending`, `running` or `failed`
 * @param cause     why it failed
 * @param since     since when
 * @param held      the digest of the version that the site holds
 * @param verdict   what its participant decided last
 * @param revision  its ETag: the revision of the stream at which its intent last changed
 * @param createdAt when it was made
 * @param changedAt when its intent last changed
 */
public record DeploymentView(
        String name,
        String network,
        String uid,
        String endpoint,
        String site,
        String state,
        Optional<String> cause,
        Instant since,
        Optional<String> held,
        Optional<VerdictView> verdict,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {

    /**
     * What a participant decided.
     *
     * @param decision  `accepted` or `declined`
     * @param digest    the change as the participant saw it
     * @param reason    why it was declined
     * @param removed   whether what was accepted before is to go as well
     * @param inputs    what the participant supplies, by key
     * @param seq       the decision's number among the site's decisions
     * @param decidedBy who decided, as the site says
     * @param signature the decision signed with the site's key
     */
    public record VerdictView(
            String decision,
            String digest,
            Optional<String> reason,
            boolean removed,
            SortedMap<String, String> inputs,
            long seq,
            String decidedBy,
            String signature) {}
}
