package studio.api.view;

import java.time.Instant;

/**
 * A connection that the sites of an invitation make to the backbone.
 *
 * @param network     the network
 * @param invitation  the invitation
 * @param accessPoint the access point to which they connect
 * @param uid         this incarnation
 * @param priority    1 is tried first
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record EdgeLinkView(
        String network,
        String invitation,
        String accessPoint,
        String uid,
        int priority,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
