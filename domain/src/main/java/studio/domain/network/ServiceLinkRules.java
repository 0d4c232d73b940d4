package studio.domain.network;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.library.ImageContent;
import studio.domain.network.ServiceLink.Member;
import studio.domain.network.ServiceLink.Role;
import studio.domain.network.ServiceLinkCommand.ChangeServiceLink;
import studio.domain.network.ServiceLinkCommand.LinkService;
import studio.domain.network.ServiceLinkCommand.UnlinkService;
import studio.domain.network.ServiceLinkEvent.ServiceLinkChanged;
import studio.domain.network.ServiceLinkEvent.ServiceLinked;
import studio.domain.network.ServiceLinkEvent.ServiceUnlinked;

/** The rules for service links. */
final class ServiceLinkRules {

    /** Service links that a network can have. */
    static final int MAX_LINKS = 500;

    /** Members that a service link can have. */
    static final int MAX_MEMBERS = 50;

    private ServiceLinkRules() {}

    static Decision<NetworkEvent> decide(ServiceLinkCommand command, Entities entities, Facts facts) {
        return switch (command) {
            case LinkService c -> link(c, entities, facts);
            case ChangeServiceLink c -> existing(c, entities, link -> change(c, link, entities, facts));
            case UnlinkService c -> existing(c, entities, link -> unlink(c, link, entities, facts));
        };
    }

    private static Decision<NetworkEvent> existing(
            ServiceLinkCommand command, Entities entities, Function<ServiceLink, Decision<NetworkEvent>> decide) {
        return entities.find(ServiceLink.KIND, command.link())
                .map(decide)
                .orElseGet(() -> reject(Rejection.notFound(ServiceLink.KIND.key(command.link()))));
    }

    private static Decision<NetworkEvent> link(LinkService command, Entities entities, Facts facts) {
        if (entities.find(ServiceLink.KIND, command.link()).isPresent()) {
            return reject(Rejection.alreadyExists(ServiceLink.KIND.key(command.link())));
        }
        if (entities.list(ServiceLink.KIND).size() >= MAX_LINKS) {
            return reject(LIMIT_REACHED, "a network has at most " + MAX_LINKS + " service links");
        }
        Optional<Rejection> flaw = EndpointFlaws.ofService("service", command.service())
                .or(() -> flaw(command.members(), command.service(), command.link(), entities));
        return unless(flaw, () -> {
            ServiceLinked event = new ServiceLinked(
                    command.link(),
                    facts.ids().next(),
                    command.service(),
                    command.members(),
                    command.scope(),
                    command.distribution());
            return accepted(event, command.members().stream(), entities, facts);
        });
    }

    private static Decision<NetworkEvent> change(
            ChangeServiceLink command, ServiceLink link, Entities entities, Facts facts) {
        ServiceLinkChanged event = new ServiceLinkChanged(
                command.link(),
                command.members().orElse(link.members()),
                command.scope().orElse(link.scope()),
                command.distribution().orElse(link.distribution()));
        if (event.members().equals(link.members())
                && event.scope() == link.scope()
                && event.distribution() == link.distribution()) {
            return accept();
        }
        return unless(
                command.members().flatMap(members -> flaw(members, link.service(), command.link(), entities)),
                () -> accepted(
                        event, Stream.concat(link.members().stream(), event.members().stream()), entities, facts));
    }

    private static Decision<NetworkEvent> unlink(
            UnlinkService command, ServiceLink link, Entities entities, Facts facts) {
        return accepted(new ServiceUnlinked(command.link()), link.members().stream(), entities, facts);
    }

    /** All who were or are members change, and sites that serve already may have reason for places at its ingresses. */
    private static Decision<NetworkEvent> accepted(
            ServiceLinkEvent event, Stream<Member> members, Entities entities, Facts facts) {
        Set<Name> changed = members.map(Member::endpoint).collect(Collectors.toSet());
        return ApplicationRules.accepted(
                event, changed, ingress -> changed.contains(ingress.ref().name()), entities, facts);
    }

    private static Optional<Rejection> flaw(Set<Member> members, String service, Name link, Entities entities) {
        if (members.isEmpty()) {
            return Optional.of(Rejection.ofField(INVALID_VALUE, "members", "a service link needs at least one member"));
        }
        if (members.size() > MAX_MEMBERS) {
            return Optional.of(Rejection.ofField(
                    LIMIT_REACHED, "members", "a service link has at most " + MAX_MEMBERS + " members"));
        }
        return members.stream()
                .sorted()
                .flatMap(member -> flaw(member, service, link, entities).stream())
                .findFirst();
    }

    private static Optional<Rejection> flaw(Member member, String service, Name link, Entities entities) {
        Optional<Endpoint> endpoint = entities.find(Endpoint.KIND, member.endpoint());
        if (endpoint.isEmpty()) {
            return field(NOT_FOUND, "there is no endpoint '" + member.endpoint() + "'");
        }
        if (!does(endpoint.get(), service, member.role())) {
            return field(
                    INVALID_VALUE,
                    "endpoint '" + member.endpoint() + "' does not " + verb(member.role()) + " service '" + service
                            + "'");
        }
        return endpoint.get().group().bindings().stream()
                .filter(binding -> binding.role() == member.role()
                        && binding.service().equals(service)
                        && !binding.link().name().equals(link))
                .findFirst()
                .flatMap(other -> field(
                        ALREADY_EXISTS,
                        "endpoint '" + member.endpoint() + "' does " + verb(member.role()) + " service '" + service
                                + "' in link '" + other.link().name() + "' already"));
    }

    private static String verb(Role role) {
        return switch (role) {
            case OFFERS -> "offer";
            case REQUIRES -> "require";
        };
    }

    private static boolean does(Endpoint endpoint, String service, Role role) {
        return switch (endpoint) {
            case Endpoint.Process process ->
                does(process.versions().current().group().image().content(), service, role);
            case Endpoint.Ingress ingress ->
                role == Role.REQUIRES && ingress.spec().service().equals(service);
            case Endpoint.Egress egress ->
                role == Role.OFFERS
                        && egress.versions().current().group().spec().service().equals(service);
        };
    }

    /** Says whether the image's processes do that. */
    static boolean does(ImageContent image, String service, Role role) {
        return switch (role) {
            case OFFERS ->
                image.offers().stream()
                        .anyMatch(offer -> offer.service().toString().equals(service));
            case REQUIRES ->
                image.requires().stream()
                        .anyMatch(required -> required.service().toString().equals(service));
        };
    }

    private static Optional<Rejection> field(Rejection.Reason reason, String detail) {
        return Optional.of(Rejection.ofField(reason, "members", detail));
    }
}
