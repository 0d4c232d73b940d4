package studio.api.view;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.Owners;

/**
 * An interior transit backbone.
 *
 * @param name        its name
 * @param uid         this incarnation
 * @param state       `requested`, `ready`, `failed`, `deleting` or `deleted`
 * @param cause       why it failed
 * @param owners      who may change it
 * @param offeredTo   who may put networks on it
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record BackboneView(
        String name,
        String uid,
        String state,
        Optional<String> cause,
        Owners owners,
        Owners offeredTo,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
