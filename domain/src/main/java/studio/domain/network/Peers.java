package studio.domain.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Uid;

/**
 * Which sites have a listener of their own at an ingress that fans out: those that hold a version, of an endpoint that serves in the
 * ingress's link, which serves there. An event gives a place; it ends by itself when its reason does.
 */
final class Peers {

    private static final int MAX_NAME = 63;
    private static final int PAGE = 100;

    private Peers() {}

    /** The ingresses that fan out over what that endpoint's versions serve. */
    static List<Endpoint.Ingress> ingressesOf(Endpoint offering, Entities entities) {
        return offering.versions()
                .all()
                .flatMap(version -> version.group().offers())
                .map(Binding::link)
                .distinct()
                .flatMap(ref -> link(ref, entities).stream())
                .flatMap(link -> ingressesOf(link, entities))
                .toList();
    }

    /** The ingresses that fan out over that link. */
    static Stream<Endpoint.Ingress> ingressesOf(ServiceLink link, Entities entities) {
        return link.members(ServiceLink.Role.REQUIRES)
                .flatMap(name -> entities.find(Endpoint.KIND, name).stream())
                .flatMap(endpoint -> endpoint instanceof Endpoint.Ingress ingress && fans(ingress)
                        ? Stream.of(ingress)
                        : Stream.empty());
    }

    private static boolean fans(Endpoint.Ingress ingress) {
        return ingress.versions().current().group().fans();
    }

    /** The link that the ingress is part of, if it fans out over one. */
    static Optional<ServiceLink> link(Endpoint.Ingress ingress, Entities entities) {
        return fans(ingress)
                ? ingress.group().requires().findFirst().flatMap(binding -> link(binding.link(), entities))
                : Optional.empty();
    }

    private static Optional<ServiceLink> link(Ref ref, Entities entities) {
        return entities.find(ServiceLink.KIND, ref.name())
                .filter(link -> link.meta().uid().equals(ref.uid()));
    }

    /** Says whether a site has reason to have a place. */
    static boolean isJustified(Uid site, ServiceLink link, Entities entities) {
        return SiteIndex.find(site, entities)
                .filter(MemberSite::isMember)
                .filter(member ->
                        offering(link, entities).anyMatch(endpoint -> serves(member, endpoint, link, entities)))
                .isPresent();
    }

    /** The endpoints that serve in that link. */
    static Stream<Endpoint> offering(ServiceLink link, Entities entities) {
        return link.members(ServiceLink.Role.OFFERS).flatMap(name -> entities.find(Endpoint.KIND, name).stream());
    }

    private static boolean serves(MemberSite site, Endpoint endpoint, ServiceLink link, Entities entities) {
        return endpoint.allocation().includes(site, entities)
                && entities.find(Deployment.key(
                                endpoint.meta().uid(), site.meta().uid()))
                        .map(Deployment.class::cast)
                        .filter(deployment -> holdsOffer(deployment, endpoint, link))
                        .isPresent();
    }

    private static boolean holdsOffer(Deployment deployment, Endpoint endpoint, ServiceLink link) {
        return deployment
                .held()
                .flatMap(endpoint.versions()::find)
                .filter(version -> version.group().offersIn(link))
                .isPresent();
    }

    /** Takes places away whose reason has ended. */
    static void trim(Stream<Endpoint.Ingress> ingresses, Overlay after) {
        trim(ingresses, slot -> true, after);
    }

    /** Takes that site's places away if their reason has ended. */
    static void trim(Stream<Endpoint.Ingress> ingresses, Uid site, Overlay after) {
        trim(ingresses, slot -> slot.site().equals(site), after);
    }

    private static void trim(Stream<Endpoint.Ingress> ingresses, Predicate<Slot> doubtful, Overlay after) {
        // What is found before the first is changed would not show what the first became.
        for (Endpoint.Ingress ingress : ingresses.toList()) {
            Optional<ServiceLink> link = link(ingress, after);
            List<Slot> left = ingress.slots().stream()
                    .filter(slot -> !doubtful.test(slot)
                            || (slot.number() < ingress.spec().slots()
                                    && link.filter(present -> isJustified(slot.site(), present, after))
                                            .isPresent()))
                    .toList();
            if (left.size() < ingress.slots().size()) {
                after.put(ingress.with(left));
            }
        }
    }

