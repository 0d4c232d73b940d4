package studio.projection.feed;

import java.util.Optional;
import studio.feed.transport.HeldKeys;

/** Who the centre is towards homes and agents. */
public final class CentreIdentity {

    private static final String KIND = "service-home";
    private static final String NAME = "feed";

    private CentreIdentity() {}

    /** Its newest keys that can be used, if there are some. */
    public static Optional<HeldKeys.Held> newest(HeldKeys keys) {
        return keys.newest(KIND, NAME);
    }
}
