package studio.domain.network;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.IN_USE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Rejection;
import studio.domain.network.EndpointCommand.ChangeEndpoint;
import studio.domain.network.EndpointCommand.ComposeEgress;
import studio.domain.network.EndpointCommand.ComposeIngress;
import studio.domain.network.EndpointCommand.ComposeProcess;
import studio.domain.network.EndpointCommand.RemoveEndpoint;
import studio.domain.network.EndpointEvent.EgressComposed;
import studio.domain.network.EndpointEvent.EndpointChanged;
import studio.domain.network.EndpointEvent.EndpointRemoved;
import studio.domain.network.EndpointEvent.IngressComposed;
import studio.domain.network.EndpointEvent.ProcessComposed;

/** The rules for endpoints. */
final class EndpointRules {

    /** Endpoints that a network can have. */
    static final int MAX_ENDPOINTS = 500;

    private EndpointRules() {}

    static Decision<NetworkEvent> decide(EndpointCommand command, Entities entities, Facts facts) {
        return switch (command) {
            case ComposeProcess c ->
                compose(
                        c,
                        c.allocation(),
                        EndpointFlaws.of(c.replicas(), c.env()),
                        entities,
                        facts,
                        where -> new ProcessComposed(
                                c.endpoint(), facts.ids().next(), where, c.image(), c.replicas(), c.env()));
            case ComposeIngress c ->
                compose(
                        c,
                        c.allocation(),
                        EndpointFlaws.of(c.ingress()),
                        entities,
                        facts,
                        where -> new IngressComposed(c.endpoint(), facts.ids().next(), where, c.ingress()));
            case ComposeEgress c ->
                compose(
                        c,
                        c.allocation(),
                        EndpointFlaws.of(c.egress()),
                        entities,
                        facts,
                        where -> new EgressComposed(c.endpoint(), facts.ids().next(), where, c.egress()));
            case ChangeEndpoint c -> existing(c, c.sort(), entities, endpoint -> change(c, endpoint, entities, facts));
            case RemoveEndpoint c -> existing(c, c.sort(), entities, endpoint -> remove(endpoint, entities, facts));
        };
    }

    /** The interface has each sort in a place of its own, where another sort's endpoint is none. */
    private static Decision<NetworkEvent> existing(
            EndpointCommand command,
            Optional<Endpoint.Sort> sort,
            Entities entities,
            Function<Endpoint, Decision<NetworkEvent>> decide) {
        return entities.find(Endpoint.KIND, command.endpoint())
                .filter(endpoint -> sort.isEmpty() || sort.get() == endpoint.sort())
                .map(decide)
                .orElseGet(() -> reject(Rejection.notFound(Endpoint.KIND.key(command.endpoint()))));
    }

    private static Decision<NetworkEvent> compose(
            EndpointCommand command,
            Allocation.Wanted wanted,
            Optional<Rejection> flaw,
            Entities entities,
            Facts facts,
            Function<Allocation, NetworkEvent> composed) {
        if (entities.find(Endpoint.KIND, command.endpoint()).isPresent()) {
            return reject(Rejection.alreadyExists(Endpoint.KIND.key(command.endpoint())));
        }
        if (entities.list(Endpoint.KIND).size() >= MAX_ENDPOINTS) {
            return reject(LIMIT_REACHED, "a network has at most " + MAX_ENDPOINTS + " endpoints");
        }
        return unless(
                flaw.or(() -> wanted.flaw(entities)),
                () -> ApplicationRules.accepted(
                        composed.apply(wanted.in(entities)),
                        Set.of(command.endpoint()),
                        ingress -> false,
                        entities,
                        facts));
    }

    private static Decision<NetworkEvent> change(
            ChangeEndpoint command, Endpoint endpoint, Entities entities, Facts facts) {
        Optional<Rejection> flaw = foreign(command, endpoint)
                .or(() -> EndpointFlaws.of(command))
                .or(() -> command.allocation().flatMap(wanted -> wanted.flaw(entities)))
                .or(() -> unlinkable(command, endpoint))
                .or(() -> displacing(command, endpoint));
        return unless(flaw, () -> {
            EndpointChanged event = new EndpointChanged(
                    command.endpoint(),
                    command.allocation().map(wanted -> wanted.in(entities)),
                    command.image(),
                    command.replicas(),
                    command.env(),
                    command.ingress(),
                    command.egress());
            return isNews(event, endpoint, entities, facts)
                    ? ApplicationRules.accepted(
                            event, Set.of(command.endpoint()), admitting(event, endpoint, entities), entities, facts)
                    : accept();
        });
    }

