package studio.feed.transport;

import java.util.Optional;
import studio.feed.source.Source;
import studio.feed.source.Subject;

/** Knows for whom a certificate is. */
public interface Directory {

    /**
     * A subject and where what it is to have is found.
     *
     * @param source  of its network or backbone, always the same object
     * @param subject within it
     */
    record Place(Source source, Subject subject) {}

    /** The place of who has a certificate with that URI, if there is one. Quick: it is asked on the event loop. */
    Optional<Place> find(String uri);

    /** Whether the certificate with that fingerprint must not be believed any more. Quick, too. */
    default boolean isRevoked(String fingerprint) {
        return false;
    }
}
