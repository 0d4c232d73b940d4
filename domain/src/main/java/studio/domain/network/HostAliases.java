package studio.domain.network;

import static studio.domain.kernel.Rejection.Reason.IN_USE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.backbone.PortRange;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;

/**
 * Finds what can't be at one site together: two services under one host alias and port, and two ingresses on one port of the host.
 * What must hold at every site is asked for each combination of classes that sites have or are invited to have, not for each site.
 */
final class HostAliases {

    private HostAliases() {}

    /** A host alias and port, and the link that it leads to. */
    private record Claim(String address, Ref link, Name endpoint) {}

    /** Says what would clash at a site of these classes, if anything. */
    static Optional<Rejection> clash(Set<Ref> siteClasses, Entities entities) {
        return clash(siteClasses, Optional.empty(), entities);
    }

    /** Says what would clash at that site with these classes, or at any site of them, if anything. */
    static Optional<Rejection> clash(Set<Ref> siteClasses, Optional<Ref> site, Entities entities) {
        return clash(siteClasses, site, entities.list(Endpoint.KIND), entities);
    }

    /** Says what would clash where these endpoints are or may come to be, if anything. */
    static Optional<Rejection> clashWith(Set<Name> changed, Entities entities) {
        List<Endpoint> endpoints = entities.list(Endpoint.KIND);
        Set<Allocation> allocations = endpoints.stream()
                .filter(endpoint -> changed.contains(endpoint.ref().name()))
                .map(Endpoint::allocation)
                .collect(Collectors.toSet());
        return combinations(entities)
                .filter(classes ->
                        allocations.stream().anyMatch(allocation -> allocation.includesSome(classes, entities)))
                .flatMap(classes -> clash(classes, Optional.empty(), endpoints, entities).stream())
                .findFirst()
                .or(() -> clashAtNamedSites(allocations, endpoints, entities));
    }

    /** Combinations of classes that sites have or are invited to have. */
    private static Stream<Set<Ref>> combinations(Entities entities) {
        Stream<Set<Ref>> present = entities.list(ClassSet.KIND).stream().map(ClassSet::siteClasses);
        Stream<Set<Ref>> invited = entities.list(MemberInvitation.KIND).stream()
                .filter(invitation -> !(invitation instanceof MemberInvitation.Revoked))
                .map(invitation -> invitation.spec().siteClasses());
        return Stream.concat(present, invited).distinct();
    }

    /** A site that some endpoint names has more than its classes say. */
    private static Optional<Rejection> clashAtNamedSites(
            Set<Allocation> allocations, List<Endpoint> endpoints, Entities entities) {
        return endpoints.stream()
                .flatMap(endpoint -> endpoint.allocation().sites().stream())
                .distinct()
                .sorted()
                .flatMap(ref -> SiteIndex.find(ref.uid(), entities).stream())
                .filter(site -> allocations.stream().anyMatch(allocation -> allocation.includes(site, entities)))
                .flatMap(
                        site -> clash(site.spec().siteClasses(), Optional.of(site.ref()), endpoints, entities).stream())
                .findFirst();
    }

    private static Optional<Rejection> clash(
            Set<Ref> siteClasses, Optional<Ref> site, List<Endpoint> all, Entities entities) {
        List<Endpoint> together = all.stream()
                .filter(endpoint -> endpoint.allocation().includesSome(siteClasses, entities)
                        || site.filter(ref -> endpoint.allocation().names(ref.uid()))
                                .isPresent())
                .toList();
        String where = site.map(ref -> "at site '" + ref.name() + "'").orElseGet(() -> "at " + sitesOf(siteClasses));
        return clashingAliases(together, where).or(() -> clashingPorts(together, where));
    }

    private static String sitesOf(Set<Ref> siteClasses) {
        return "sites of class "
                + siteClasses.stream()
                        .map(ref -> "'" + ref.name() + "'")
                        .sorted()
                        .collect(Collectors.joining(" and "));
    }

    private static Optional<Rejection> clashingAliases(List<Endpoint> together, String where) {
        Map<String, Claim> claims = new HashMap<>();
        return together.stream()
                .flatMap(HostAliases::claims)
                .flatMap(claim -> Optional.ofNullable(claims.putIfAbsent(claim.address(), claim))
                        .filter(other -> !other.link().uid().equals(claim.link().uid()))
                        .map(other -> Rejection.of(
                                IN_USE,
                                where + ", '" + claim.address() + "' would be two services: that of link '"
                                        + other.link().name() + "' for endpoint '" + other.endpoint()
                                        + "' and that of link '" + claim.link().name() + "' for endpoint '"
                                        + claim.endpoint() + "'"))
                        .stream())
                .findFirst();
    }

    private static Stream<Claim> claims(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Process process
                ? process.versions()
                        .current()
                        .group()
                        .listeners()
                        .map(listener -> new Claim(
                                listener.host() + ":" + listener.port(),
                                listener.binding().link(),
                                endpoint.ref().name()))
                : Stream.empty();
    }

    private static Optional<Rejection> clashingPorts(List<Endpoint> together, String where) {
        Set<Endpoint.Ingress> seen = new HashSet<>();
        for (Endpoint endpoint : together) {
            if (endpoint instanceof Endpoint.Ingress ingress
                    && ingress.spec().exposure() == Endpoint.Exposure.HOST_PORT) {
                Optional<Endpoint.Ingress> other = seen.stream()
                        .filter(earlier -> ports(earlier).overlaps(ports(ingress)))
                        .findFirst();
                if (other.isPresent()) {
                    return other.map(earlier -> Rejection.of(
                            IN_USE,
                            where + ", ingress '" + earlier.ref().name() + "' and ingress '"
                                    + ingress.ref().name() + "' would have the same port of the host"));
                }
                seen.add(ingress);
            }
        }
        return Optional.empty();
    }

    private static PortRange ports(Endpoint.Ingress ingress) {
        return new PortRange(ingress.spec().port(), ingress.spec().lastPort());
    }
}
