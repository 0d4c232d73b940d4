package studio.domain.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Uid;
import studio.domain.network.Binding;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.MemberSite;
import studio.domain.network.ServiceLink;
import studio.domain.network.SiteIndex;

/** Says why something is not there, which no item can say of itself. */
public final class Why {

    private final Entities entities;
    private final Instant now;

    private Why(Entities entities, Instant now) {
        this.entities = entities;
        this.now = now;
    }

    /**
     * How that endpoint does at that site. Of an ingress that fans out it also says which sites have no listener there, and why: all that
     * have ever said anything about what they would offer. Costs as much as there are of them.
     */
    public static List<Finding> of(Entities entities, Uid site, Endpoint endpoint, Instant now) {
        List<Finding> findings = new ArrayList<>(at(entities, site, endpoint, now));
        if (endpoint instanceof Endpoint.Ingress ingress) {
            findings.addAll(peers(entities, ingress, now));
        }
        return findings;
    }

    /** How that endpoint does at that site, whatever listeners it has there. */
    public static List<Finding> at(Entities entities, Uid site, Endpoint endpoint, Instant now) {
        Why why = new Why(entities, now);
        return SiteIndex.find(site, entities).stream()
                .flatMap(present -> why.at(present, endpoint).stream())
                .toList();
    }

    /** Which sites have no listener at that ingress though it fans out, and why: all that {@code entities} has deployments of. */
    public static List<Finding> peers(Entities entities, Endpoint.Ingress ingress, Instant now) {
        Why why = new Why(entities, now);
        return why.called(ingress)
                .flatMap(offering -> entities
                        .list(Deployment.KIND, Deployment.prefix(offering.meta().uid()))
                        .stream()
                        .flatMap(deployment -> why.peer(deployment.site(), offering, ingress).stream()))
                .toList();
    }

