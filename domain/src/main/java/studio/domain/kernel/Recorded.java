package studio.domain.kernel;

import java.time.Instant;

/**
 * An event at its place in its stream.
 *
 * @param revision its number: 1, 2, 3 … without gaps
 * @param at       when it happened; never earlier than the event before it
 * @param event    what happened
 * @param <E>      the stream's events
 */
public record Recorded<E extends Event>(long revision, Instant at, E event) {

    /** What to throw when this cannot have happened to that entity: the log and the state disagree, which is a bug. */
    public IllegalStateException impossibleFor(Entity entity) {
        return new IllegalStateException("revision " + revision + ", " + event + ", cannot happen to " + entity);
    }
}
