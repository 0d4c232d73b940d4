package studio.streams;

import studio.domain.kernel.Event;
import studio.domain.kernel.StreamKey;

/**
 * An event contradicts its stream's state: the log, the store and this program do not belong together. The processor stops, for
 * whatever it did next would be built on a wrong state.
 */
public final class EvolveFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the log has cannot be folded, whatever it is. */
    public EvolveFailedException(String what, RuntimeException cause) {
        super(what, cause);
    }

    /** That event contradicts the state of its stream. */
    public EvolveFailedException(StreamKey stream, long revision, Event event, RuntimeException cause) {
        super("event " + revision + " of " + stream + " contradicts its state: " + event, cause);
    }
}
