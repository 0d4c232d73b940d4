package studio.api.view;

import java.time.Instant;
import java.util.Optional;

/**
 * A connection from one interior site's router to another's peer access point.
 *
 * @param name        its name
 * @param backbone    the backbone
 * @param uid         this incarnation
 * @param state       `configured`, `up` or `down`
 * @param cause       why it is down, if known
 * @param since       since when it is up or down
 * @param from        the site that connects
 * @param accessPoint the peer access point to which it connects
 * @param cost        what the routers weigh it with; 1 is preferred
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record LinkView(
        String name,
        String backbone,
        String uid,
        String state,
        Optional<String> cause,
        Optional<Instant> since,
        String from,
        String accessPoint,
        int cost,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
