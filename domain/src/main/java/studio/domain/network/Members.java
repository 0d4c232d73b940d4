package studio.domain.network;

import java.util.Optional;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Uid;

/** Finds and counts sites without looking at all of them. */
final class Members {

    private Members() {}

    /** How many sites there are, those included that are gone and may still hold something. */
    static long count(Entities entities) {
        return entities.find(Census.KIND, entities.stream().name())
                .map(Census::sites)
                .orElse(0L);
    }

    /** The site of that uid, if there is one. */
    static Optional<MemberSite> find(Uid site, Entities entities) {
        return entities.find(SiteIndex.key(site))
                .map(SiteIndex.class::cast)
                .map(index -> entities.get(MemberSite.KIND, index.site()));
    }
}
