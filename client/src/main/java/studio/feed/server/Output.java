package studio.feed.server;

import studio.feed.frame.Frame;
import studio.feed.frame.Problem;

/** What a session wants to have done. */
public sealed interface Output {

    /**
     * A frame goes down.
     *
     * @param frame the frame
     */
    record Send(Frame.Down frame) implements Output {}

    /**
     * The session is over, after what was sent before.
     *
     * @param problem why
     */
    record Close(Problem problem) implements Output {}

    /**
     * A frame came that is of interest beyond the feed.
     *
     * @param frame the frame
     */
    record Told(Frame.Up frame) implements Output {}
}