    /** The places that its sites had are free for others. */
    private static Decision<NetworkEvent> remove(Endpoint endpoint, Entities entities, Facts facts) {
        EndpointRemoved event = new EndpointRemoved(endpoint.ref().name());
        return accept(ApplicationRules.withAdmissions(
                event, servedBy(endpoint, entities), ApplicationRules.after(event, entities, facts)));
    }

    private static Predicate<Endpoint.Ingress> servedBy(Endpoint endpoint, Entities entities) {
        List<Endpoint.Ingress> served = Peers.ingressesOf(endpoint, entities);
        return ingress -> served.stream().anyMatch(other -> other.key().equals(ingress.key()));
    }

    private static boolean isNews(EndpointChanged event, Endpoint before, Entities entities, Facts facts) {
        Endpoint now = ApplicationRules.after(event, entities, facts).get(Endpoint.KIND, event.endpoint());
        return !now.digest().equals(before.digest()) || !now.allocation().equals(before.allocation());
    }

    /** Where the endpoint serves, what it is allocated to matters; an ingress's own ports matter. */
    private static Predicate<Endpoint.Ingress> admitting(EndpointChanged event, Endpoint endpoint, Entities entities) {
        Predicate<Endpoint.Ingress> served =
                event.allocation().isPresent() ? servedBy(endpoint, entities) : ingress -> false;
        return ingress -> served.test(ingress)
                || (event.ingress().isPresent() && ingress.key().equals(endpoint.key()));
    }

    /** What is of another sort of endpoint can't be changed. */
    private static Optional<Rejection> foreign(ChangeEndpoint command, Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Process process ->
                foreign("ingress", command.ingress(), "a process")
                        .or(() -> foreign("egress", command.egress(), "a process"));
            case Endpoint.Ingress ingress ->
                ofProcess(command, "an ingress").or(() -> foreign("egress", command.egress(), "an ingress"));
            case Endpoint.Egress egress ->
                ofProcess(command, "an egress").or(() -> foreign("ingress", command.ingress(), "an egress"));
        };
    }

    private static Optional<Rejection> ofProcess(ChangeEndpoint command, String sort) {
        return foreign("image", command.image(), sort)
                .or(() -> foreign("replicas", command.replicas(), sort))
                .or(() -> foreign("env", command.env(), sort));
    }

    private static Optional<Rejection> foreign(String field, Optional<?> value, String sort) {
        return value.map(present -> Rejection.ofField(INVALID_VALUE, field, "is nothing that " + sort + " has"));
    }

    /** What the endpoint does in a link it must still be able to do. */
    private static Optional<Rejection> unlinkable(ChangeEndpoint command, Endpoint endpoint) {
        return endpoint.group().bindings().stream()
                .sorted()
                .filter(binding -> !can(command, binding))
                .findFirst()
                .map(binding -> Rejection.of(
                        IN_USE,
                        "link '" + binding.link().name() + "' needs it to "
                                + (binding.offers() ? "offer" : "require") + " service '" + binding.service()
                                + "'; take it out of the link first"));
    }

    private static boolean can(ChangeEndpoint command, Binding binding) {
        return command.image()
                        .filter(image -> !ServiceLinkRules.does(image.content(), binding.service(), binding.role()))
                        .isEmpty()
                && command.ingress()
                        .filter(ingress -> !ingress.service().equals(binding.service()))
                        .isEmpty()
                && command.egress()
                        .filter(egress -> !egress.service().equals(binding.service()))
                        .isEmpty();
    }

    /** Whoever uses a listener must find it where it was. */
    private static Optional<Rejection> displacing(ChangeEndpoint command, Endpoint endpoint) {
        return command.ingress()
                .flatMap(wanted ->
                        endpoint instanceof Endpoint.Ingress ingress && wanted.fan() == Endpoint.Fan.PER_OFFERING_SITE
                                ? ingress.slots().stream()
                                        .filter(slot -> slot.number() >= wanted.slots())
                                        .findFirst()
                                        .map(slot -> Rejection.ofField(
                                                IN_USE,
                                                "ingress.slots",
                                                "site '" + slot.name() + "' has place " + (slot.number() + 1)))
                                : Optional.empty());
    }

    /** The names of endpoints that are allocated to that class. */
    static List<String> allocatedTo(Ref siteClass, Entities entities) {
        return entities.list(Endpoint.KIND).stream()
                .filter(endpoint -> endpoint.allocation().siteClasses().contains(siteClass))
                .map(endpoint -> endpoint.meta().name())
                .toList();
    }
}
