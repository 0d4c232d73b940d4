package studio.projection.feed;

import java.util.Optional;
import studio.domain.kernel.Uid;
import studio.feed.document.Update;

/**
 * What a revision of a stream changes for one audience, whole.
 *
 * @param update its items and the head that counts them
 * @param home   of a network's audience: the network's home
 */
record Revision(Update update, Optional<Uid> home) {

    /** The audience's key. */
    String audience() {
        return update.head().audience();
    }
}
