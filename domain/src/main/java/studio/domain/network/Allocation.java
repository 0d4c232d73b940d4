package studio.domain.network;

import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Uid;

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

    /** Says whether it is at sites of some of these classes. A class that is gone has no sites. */
    boolean includesSome(Set<Ref> classes, Entities entities) {
        return siteClasses.stream()
                .filter(classes::contains)
                .anyMatch(siteClass -> SiteClass.find(siteClass, entities).isPresent());
    }

    /** Says whether it is at that site. */
    public boolean includes(MemberSite site, Entities entities) {
        return names(site.meta().uid()) || includesSome(site.spec().siteClasses(), entities);
    }

    /** Says whether a site is among the sites. */
    public boolean names(Uid site) {
        return sites.stream().anyMatch(ref -> ref.uid().equals(site));
    }

    /** The same where a site has another name. */
    Allocation renamed(Ref before, Name newName) {
        Set<Ref> renamed = sites.stream()
                .map(ref -> ref.uid().equals(before.uid()) ? new Ref(newName, ref.uid()) : ref)
                .collect(Collectors.toSet());
        return new Allocation(renamed, siteClasses);
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

        /** Says why an endpoint can't be there, if so. */
        Optional<Rejection> flaw(Entities entities) {
            return Limits.names("allocation.sites", sites)
                    .or(() -> Limits.names("allocation.siteClasses", siteClasses))
                    .or(() -> missing("allocation.sites", MemberSite.KIND, sites, entities))
                    .or(() -> missing("allocation.siteClasses", SiteClass.KIND, siteClasses, entities));
        }

        private static Optional<Rejection> missing(String field, Kind<?> kind, Set<Name> names, Entities entities) {
            return names.stream()
                    .filter(name -> entities.find(kind, name).isEmpty())
                    .sorted()
                    .findFirst()
                    .map(name ->
                            Rejection.ofField(NOT_FOUND, field, "there is no " + kind.label() + " '" + name + "'"));
        }

        /** The same by uid, which there is. */
        Allocation in(Entities entities) {
            return new Allocation(refs(MemberSite.KIND, sites, entities), refs(SiteClass.KIND, siteClasses, entities));
        }

        private static Set<Ref> refs(Kind<?> kind, Set<Name> names, Entities entities) {
            return names.stream()
                    .map(name -> new Ref(name, entities.get(kind, name).meta().uid()))
                    .collect(Collectors.toSet());
        }
    }
}
