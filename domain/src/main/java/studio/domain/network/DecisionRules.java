package studio.domain.network;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.SUPERSEDED;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Uid;
import studio.domain.network.DecisionCommand.AcceptChanges;
import studio.domain.network.DecisionCommand.DeclineChanges;
import studio.domain.network.DecisionEvent.ChangesAccepted;
import studio.domain.network.DecisionEvent.ChangesDeclined;
import studio.domain.network.DecisionEvent.DeploymentsReported;

/** The rules for what participants decide and agents report. */
final class DecisionRules {

    /** Changes that one decision can be about, and endpoints that one report can be about: as many as there can be. */
    static final int MAX_CHOICES = EndpointRules.MAX_ENDPOINTS;

    /** The longest signature, in characters: RSA with 4096 bits in Base64, and some more. */
    static final int MAX_SIGNATURE = 1_000;

    private DecisionRules() {}

    static Decision<NetworkEvent> decide(DecisionCommand command, Entities entities, Facts facts) {
        Optional<MemberSite> site = SiteIndex.find(command.site(), entities);
        if (site.isEmpty()) {
            return reject(Rejection.notFound(
                    new EntityKey(MemberSite.KIND.label(), command.site().toString())));
        }
        if (command.seq() <= site.get().spec().lastDecision()) {
            return accept();
        }
        if (!site.get().isMember()) {
            return reject(WRONG_STATE, "site '" + site.get().meta().name() + "' is in the network no more");
        }
        Map<Uid, Endpoint> endpoints = DecisionEvolution.endpoints(entities);
        return unless(
                flaw(command, site.get(), endpoints, entities),
                () -> followed(
                        event(command, site.get().ref()),
                        site.get().ref(),
                        chosen(command, endpoints),
                        entities,
                        facts));
    }

    private static DecisionEvent event(DecisionCommand command, Ref site) {
        return switch (command) {
            case AcceptChanges c -> new ChangesAccepted(site, c.seq(), c.choices(), c.decidedBy(), c.signature());
            case DeclineChanges c ->
                new ChangesDeclined(site, c.seq(), c.choices(), c.reason(), c.remove(), c.decidedBy(), c.signature());
        };
    }

    private static List<Endpoint> chosen(DecisionCommand command, Map<Uid, Endpoint> endpoints) {
        return command.choices().stream()
                .map(choice -> endpoints.get(choice.endpoint()))
                .toList();
    }

