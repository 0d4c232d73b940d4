package studio.projection.feed;

import java.util.Optional;
import studio.domain.kernel.Uid;

/** The keys of audiences that are one site. */
final class Sites {

    /** What the key of a backbone's interior site begins with. */
    static final String INTERIOR = "interior/";

    /** What the key of a network's site begins with. */
    static final String MEMBER = "site/";

    /** The key of the audience of all sites of a network. */
    static final String NETWORK = "network";

    private Sites() {}

    /** The site that is alone in that audience, if one is. */
    static Optional<Uid> uid(String audience) {
        String uid = audience.startsWith(INTERIOR)
                ? audience.substring(INTERIOR.length())
                : audience.startsWith(MEMBER) ? audience.substring(MEMBER.length()) : "";
        try {
            return uid.isEmpty() ? Optional.empty() : Optional.of(Uid.parse(uid));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
