package studio.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Owners;

/**
 * An application network.
 *
 * @param name               its name
 * @param uid                this incarnation
 * @param state              `scheduled`, `requested`, `active`, `suspended`, `expired`, `failed`, `deleting` or `deleted`
 * @param cause              why it failed or is suspended
 * @param owners             who may change it
 * @param readers            who may only read it
 * @param backbone           the backbone that carries it
 * @param accessPoints       the access points of the backbone through which its sites connect
 * @param vanId              the network's name on routers
 * @param startTime          when it becomes active; as soon as it is ready if absent
 * @param endTime            when it expires; never if absent
 * @param deleteDelaySeconds seconds that its sites have to clean up when it is deleted
 * @param purgeAt            when it is gone at the latest, while it is being deleted
 * @param revision           its ETag: the revision of the stream at which its intent last changed
 * @param createdAt          when it was made
 * @param changedAt          when its intent last changed
 */
public record NetworkView(
        String name,
        String uid,
        String state,
        Optional<String> cause,
        Owners owners,
        Owners readers,
        String backbone,
        List<String> accessPoints,
        String vanId,
        Optional<Instant> startTime,
        Optional<Instant> endTime,
        long deleteDelaySeconds,
        Optional<Instant> purgeAt,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
