package studio.domain.network;

import java.util.Set;
import studio.domain.kernel.Name;

/**
 * Where an endpoint is meant to be. At a site that has one of the classes or is named itself.
 *
 * @param sites       sites
 * @param siteClasses classes of sites
 */
public record Allocation(Set<Ref> sites, Set<Ref> siteClasses) {

    /** Keeps its own copies. */
    public Allocation {
        sites = Set.copyOf(sites);
        siteClasses = Set.copyOf(siteClasses);
    }

    /** Says whether a site is among the sites or has one of the classes. */
    public boolean includes(MemberSite site) {
        return sites.stream().anyMatch(ref -> ref.uid().equals(site.meta().uid()))
                || siteClasses.stream().anyMatch(site.spec().siteClasses()::contains);
    }

    /**
     * Where an endpoint is wanted, as a person says it.
     *
     * @param sites       sites by name
     * @param siteClasses classes by name
     */
    public record Wanted(Set<Name> sites, Set<Name> siteClasses) {

        /** Keeps its own copies. */
        public Wanted {
            sites = Set.copyOf(sites);
            siteClasses = Set.copyOf(siteClasses);
        }
    }
}
