package studio.domain.network;

import static studio.domain.kernel.Change.remove;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Uid;
import studio.domain.network.DecisionEvent.ChangesAccepted;
import studio.domain.network.DecisionEvent.ChangesDeclined;
import studio.domain.network.DecisionEvent.DeploymentsReported;

/** What decisions and reports change in deployments, and in the endpoints that count who holds what. */
final class DecisionEvolution {

    private DecisionEvolution() {}

    static List<Change> evolve(DecisionEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        Overlay after = new Overlay(entities);
        switch (event) {
            case ChangesAccepted e -> {
                e.choices().forEach(choice -> accept(choice, e, recorded, after));
                numbered(e.site(), e.seq(), after);
            }
            case ChangesDeclined e -> {
                e.choices().forEach(choice -> decline(choice, e, recorded, after));
                numbered(e.site(), e.seq(), after);
            }
            case DeploymentsReported e -> e.reports().forEach(report -> report(report, e.site(), recorded, after));
        }
        return List.copyOf(after.changes());
    }

    private static void accept(
            Deployment.Choice choice, ChangesAccepted event, Recorded<NetworkEvent> recorded, Overlay after) {
        Deployment.Given given = new Deployment.Given(event.seq(), event.decidedBy(), event.signature());
        Deployment.Accepted verdict = new Deployment.Accepted(choice.digest(), choice.inputs(), given);
        decided(choice.endpoint(), event.site(), verdict, recorded, after);
    }

    private static void decline(
            Deployment.Choice choice, ChangesDeclined event, Recorded<NetworkEvent> recorded, Overlay after) {
        Deployment.Given given = new Deployment.Given(event.seq(), event.decidedBy(), event.signature());
        Deployment.Declined verdict = new Deployment.Declined(choice.digest(), event.reason(), event.remove(), given);
        decided(choice.endpoint(), event.site(), verdict, recorded, after);
    }

    private static void decided(
            Uid uid, Ref site, Deployment.Verdict verdict, Recorded<NetworkEvent> recorded, Overlay after) {
        Endpoint endpoint = endpoint(uid, after);
        Deployment before = deployment(endpoint, site, recorded, after);
        put(before.decided(verdict, recorded), before, endpoint, after);
    }

    private static void report(Deployment.Report report, Ref site, Recorded<NetworkEvent> recorded, Overlay after) {
        Endpoint endpoint = endpoint(report.endpoint(), after);
        MemberSite member = after.get(MemberSite.KIND, site.name());
        Deployment before = deployment(endpoint, site, recorded, after);
        boolean wanted = endpoint.allocation().includes(member, after);
        put(before.reported(report, endpoint, wanted, recorded.at()), before, endpoint, after);
    }

    private static void put(Deployment now, Deployment before, Endpoint endpoint, Overlay after) {
        after.apply(List.of(now.saysNothing() ? remove(now.key()) : Change.put(now)));
        moved(endpoint, before.held(), now.held(), now.site(), after);
    }

    private static void moved(Endpoint endpoint, Optional<String> from, Optional<String> to, Uid site, Overlay after) {
        if (from.equals(to)) {
            return;
        }
        // Versions that nobody holds any more are forgotten, and with them the ingresses to which they lead.
        List<Endpoint.Ingress> ingresses = Peers.ingressesOf(endpoint, after);
        after.put(endpoint.moved(from, to));
        Peers.trim(ingresses.stream(), site, after);
    }

    private static Endpoint endpoint(Uid uid, Entities entities) {
        return Optional.ofNullable(endpoints(entities).get(uid))
                .orElseThrow(() -> new IllegalStateException("there is no endpoint of uid " + uid));
    }

    /** All endpoints by uid. */
    static Map<Uid, Endpoint> endpoints(Entities entities) {
        return entities.list(Endpoint.KIND).stream()
                .collect(Collectors.toMap(endpoint -> endpoint.meta().uid(), Function.identity()));
    }

    private static Deployment deployment(
            Endpoint endpoint, Ref site, Recorded<NetworkEvent> recorded, Entities entities) {
        return Deployment.find(endpoint, site.uid(), entities)
                .orElseGet(() -> Deployment.none(endpoint, site.uid(), recorded));
    }

    private static void numbered(Ref ref, long seq, Overlay after) {
        MemberSite site = after.get(MemberSite.KIND, ref.name());
        after.put(site.with(site.meta(), site.spec().decided(seq)));
    }

    /** What goes with a site that is no member any more: its decisions, what it held, and its places at ingresses. */
    static List<Change> released(Ref site, Entities entities) {
        Overlay after = new Overlay(entities);
        for (Endpoint endpoint : entities.list(Endpoint.KIND)) {
            Deployment.find(endpoint, site.uid(), entities).ifPresent(deployment -> {
                after.apply(List.of(remove(deployment.key())));
                after.put(endpoint.moved(deployment.held(), Optional.empty()));
            });
        }
        for (Endpoint endpoint : after.list(Endpoint.KIND)) {
            if (endpoint instanceof Endpoint.Ingress ingress
                    && ingress.slot(site.uid()).isPresent()) {
                after.put(Peers.without(site.uid(), ingress));
            }
        }
        return List.copyOf(after.changes());
    }
}
