package studio.command.process;

import java.time.Instant;
import studio.domain.kernel.Digest;
import studio.schema.HashChain;

/**
 * Where a stream stands.
 *
 * @param revision   its last event's number; 0 before the first
 * @param hash       its last event's hash
 * @param occurredAt its last event's time
 */
record StreamHead(long revision, Digest hash, Instant occurredAt) {

    /** Before the first event. */
    static final StreamHead START = new StreamHead(0, HashChain.START, Instant.EPOCH);

    /** Time in a stream never goes back, whatever the clocks of those who give commands say. */
    Instant notBefore(Instant moment) {
        return moment.isBefore(occurredAt) ? occurredAt : moment;
    }
}