    private static Optional<Rejection> flaw(
            DecisionCommand command, MemberSite site, Map<Uid, Endpoint> endpoints, Entities entities) {
        return flawedText(command)
                .or(() -> flawedNumber(command.choices()))
                .or(() -> IntStream.range(0, command.choices().size())
                        .mapToObj(i -> flaw(command, i, site, endpoints, entities))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<Rejection> flawedText(DecisionCommand command) {
        Optional<Rejection> signature = command.signature().isBlank()
                        || command.signature().length() > MAX_SIGNATURE
                        || command.signature().chars().anyMatch(c -> c <= ' ' || c > '~')
                ? Optional.of(Rejection.ofField(
                        INVALID_VALUE, "signature", "must be 1 to " + MAX_SIGNATURE + " visible ASCII characters"))
                : Optional.empty();
        Optional<Rejection> reason = switch (command) {
            case AcceptChanges c -> Optional.empty();
            case DeclineChanges c -> Limits.text("reason", c.reason());
        };
        return signature.or(() -> Limits.text("decidedBy", command.decidedBy())).or(() -> reason);
    }

    private static Optional<Rejection> flawedNumber(List<Deployment.Choice> choices) {
        Set<Uid> endpoints = new HashSet<>();
        if (choices.isEmpty()) {
            return Optional.of(Rejection.ofField(INVALID_VALUE, "choices", "a decision is about at least one change"));
        }
        if (choices.size() > MAX_CHOICES) {
            return Optional.of(Rejection.ofField(
                    LIMIT_REACHED, "choices", "a decision is about at most " + MAX_CHOICES + " changes"));
        }
        return choices.stream().allMatch(choice -> endpoints.add(choice.endpoint()))
                ? Optional.empty()
                : Optional.of(
                        Rejection.ofField(INVALID_VALUE, "choices", "a decision is about each endpoint only once"));
    }

    private static Optional<Rejection> flaw(
            DecisionCommand command, int number, MemberSite site, Map<Uid, Endpoint> endpoints, Entities entities) {
        Deployment.Choice choice = command.choices().get(number);
        String field = "choices." + number;
        Optional<Endpoint> endpoint = Optional.ofNullable(endpoints.get(choice.endpoint()))
                .filter(present -> present.allocation().includes(site, entities));
        // What was removed, moved away or never there is the same to a site: it learns nothing of what is meant for
        // others.
        if (endpoint.isEmpty()) {
            return Optional.of(Rejection.ofField(
                    SUPERSEDED,
                    field + ".endpoint",
                    "endpoint " + choice.endpoint() + " is not meant for this site any more; look again"));
        }
        Optional<? extends Group> seen = seen(choice, endpoint.get(), site, entities);
        if (seen.isEmpty()) {
            return Optional.of(Rejection.ofField(
                    SUPERSEDED,
                    field + ".digest",
                    "endpoint '" + endpoint.get().meta().name() + "' has changed since; look at it again"));
        }
        return switch (command) {
            case AcceptChanges c ->
                EndpointFlaws.ofInputs(choice.inputs(), seen.get()).map(flaw -> within(field, flaw));
            case DeclineChanges c ->
                choice.inputs().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Rejection.ofField(
                                INVALID_VALUE, field + ".inputs", "must be empty where a change is declined"));
        };
    }

    private static Rejection within(String field, Rejection flaw) {
        return Rejection.ofField(
                flaw.reason(), flaw.field().map(inner -> field + "." + inner).orElse(field), flaw.detail());
    }

    /** One decides about what is proposed now, or about what one holds. */
    private static Optional<? extends Group> seen(
            Deployment.Choice choice, Endpoint endpoint, MemberSite site, Entities entities) {
        boolean known = choice.digest().equals(endpoint.digest())
                || Deployment.find(endpoint, site.meta().uid(), entities)
                        .flatMap(Deployment::held)
                        .filter(choice.digest()::equals)
                        .isPresent();
        return known ? endpoint.versions().find(choice.digest()).map(Versions.Version::group) : Optional.empty();
    }

    /** What follows from what a site reports of its endpoints; the report itself is new and the site is there. */
    static Decision<NetworkEvent> reported(
            MemberSite site, List<Deployment.Report> reports, Entities entities, Facts facts) {
        if (reports.size() > MAX_CHOICES) {
            return reject(Rejection.ofField(
                    LIMIT_REACHED, "reports", "a report is about at most " + MAX_CHOICES + " endpoints"));
        }
        Optional<Rejection> flaw = reports.stream()
                .flatMap(report -> Limits.text("reports.failure", report.failure()).stream())
                .findFirst();
        return unless(flaw, () -> {
            Map<Uid, Endpoint> endpoints = DecisionEvolution.endpoints(entities);
            List<Deployment.Report> news = news(site, reports, endpoints, entities, facts.now());
            List<Endpoint> concerned = news.stream()
                    .map(report -> endpoints.get(report.endpoint()))
                    .toList();
            return news.isEmpty()
                    ? accept()
                    : followed(new DeploymentsReported(site.ref(), news), site.ref(), concerned, entities, facts);
        });
    }

    /** The last that is said of each endpoint counts; what says nothing new, or is about nothing that is there, is dropped. */
    private static List<Deployment.Report> news(
            MemberSite site,
            List<Deployment.Report> reports,
            Map<Uid, Endpoint> endpoints,
            Entities entities,
            Instant now) {
        Map<Uid, Deployment.Report> last = new LinkedHashMap<>();
        reports.forEach(report -> last.put(report.endpoint(), report));
        return last.values().stream()
                .filter(report -> Optional.ofNullable(endpoints.get(report.endpoint()))
                        .filter(endpoint -> isNews(report, endpoint, site, entities, now))
                        .isPresent())
                .toList();
    }

    private static boolean isNews(
            Deployment.Report report, Endpoint endpoint, MemberSite site, Entities entities, Instant now) {
        boolean wanted = endpoint.allocation().includes(site, entities);
        return Deployment.find(endpoint, site.meta().uid(), entities)
                .map(before -> !before.reported(report, endpoint, wanted, now).equals(before))
                .orElseGet(() -> wanted
                        && (report.digest().isPresent() || report.failure().isPresent()));
    }

    /** The site may have got a reason for a place, and where it has lost one others get theirs. */
    private static Decision<NetworkEvent> followed(
            DecisionEvent event, Ref site, List<Endpoint> endpoints, Entities before, Facts facts) {
        Entities after = ApplicationRules.after(event, before, facts);
        List<NetworkEvent> events = new ArrayList<>();
        events.add(event);
        endpoints.stream()
                .flatMap(endpoint ->
                        Stream.of(before, after).flatMap(entities -> ingresses(endpoint, entities).stream()))
                .map(Endpoint.Ingress::key)
                .distinct()
                .sorted()
                .map(key -> (Endpoint.Ingress) after.get(key))
                .flatMap(ingress -> Peers.admission(ingress, Set.of(site.uid()), before, after).stream())
                .forEach(events::add);
        return accept(events);
    }

    private static List<Endpoint.Ingress> ingresses(Endpoint endpoint, Entities entities) {
        return Peers.ingressesOf(entities.get(Endpoint.KIND, endpoint.ref().name()), entities);
    }
}
