package studio.domain.network;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Name;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Rejection;

/** What must hold of the application as a whole when a part of it changes, and which places at ingresses follow. */
final class ApplicationRules {

    private static final int MAX_NAMED = 5;

    private ApplicationRules() {}

    /** The application as it is after that event. */
    static Overlay after(NetworkEvent event, Entities before, Facts facts) {
        Overlay after = new Overlay(before);
        // The revision is the shell's to give; nothing here looks at it.
        after.apply(NetworkEvolution.evolve(new Recorded<>(0, facts.now(), event), after));
        return after;
    }

    /**
     * Accepts an event that changes some endpoints, unless the application would contradict itself.
     *
     * @param changed what changes
     * @param reason  the ingresses at which sites may have got a reason for a place
     */
    static Decision<NetworkEvent> accepted(
            NetworkEvent event, Set<Name> changed, Predicate<Endpoint.Ingress> reason, Entities before, Facts facts) {
        Overlay after = after(event, before, facts);
        Optional<Rejection> flaw = tooManyVersions(changed, after).or(() -> HostAliases.clashWith(changed, after));
        return unless(flaw, () -> accept(withAdmissions(event, reason, after)));
    }

    /** An event, and the places that sites get at those ingresses because of it. */
    static List<NetworkEvent> withAdmissions(NetworkEvent event, Predicate<Endpoint.Ingress> reason, Entities after) {
        List<NetworkEvent> events = new ArrayList<>();
        events.add(event);
        after.list(Endpoint.KIND).stream()
                .flatMap(endpoint -> endpoint instanceof Endpoint.Ingress ingress && reason.test(ingress)
                        ? Stream.of(ingress)
                        : Stream.empty())
                .flatMap(ingress -> Peers.admission(ingress, Peers.candidates(ingress, after), after).stream())
                .forEach(events::add);
        return events;
    }

    /** What sites hold must be planned for them until they hold something newer, and that is kept for only so many. */
    private static Optional<Rejection> tooManyVersions(Set<Name> changed, Entities after) {
        return changed.stream()
                .sorted()
                .flatMap(name -> after.find(Endpoint.KIND, name).stream())
                .filter(endpoint -> endpoint.versions().older().size() > Versions.MAX_OLDER)
                .findFirst()
                .map(endpoint -> Rejection.of(
                        LIMIT_REACHED,
                        "sites hold " + Versions.MAX_OLDER + " older versions of endpoint '"
                                + endpoint.ref().name() + "' already; the oldest is held by "
                                + holders(endpoint, after)
                                + ", which must accept a newer one or decline theirs first"));
    }

    private static String holders(Endpoint endpoint, Entities entities) {
        Versions.Version<? extends Group> oldest = endpoint.versions().older().getLast();
        List<String> names = entities
                .list(Deployment.KIND, Deployment.prefix(endpoint.meta().uid()))
                .stream()
                .filter(deployment ->
                        deployment.held().filter(oldest.digest()::equals).isPresent())
                .limit(MAX_NAMED)
                .flatMap(deployment -> SiteIndex.find(deployment.site(), entities).stream())
                .map(site -> "'" + site.ref().name() + "'")
                .sorted()
                .toList();
        long more = oldest.holders() - names.size();
        return "site " + String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }
}
