package studio.domain.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.kernel.Name;
import studio.domain.library.ImageSnapshot;
import studio.domain.network.EndpointCommand.ChangeEndpoint;
import studio.domain.network.EndpointCommand.ComposeEgress;
import studio.domain.network.EndpointCommand.ComposeIngress;
import studio.domain.network.EndpointCommand.ComposeProcess;
import studio.domain.network.ServiceLink.Distribution;
import studio.domain.network.ServiceLink.Member;
import studio.domain.network.ServiceLink.Role;
import studio.domain.network.ServiceLink.Scope;
import studio.domain.network.ServiceLinkCommand.LinkService;

/** Commands that compose an application. */
public final class Compositions {

    private Compositions() {}

    /** At sites of these classes. */
    public static Allocation.Wanted at(Ref... classes) {
        return new Allocation.Wanted(Set.of(), names(classes));
    }

    /** At these sites. */
    public static Allocation.Wanted atSites(Ref... sites) {
        return new Allocation.Wanted(names(sites), Set.of());
    }

    private static Set<Name> names(Ref... refs) {
        return Stream.of(refs).map(Ref::name).collect(Collectors.toSet());
    }

    /** One instance of an image. */
    public static ComposeProcess process(String name, Allocation.Wanted where, ImageSnapshot image) {
        return new ComposeProcess(Name.of(name), where, image, 1, List.of());
    }

    /** A way in with one listener at that port. */
    public static ComposeIngress ingress(String name, Allocation.Wanted where, String service, int port) {
        return new ComposeIngress(Name.of(name), where, single(service, port));
    }

    /** A way in with one listener at that port. */
    public static Endpoint.IngressSpec single(String service, int port) {
        return new Endpoint.IngressSpec(service, port, 1, Endpoint.Exposure.CLUSTER, Endpoint.Fan.SINGLE);
    }

    /** A way in with a listener for each of as many offering sites, from that port on. */
    public static ComposeIngress fanned(String name, Allocation.Wanted where, String service, int port, int slots) {
        return new ComposeIngress(Name.of(name), where, fanned(service, port, slots));
    }

    /** A way in with a listener for each of as many offering sites, from that port on. */
    public static Endpoint.IngressSpec fanned(String service, int port, int slots) {
        return new Endpoint.IngressSpec(
                service, port, slots, Endpoint.Exposure.CLUSTER, Endpoint.Fan.PER_OFFERING_SITE);
    }

    /** A way out to wherever the participant says. */
    public static ComposeEgress egress(String name, Allocation.Wanted where, String service) {
        return new ComposeEgress(
                Name.of(name), where, new Endpoint.EgressSpec(service, Optional.empty(), Optional.empty()));
    }

    /** That other number of instances. */
    public static ChangeEndpoint replicas(String name, int replicas) {
        return change(name, Optional.empty(), Optional.of(replicas), Optional.empty());
    }

    /** That other place. */
    public static ChangeEndpoint move(String name, Allocation.Wanted where) {
        return change(name, Optional.of(where), Optional.empty(), Optional.empty());
    }

    /** That other ingress. */
    public static ChangeEndpoint change(String name, Endpoint.IngressSpec ingress) {
        return change(name, Optional.empty(), Optional.empty(), Optional.of(ingress));
    }

    private static ChangeEndpoint change(
            String name,
            Optional<Allocation.Wanted> where,
            Optional<Integer> replicas,
            Optional<Endpoint.IngressSpec> ingress) {
        return new ChangeEndpoint(
                Name.of(name),
                where,
                Optional.empty(),
                replicas,
                Optional.empty(),
                ingress,
                Optional.empty(),
                Optional.empty());
    }

    /** A service that reaches the whole network. */
    public static LinkService link(String name, String service, Member... members) {
        return link(name, service, Scope.NETWORK, members);
    }

    /** A service with that scope. */
    public static LinkService link(String name, String service, Scope scope, Member... members) {
        return new LinkService(Name.of(name), service, Set.of(members), scope, Distribution.BALANCED);
    }

    /** It serves. */
    public static Member offers(String endpoint) {
        return new Member(Name.of(endpoint), Role.OFFERS);
    }

    /** It connects. */
    public static Member requires(String endpoint) {
        return new Member(Name.of(endpoint), Role.REQUIRES);
    }
}
