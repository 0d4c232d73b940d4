package studio.feed.client;

import java.util.Set;
import studio.feed.document.Document;
import studio.feed.frame.Frame;

/** What the lower end of a feed wants to have done. */
public sealed interface Output {

    /**
     * A connection is to be made.
     *
     * @param connection its number, with which all that happens on it is told
     */
    record Connect(long connection) implements Output {}

    /**
     * A frame goes up.
     *
     * @param connection on which connection
     * @param frame      the frame
     */
    record Send(long connection, Frame.Up frame) implements Output {}

    /**
     * A connection is over.
     *
     * @param connection its number
     */
    record Disconnect(long connection) implements Output {}

    /**
     * A document is to be written to the disk, whole or not at all; what came of it is to be told with the same number.
     *
     * @param number   numbers what is written
     * @param document the document
     */
    record Keep(long number, Document document) implements Output {}

    /**
     * There is another document from now on.
     *
     * @param document  the document
     * @param audiences those that changed
     * @param cause     the last frame that brought it
     */
    record Changed(Document document, Set<String> audiences, Frame.Down cause) implements Output {}

    /**
     * A frame came that is of interest beyond the feed: a farewell, a decision's outcome, a certificate, something for a site.
     *
     * @param frame the frame
     */
    record Told(Frame.Down frame) implements Output {}
}
