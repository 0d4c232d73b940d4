package studio.projection.history;

import java.time.Instant;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.StreamKey;

/**
 * A stream as it stood.
 *
 * @param stream   the stream
 * @param revision its last event by then
 * @param time     when that event happened
 * @param entities its entities after that event; not to be changed
 */
public record Past(StreamKey stream, long revision, Instant time, EntityMap entities) {}
