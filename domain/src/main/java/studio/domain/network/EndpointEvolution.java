package studio.domain.network;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Uid;
import studio.domain.network.EndpointEvent.EgressComposed;
import studio.domain.network.EndpointEvent.EndpointChanged;
import studio.domain.network.EndpointEvent.EndpointRemoved;
import studio.domain.network.EndpointEvent.IngressComposed;
import studio.domain.network.EndpointEvent.PeersAdmitted;
import studio.domain.network.EndpointEvent.ProcessComposed;

/** What each event changes in endpoints, and what changes in them with sites and classes. */
final class EndpointEvolution {

    private EndpointEvolution() {}

    static List<Change> evolve(EndpointEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        return switch (event) {
            case ProcessComposed e -> List.of(put(composed(e, recorded, entities)));
            case IngressComposed e -> List.of(put(composed(e, recorded, entities)));
            case EgressComposed e -> List.of(put(composed(e, recorded, entities)));
            case EndpointChanged e -> changed(e, recorded, entities);
            case EndpointRemoved e -> removed(entities.get(Endpoint.KIND, e.endpoint()), recorded, entities);
            case PeersAdmitted e -> List.of(put(admitted(e, recorded, entities)));
        };
    }

    private static Endpoint composed(ProcessComposed event, Recorded<NetworkEvent> recorded, Entities entities) {
        Group.OfProcess group =
                new Group.OfProcess(event.endpoint(), event.image(), event.replicas(), event.env(), Set.of());
        return new Endpoint.Process(
                created(event, event.uid(), recorded, entities),
                event.allocation(),
                Versions.first(group, recorded.revision()));
    }

    private static Endpoint composed(IngressComposed event, Recorded<NetworkEvent> recorded, Entities entities) {
        Group.OfIngress group = new Group.OfIngress(event.endpoint(), event.ingress(), Set.of());
        return new Endpoint.Ingress(
                created(event, event.uid(), recorded, entities),
                event.allocation(),
                Versions.first(group, recorded.revision()),
                List.of());
    }

    private static Endpoint composed(EgressComposed event, Recorded<NetworkEvent> recorded, Entities entities) {
        Group.OfEgress group = new Group.OfEgress(event.endpoint(), event.egress(), Set.of());
        return new Endpoint.Egress(
                created(event, event.uid(), recorded, entities),
                event.allocation(),
                Versions.first(group, recorded.revision()));
    }

    private static ObjectMeta created(
            EndpointEvent event, Uid uid, Recorded<NetworkEvent> recorded, Entities entities) {
        entities.checkAbsent(Endpoint.KIND.key(event.endpoint()));
        return ObjectMeta.created(event.endpoint(), uid, recorded);
    }

    /** Sites to which the endpoint is not allocated any more serve nothing, so their places end too. */
    private static List<Change> changed(EndpointChanged event, Recorded<NetworkEvent> recorded, Entities entities) {
        Endpoint before = entities.get(Endpoint.KIND, event.endpoint());
        Endpoint now = event.allocation().map(before::with).orElse(before);
        Overlay after = new Overlay(entities);
        after.put(
                switch (now) {
                    case Endpoint.Process process ->
                        process.now(changed(event, process.versions().current().group()), recorded);
                    case Endpoint.Ingress ingress ->
                        ingress.now(changed(event, ingress.versions().current().group()), recorded);
                    case Endpoint.Egress egress ->
                        egress.now(changed(event, egress.versions().current().group()), recorded);
                });
        if (event.allocation().isPresent()) {
            Peers.trim(Peers.ingressesOf(now, after).stream(), after);
        }
        if (event.ingress().isPresent()) {
            Peers.trim(ingresses(after, ingress -> ingress.key().equals(now.key())), after);
        }
        return List.copyOf(after.changes());
    }

    private static Group.OfProcess changed(EndpointChanged event, Group.OfProcess group) {
        return new Group.OfProcess(
                group.name(),
                event.image().orElse(group.image()),
                event.replicas().orElse(group.replicas()),
                event.env().orElse(group.env()),
                group.bindings());
    }

    private static Group.OfIngress changed(EndpointChanged event, Group.OfIngress group) {
        return new Group.OfIngress(group.name(), event.ingress().orElse(group.spec()), group.bindings());
    }

    private static Group.OfEgress changed(EndpointChanged event, Group.OfEgress group) {
        return new Group.OfEgress(group.name(), event.egress().orElse(group.spec()), group.bindings());
    }

    /** No other endpoint's group changes: a link's address does not depend on who else is part of it. */
    private static List<Change> removed(Endpoint endpoint, Recorded<NetworkEvent> recorded, Entities entities) {
        Overlay after = new Overlay(entities);
        List<Endpoint.Ingress> ingresses = Peers.ingressesOf(endpoint, entities);
        after.apply(List.of(remove(endpoint.key())));
        entities.list(Deployment.KIND, Deployment.prefix(endpoint.meta().uid()))
                .forEach(deployment -> after.apply(List.of(remove(deployment.key()))));
        endpoint.group().bindings().stream()
                .map(binding -> entities.get(ServiceLink.KIND, binding.link().name()))
                .forEach(link -> after.put(link.without(endpoint.ref().name(), recorded)));
        Peers.trim(ingresses.stream().filter(ingress -> !ingress.key().equals(endpoint.key())), after);
        return List.copyOf(after.changes());
    }

    private static Endpoint admitted(PeersAdmitted event, Recorded<NetworkEvent> recorded, Entities entities) {
        return switch (entities.get(Endpoint.KIND, event.endpoint())) {
            case Endpoint.Ingress ingress -> Peers.with(event.slots(), ingress);
            case Endpoint.Process process -> throw recorded.impossibleFor(process);
            case Endpoint.Egress egress -> throw recorded.impossibleFor(egress);
        };
    }

    /** What changes where a site is named that has another name now. */
    static List<Change> renamed(Ref before, Name newName, Entities entities) {
        return entities.list(Endpoint.KIND).stream()
                .filter(endpoint -> endpoint.allocation().sites().stream()
                        .anyMatch(ref -> ref.uid().equals(before.uid())))
                .map(endpoint -> put(endpoint.with(endpoint.allocation().renamed(before, newName))))
                .toList();
    }

    /** The places that end because a site is not what it was, or a class is gone; {@code after} shows how things are now. */
    static List<Change> reconsidered(Entities after) {
        Overlay trimmed = new Overlay(after);
        Peers.trim(ingresses(after, ingress -> !ingress.slots().isEmpty()), trimmed);
        return List.copyOf(trimmed.changes());
    }

    /** The places that end because that site is not what it was; {@code after} shows what it is now. */
    static List<Change> reconsidered(Ref site, Entities after) {
        Overlay trimmed = new Overlay(after);
        Peers.trim(ingresses(after, ingress -> ingress.slot(site.uid()).isPresent()), site.uid(), trimmed);
        return List.copyOf(trimmed.changes());
    }

    private static Stream<Endpoint.Ingress> ingresses(Entities entities, Predicate<Endpoint.Ingress> condition) {
        return entities.list(Endpoint.KIND).stream()
                .filter(Endpoint.Ingress.class::isInstance)
                .map(Endpoint.Ingress.class::cast)
                .filter(condition);
    }
}
