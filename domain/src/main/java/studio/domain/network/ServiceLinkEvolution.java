package studio.domain.network;

import static studio.domain.kernel.Change.remove;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.network.ServiceLinkEvent.ServiceLinkChanged;
import studio.domain.network.ServiceLinkEvent.ServiceLinked;
import studio.domain.network.ServiceLinkEvent.ServiceUnlinked;

/** What each event changes in service links and in the endpoints that they connect. */
final class ServiceLinkEvolution {

    private ServiceLinkEvolution() {}

    static List<Change> evolve(ServiceLinkEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        return switch (event) {
            case ServiceLinked e -> linked(e, recorded, entities);
            case ServiceLinkChanged e -> changed(e, recorded, entities);
            case ServiceUnlinked e -> unlinked(e, recorded, entities);
        };
    }

    private static List<Change> linked(ServiceLinked event, Recorded<NetworkEvent> recorded, Entities entities) {
        entities.checkAbsent(ServiceLink.KIND.key(event.link()));
        ServiceLink link = new ServiceLink(
                ObjectMeta.created(event.link(), event.uid(), recorded),
                event.service(),
                event.members(),
                event.scope(),
                event.distribution());
        Overlay after = new Overlay(entities);
        after.put(link);
        bind(names(link), link.ref(), Optional.of(link), recorded, after);
        return List.copyOf(after.changes());
    }

    private static List<Change> changed(ServiceLinkChanged event, Recorded<NetworkEvent> recorded, Entities entities) {
        ServiceLink before = entities.get(ServiceLink.KIND, event.link());
        ServiceLink link = new ServiceLink(
                before.meta().changed(recorded),
                before.service(),
                event.members(),
                event.scope(),
                event.distribution());
        Overlay after = new Overlay(entities);
        after.put(link);
        Set<Name> concerned =
                Stream.of(before, link).flatMap(each -> names(each).stream()).collect(Collectors.toSet());
        bind(concerned, link.ref(), Optional.of(link), recorded, after);
        return List.copyOf(after.changes());
    }

    private static List<Change> unlinked(ServiceUnlinked event, Recorded<NetworkEvent> recorded, Entities entities) {
        ServiceLink link = entities.get(ServiceLink.KIND, event.link());
        Overlay after = new Overlay(entities);
        after.apply(List.of(remove(link.key())));
        bind(names(link), link.ref(), Optional.empty(), recorded, after);
        return List.copyOf(after.changes());
    }

    private static Set<Name> names(ServiceLink link) {
        return link.members().stream().map(ServiceLink.Member::endpoint).collect(Collectors.toSet());
    }

    /** Gives endpoints their parts in the link as it is now, and takes places away whose reason ends with what was. */
    private static void bind(
            Set<Name> endpoints, Ref ref, Optional<ServiceLink> link, Recorded<NetworkEvent> recorded, Overlay after) {
        for (Name name : endpoints) {
            Endpoint endpoint = after.get(Endpoint.KIND, name);
            Stream<Binding> others = endpoint.group().bindings().stream()
                    .filter(binding -> !binding.link().uid().equals(ref.uid()));
            Stream<Binding> own = link.stream().flatMap(present -> bindings(name, present));
            Set<Binding> bindings = Stream.concat(others, own).collect(Collectors.toSet());
            after.put(endpoint.bound(bindings, recorded));
        }
        Peers.trim(
                endpoints.stream()
                        .sorted()
                        .map(name -> after.get(Endpoint.KIND, name))
                        .filter(Endpoint.Ingress.class::isInstance)
                        .map(Endpoint.Ingress.class::cast),
                after);
    }

    private static Stream<Binding> bindings(Name endpoint, ServiceLink link) {
        return link.members().stream()
                .filter(member -> member.endpoint().equals(endpoint))
                .map(member ->
                        new Binding(link.ref(), link.service(), member.role(), link.scope(), link.distribution()));
    }
}
