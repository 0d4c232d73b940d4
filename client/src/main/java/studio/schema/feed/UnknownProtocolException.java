package studio.schema.feed;

import studio.feed.frame.Frame;

/** A frame is of a version of the protocol that this program does not speak. */
public final class UnknownProtocolException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownProtocolException(int version) {
        super("protocol " + version + " is not spoken here, only " + Frame.PROTOCOL);
    }
}
