package studio.domain.network;

import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Rejection;

/** Finds services that would have the same host alias and port at one site. */
final class HostAliases {

    private HostAliases() {}

    /** Says what would clash at a site of these classes, if anything. */
    static Optional<Rejection> clash(Set<Ref> siteClasses, Entities entities) {
        return Optional.empty();
    }
}
