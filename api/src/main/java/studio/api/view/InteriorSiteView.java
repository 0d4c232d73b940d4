package studio.api.view;

import java.time.Instant;
import java.util.Optional;

/**
 * A place where an interior router of a backbone runs.
 *
 * @param name        its name
 * @param backbone    the backbone
 * @param uid         this incarnation
 * @param state       `requested`, `ready-bootstrap`, `ready-automatic`, `deployed`, `lost` or `deleting`
 * @param platform    `kubernetes`, `docker`, `podman` or `linux`
 * @param location    a label for people
 * @param routerName  the id of its router on the wire
 * @param since       since when it is deployed or lost
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record InteriorSiteView(
        String name,
        String backbone,
        String uid,
        String state,
        String platform,
        Optional<String> location,
        String routerName,
        Optional<Instant> since,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