    /** The endpoints whose sites that ingress calls one by one; none unless it fans out. */
    public static Set<Endpoint> called(Entities entities, Endpoint.Ingress ingress, Instant now) {
        return new Why(entities, now).called(ingress).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Why that ingress has no listener for that offering site; nothing if it has. */
    public static List<Finding> of(Entities entities, Endpoint.Ingress ingress, Uid peer, Instant now) {
        Why why = new Why(entities, now);
        return why.called(ingress)
                .flatMap(offering -> why.peer(peer, offering, ingress).stream())
                .toList();
    }

    /** The endpoints whose sites the ingress calls one by one. */
    private Stream<Endpoint> called(Endpoint.Ingress ingress) {
        return ingress.versions().current().group().fans()
                ? ingress.group()
                        .requires()
                        .map(Binding::link)
                        .flatMap(link -> entities.find(ServiceLink.KIND, link.name()).stream())
                        .flatMap(link -> link.members(ServiceLink.Role.OFFERS))
                        .flatMap(name -> entities.find(Endpoint.KIND, name).stream())
                : Stream.empty();
    }

    private List<Finding> peer(Uid peer, Endpoint offering, Endpoint.Ingress ingress) {
        Optional<MemberSite> site = SiteIndex.find(peer, entities);
        if (site.isEmpty() || ingress.slot(peer).isPresent()) {
            return List.of();
        }
        return standing(site.get(), offering)
                .map(List::of)
                .orElseGet(() -> List.of(accepted(site.get(), offering, ingress)));
    }

    private Finding accepted(MemberSite peer, Endpoint offering, Endpoint.Ingress ingress) {
        boolean holds = deployment(peer, offering).flatMap(Deployment::held).isPresent();
        return holds && ingress.isFull()
                ? found(
                        Finding.Code.NO_SLOT,
                        "ingress '" + name(ingress) + "' has no place left for '" + name(peer) + "': all "
                                + ingress.spec().slots() + " are taken",
                        ingress)
                : found(
                        Finding.Code.PENDING,
                        "'" + name(peer) + "' has not said that it has '" + name(offering) + "'",
                        deployment(peer, offering).<Entity>map(entity -> entity).orElse(peer));
    }

    private List<Finding> at(MemberSite site, Endpoint endpoint) {
        List<Finding> findings = new ArrayList<>();
        halted(site).ifPresent(findings::add);
        standing(site, endpoint).ifPresentOrElse(findings::add, () -> findings.add(condition(site, endpoint)));
        if (endpoint.group().bindings().isEmpty()) {
            findings.add(
                    found(Finding.Code.NOT_LINKED, "'" + name(endpoint) + "' is part of no service link", endpoint));
        }
        return findings;
    }

    private Optional<Finding> halted(MemberSite site) {
        return Document.of(entities, site.meta().uid()).stream()
                .filter(item -> item.kind() == ItemKind.HALT || item.kind() == ItemKind.DECOMMISSION)
                .findFirst()
                .map(item -> new Finding(
                        Finding.Code.HALTED,
                        "the application stands still at '" + name(site) + "'" + reason(item.spec()),
                        item.cause()));
    }

    private static String reason(ItemSpec spec) {
        return spec instanceof ItemSpec.Halt halt ? ": " + halt.reason().name().toLowerCase(Locale.ROOT) : "";
    }

    /** Why the endpoint may not be there; nothing if it may. */
    private Optional<Finding> standing(MemberSite site, Endpoint endpoint) {
        if (!endpoint.allocation().includes(site, entities)) {
            return Optional.of(found(
                    Finding.Code.NOT_ALLOCATED,
                    "'" + name(endpoint) + "' is not meant for '" + name(site) + "'",
                    endpoint));
        }
        Optional<Deployment> deployment = deployment(site, endpoint);
        if (deployment.flatMap(Deployment::held).isPresent()) {
            return Optional.empty();
        }
        return switch (Deployment.standing(deployment, site.spec().policy(), endpoint.digest(), now)) {
            case ACCEPTED -> Optional.empty();
            case DECLINED -> deployment.flatMap(decided -> declined(site, endpoint, decided));
            case PROPOSED ->
                deployment
                        .flatMap(decided -> declined(site, endpoint, decided))
                        .or(() -> Optional.of(found(
                                Finding.Code.PROPOSED,
                                "'" + name(site) + "' has not decided about '" + name(endpoint) + "'",
                                endpoint)));
        };
    }

    private static Optional<Finding> declined(MemberSite site, Endpoint endpoint, Deployment deployment) {
        return deployment.verdict().flatMap(verdict -> switch (verdict) {
            case Deployment.Accepted accepted -> Optional.empty();
            case Deployment.Declined declined ->
                Optional.of(found(
                        Finding.Code.DECLINED,
                        "'" + name(site) + "' declined '" + name(endpoint) + "': " + declined.reason()
                                + (declined.digest().equals(endpoint.digest())
                                        ? ""
                                        : "; it has not decided about what '" + name(endpoint) + "' has become since"),
                        deployment));
        });
    }

    private Finding condition(MemberSite site, Endpoint endpoint) {
        String subject = "'" + name(endpoint) + "' at '" + name(site) + "'";
        Entity cause = deployment(site, endpoint).<Entity>map(entity -> entity).orElse(endpoint);
        return switch (deployment(site, endpoint).map(Deployment::condition).orElseGet(Deployment.Pending::new)) {
            case Deployment.Pending pending ->
                found(Finding.Code.PENDING, subject + " was accepted and is not there yet", cause);
            case Deployment.Running running -> found(Finding.Code.RUNNING, subject + " runs", cause);
            case Deployment.Failed failed ->
                found(Finding.Code.FAILED, subject + " does not work: " + failed.reason(), cause);
        };
    }

    private Optional<Deployment> deployment(MemberSite site, Endpoint endpoint) {
        return Deployment.find(endpoint, site.meta().uid(), entities);
    }

    private static Finding found(Finding.Code code, String text, Entity cause) {
        return new Finding(code, text, new Cause(cause.key(), cause.meta().revision()));
    }

    private static String name(Entity entity) {
        return entity.meta().name();
    }
}
