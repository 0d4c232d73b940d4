package studio.api.view;

import java.time.Instant;
import java.util.SortedMap;

/**
 * A class of sites.
 *
 * @param name           its name
 * @param network        the network
 * @param uid            this incarnation
 * @param labels         words about it
 * @param proposedPolicy what those who join in this class are proposed to do with changes: `ask` or `accept-all`
 * @param sites          how many members have it
 * @param revision       its ETag: the revision of the stream at which its intent last changed
 * @param createdAt      when it was made
 * @param changedAt      when its intent last changed
 */
public record SiteClassView(
        String name,
        String network,
        String uid,
        SortedMap<String, String> labels,
        String proposedPolicy,
        long sites,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
