package studio.domain.network;

import java.time.Instant;
import java.util.Optional;

/**
 * When a network begins and ends.
 *
 * @param startTime          when it becomes active; as soon as it is ready if absent
 * @param endTime            when it expires; never if absent
 * @param deleteDelaySeconds seconds that its sites have to clean up when it is deleted
 */
public record Schedule(Optional<Instant> startTime, Optional<Instant> endTime, long deleteDelaySeconds) {

    /** The longest time that sites can be given to clean up, in days. */
    public static final long MAX_DELETE_DELAY_DAYS = 90;

    /** When the network and all that its authority signed are over: with the time that its sites have to clean up. */
    public Optional<Instant> lastMoment() {
        return endTime.map(end -> end.plusSeconds(deleteDelaySeconds));
    }
}
