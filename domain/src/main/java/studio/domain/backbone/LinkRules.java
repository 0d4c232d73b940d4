package studio.domain.backbone;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.domain.backbone.BackboneCommand.ChangeLinkCost;
import studio.domain.backbone.BackboneCommand.LinkInteriorSites;
import studio.domain.backbone.BackboneCommand.OfLink;
import studio.domain.backbone.BackboneCommand.ReportLink;
import studio.domain.backbone.BackboneCommand.UnlinkInteriorSites;
import studio.domain.backbone.BackboneEvent.InteriorSitesLinked;
import studio.domain.backbone.BackboneEvent.InteriorSitesUnlinked;
import studio.domain.backbone.BackboneEvent.LinkCostChanged;
import studio.domain.backbone.BackboneEvent.LinkReported;
import studio.domain.backbone.InterRouterLink.Health;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Rejection;

/** The rules for links between interior sites. */
final class LinkRules {

    /** Links that one site's router can make: as many as there can be routers. */
    static final int MAX_PER_SITE = InteriorSiteRules.MAX_SITES;

    private LinkRules() {}

    static Decision<BackboneEvent> decide(OfLink command, Entities entities, Facts facts) {
        return switch (command) {
            case LinkInteriorSites c ->
                unless(
                        flaw(c, entities),
                        () -> accept(new InteriorSitesLinked(
                                c.link(), facts.ids().next(), c.from(), c.accessPoint(), c.cost())));
            case ChangeLinkCost c -> existing(c, entities, link -> changeCost(c, link));
            case UnlinkInteriorSites c -> existing(c, entities, link -> accept(new InteriorSitesUnlinked(c.link())));
            case ReportLink c -> existing(c, entities, link -> report(c, link));
        };
    }

    private static Decision<BackboneEvent> existing(
            OfLink command, Entities entities, Function<InterRouterLink, Decision<BackboneEvent>> decide) {
        return entities.find(InterRouterLink.KIND, command.link())
                .map(decide)
                .orElseGet(() -> reject(Rejection.notFound(InterRouterLink.KIND.key(command.link()))));
    }

    private static Optional<Rejection> flaw(LinkInteriorSites command, Entities entities) {
        if (entities.find(InterRouterLink.KIND, command.link()).isPresent()) {
            return Optional.of(Rejection.alreadyExists(InterRouterLink.KIND.key(command.link())));
        }
        Optional<InteriorSite> from = entities.find(InteriorSite.KIND, command.from());
        if (from.isEmpty()) {
            return field(NOT_FOUND, "from", "there is no interior-site '" + command.from() + "'");
        }
        Optional<AccessPoint> to = entities.find(AccessPoint.KIND, command.accessPoint());
        if (to.isEmpty()) {
            return field(NOT_FOUND, "accessPoint", "there is no access-point '" + command.accessPoint() + "'");
        }
        if (to.get().spec().use() != AccessPoint.Use.PEER) {
            return field(INVALID_VALUE, "accessPoint", "must be a peer access point");
        }
        if (to.get().spec().site().equals(command.from())) {
            return field(INVALID_VALUE, "accessPoint", "must be of another site: a site cannot link to itself");
        }
        return flawedCost(command.cost())
                .or(() -> goingSite(from.get()))
                .or(() -> goingSite(
                        entities.get(InteriorSite.KIND, to.get().spec().site())))
                .or(() -> flawBesides(command, entities));
    }

    private static Optional<Rejection> goingSite(InteriorSite site) {
        return site instanceof InteriorSite.Deleting
                ? Optional.of(Rejection.of(WRONG_STATE, "site '" + site.meta().name() + "' is being removed"))
                : Optional.empty();
    }

    /** What is wrong with the link beside those that its site has already. */
    private static Optional<Rejection> flawBesides(LinkInteriorSites command, Entities entities) {
        List<InterRouterLink> siblings = entities.list(InterRouterLink.KIND).stream()
                .filter(link -> link.from().equals(command.from()))
                .toList();
        if (siblings.size() >= MAX_PER_SITE) {
            return Optional.of(Rejection.of(LIMIT_REACHED, "a site has at most " + MAX_PER_SITE + " links to others"));
        }
        return siblings.stream()
                .filter(link -> link.accessPoint().equals(command.accessPoint()))
                .findFirst()
                .map(link -> Rejection.ofField(
                        ALREADY_EXISTS,
                        "accessPoint",
                        "link '" + link.meta().name() + "' connects this site to this access point already"));
    }

    private static Decision<BackboneEvent> changeCost(ChangeLinkCost command, InterRouterLink link) {
        return command.cost() == link.cost()
                ? accept()
                : unless(flawedCost(command.cost()), () -> accept(new LinkCostChanged(command.link(), command.cost())));
    }

    private static Decision<BackboneEvent> report(ReportLink command, InterRouterLink link) {
        Optional<String> cause = command.up() ? Optional.empty() : command.cause();
        boolean known = switch (link.health()) {
            case Health.Configured configured -> false;
            case Health.Up up -> command.up();
            case Health.Down down -> !command.up() && down.cause().equals(cause);
        };
        return known
                ? accept()
                : unless(
                        Limits.text("cause", cause),
                        () -> accept(new LinkReported(command.link(), command.up(), cause)));
    }

    private static Optional<Rejection> flawedCost(int cost) {
        return cost < 1 || cost > InterRouterLink.MAX_COST
                ? field(INVALID_VALUE, "cost", "must be 1 to " + InterRouterLink.MAX_COST)
                : Optional.empty();
    }

    private static Optional<Rejection> field(Rejection.Reason reason, String field, String detail) {
        return Optional.of(Rejection.ofField(reason, field, detail));
    }
}
