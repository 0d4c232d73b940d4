package studio.domain.backbone;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.Optional;
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
import studio.domain.kernel.Rejection;

/** The rules for links between interior sites. */
final class LinkRules {

    private LinkRules() {}

    static Decision<BackboneEvent> decide(OfLink command, Entities entities, Facts facts) {
        if (command instanceof LinkInteriorSites link) {
            return link(link, entities, facts);
        }
        return entities.find(InterRouterLink.KIND, command.link())
                .map(link -> switch (command) {
                    case LinkInteriorSites c -> link(c, entities, facts);
                    case ChangeLinkCost c -> changeCost(c, link);
                    case UnlinkInteriorSites c -> Decision.<BackboneEvent>accept(new InteriorSitesUnlinked(c.link()));
                    case ReportLink c -> report(c, link);
                })
                .orElseGet(() -> reject(Rejection.notFound(InterRouterLink.KIND.key(command.link()))));
    }

    private static Decision<BackboneEvent> link(LinkInteriorSites command, Entities entities, Facts facts) {
        return flaw(command, entities)
                .<Decision<BackboneEvent>>map(Decision::reject)
                .orElseGet(() -> accept(new InteriorSitesLinked(
                        command.link(), facts.ids().next(), command.from(), command.accessPoint(), command.cost())));
    }

    private static Optional<Rejection> flaw(LinkInteriorSites command, Entities entities) {
        if (entities.find(InterRouterLink.KIND, command.link()).isPresent()) {
            return Optional.of(Rejection.alreadyExists(InterRouterLink.KIND.key(command.link())));
        }
        Optional<InteriorSite> from = entities.find(InteriorSite.KIND, command.from());
        if (from.isEmpty()) {
            return field(NOT_FOUND, "from", "there is no interior-site '" + command.from() + "'");
        }
        if (from.get() instanceof InteriorSite.Deleting) {
            return Optional.of(Rejection.of(WRONG_STATE, "site '" + command.from() + "' is being removed"));
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
        return flawedCost(command.cost()).or(() -> sameLink(command, entities));
    }

    private static Optional<Rejection> sameLink(LinkInteriorSites command, Entities entities) {
        return entities.list(InterRouterLink.KIND).stream()
                .filter(link ->
                        link.from().equals(command.from()) && link.accessPoint().equals(command.accessPoint()))
                .findFirst()
                .map(link -> Rejection.ofField(
                        ALREADY_EXISTS,
                        "accessPoint",
                        "link '" + link.meta().name() + "' connects this site to this access point already"));
    }

    private static Decision<BackboneEvent> changeCost(ChangeLinkCost command, InterRouterLink link) {
        Optional<Rejection> flaw = flawedCost(command.cost());
        if (flaw.isPresent()) {
            return reject(flaw.get());
        }
        return command.cost() == link.cost() ? accept() : accept(new LinkCostChanged(command.link(), command.cost()));
    }

    private static Decision<BackboneEvent> report(ReportLink command, InterRouterLink link) {
        boolean known = switch (link.health()) {
            case Health.Configured configured -> false;
            case Health.Up up -> command.up();
            case Health.Down down -> !command.up() && down.cause().equals(command.cause());
        };
        return known ? accept() : accept(new LinkReported(command.link(), command.up(), command.cause()));
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
