package studio.projection.feed;

import java.util.Set;

/** Which certificates of those that speak by the feed must not be believed any more. */
@FunctionalInterface
public interface RevokedCertificates {

    /** Their fingerprints. May wait; fails if nobody can tell. */
    Set<String> fingerprints();
}