    /**
     * The places for those sites that have a reason and no place, as many as are free; the first to join comes first, in each of the
     * candidates' streams too, which are read no further than that.
     */
    static Optional<EndpointEvent.PeersAdmitted> admission(
            Endpoint.Ingress ingress, Stream<Stream<Uid>> candidates, Entities entities) {
        Optional<ServiceLink> link = link(ingress, entities).filter(present -> !ingress.isFull());
        if (link.isEmpty()) {
            return Optional.empty();
        }
        int free = ingress.spec().slots() - ingress.slots().size();
        List<MemberSite> sites = candidates
                .flatMap(some -> some.filter(
                                site -> ingress.slot(site).isEmpty() && isJustified(site, link.get(), entities))
                        .limit(free))
                .distinct()
                .sorted()
                .limit(free)
                .flatMap(site -> SiteIndex.find(site, entities).stream())
                .toList();
        return sites.isEmpty()
                ? Optional.empty()
                : Optional.of(new EndpointEvent.PeersAdmitted(ingress.ref().name(), places(ingress, sites)));
    }

    /** All sites that may have a reason for a place: those of each endpoint that serves there, the first to join first. */
    static Stream<Stream<Uid>> candidates(Endpoint.Ingress ingress, Entities entities) {
        return link(ingress, entities).stream()
                .flatMap(link -> offering(link, entities))
                .map(endpoint -> holders(endpoint, entities));
    }

    private static Stream<Uid> holders(Endpoint endpoint, Entities entities) {
        String prefix = Deployment.prefix(endpoint.meta().uid());
        return Stream.iterate(
                        entities.list(Deployment.KIND, prefix, prefix, PAGE),
                        page -> !page.isEmpty(),
                        page -> entities.list(
                                Deployment.KIND, prefix, page.getLast().key().name(), PAGE))
                .flatMap(List::stream)
                .filter(deployment -> deployment.held().isPresent())
                .map(Deployment::site);
    }

    /**
     * The places that follow from what happened to sites: these may have got a reason for some, and where others lost theirs there is room
     * again.
     */
    static List<NetworkEvent> admissions(Set<Uid> sites, Entities before, Entities after) {
        return after.list(Endpoint.KIND).stream()
                .flatMap(endpoint -> endpoint instanceof Endpoint.Ingress ingress ? Stream.of(ingress) : Stream.empty())
                .flatMap(ingress -> admission(ingress, sites, before, after).stream())
                .<NetworkEvent>map(admitted -> admitted)
                .toList();
    }

    /** The places at that ingress: for these sites, or for all who wait if there was no room before and is now. */
    static Optional<EndpointEvent.PeersAdmitted> admission(
            Endpoint.Ingress ingress, Set<Uid> sites, Entities before, Entities after) {
        boolean wasFull = before.find(ingress.key())
                .filter(was -> was instanceof Endpoint.Ingress earlier && earlier.isFull())
                .isPresent();
        return admission(
                ingress,
                wasFull ? candidates(ingress, after) : Stream.of(sites.stream().sorted()),
                after);
    }

    private static List<Slot> places(Endpoint.Ingress ingress, List<MemberSite> sites) {
        Set<Integer> taken = new HashSet<>();
        Set<Name> names = new HashSet<>();
        ingress.slots().forEach(slot -> {
            taken.add(slot.number());
            names.add(slot.name());
        });
        List<Slot> places = new ArrayList<>();
        for (MemberSite site : sites) {
            int number = IntStream.iterate(0, n -> n + 1)
                    .filter(n -> !taken.contains(n))
                    .findFirst()
                    .orElseThrow();
            taken.add(number);
            Name name = free(site.ref().name(), names);
            names.add(name);
            places.add(new Slot(site.meta().uid(), name, number));
        }
        return places;
    }

    /** A site may have the name that another had when it got its place. */
    private static Name free(Name wanted, Set<Name> names) {
        return Stream.concat(Stream.of(wanted), IntStream.iterate(2, n -> n + 1).mapToObj(n -> numbered(wanted, n)))
                .filter(name -> !names.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static Name numbered(Name name, int number) {
        String end = "-" + number;
        int length = Math.min(name.value().length(), MAX_NAME - end.length());
        return Name.of(name.value().substring(0, length) + end);
    }

    /** Without that site's place. */
    static Endpoint.Ingress without(Uid site, Endpoint.Ingress ingress) {
        return ingress.with(ingress.slots().stream()
                .filter(slot -> !slot.site().equals(site))
                .toList());
    }

    /** With those places, by number. */
    static Endpoint.Ingress with(List<Slot> more, Endpoint.Ingress ingress) {
        return ingress.with(Stream.concat(ingress.slots().stream(), more.stream())
                .sorted(Comparator.comparingInt(Slot::number))
                .toList());
    }
}
