package studio.api.view;

import java.time.Instant;
import java.util.Optional;
import studio.domain.backbone.AccessPoint;
import studio.domain.kernel.Owners;

/**
 * Where an interior site's router can be reached.
 *
 * @param name        its name
 * @param backbone    the backbone
 * @param uid         this incarnation
 * @param state       `partial`, `requested`, `ready` or `deleting`
 * @param site        the site whose router listens
 * @param use         `peer`, `member` or `manage`
 * @param address     where it listens, once known
 * @param offeredTo   who may attach networks to it
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record AccessPointView(
        String name,
        String backbone,
        String uid,
        String state,
        String site,
        String use,
        Optional<AccessPoint.Address> address,
        Owners offeredTo,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
