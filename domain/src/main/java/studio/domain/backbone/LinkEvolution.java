package studio.domain.backbone;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import studio.domain.backbone.BackboneEvent.InteriorSitesLinked;
import studio.domain.backbone.BackboneEvent.InteriorSitesUnlinked;
import studio.domain.backbone.BackboneEvent.LinkCostChanged;
import studio.domain.backbone.BackboneEvent.LinkReported;
import studio.domain.backbone.BackboneEvent.OfLink;
import studio.domain.backbone.InterRouterLink.Health;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;

/** What each event changes in links. */
final class LinkEvolution {

    private LinkEvolution() {}

    static Change evolve(OfLink event, Recorded<BackboneEvent> recorded, Entities entities) {
        return switch (event) {
            case InteriorSitesLinked e -> put(linked(e, recorded, entities));
            case LinkCostChanged e -> put(existing(e, entities).with(e.cost(), recorded));
            case LinkReported e -> put(existing(e, entities).with(health(e, recorded)));
            case InteriorSitesUnlinked e -> remove(existing(e, entities).key());
        };
    }

    private static InterRouterLink linked(
            InteriorSitesLinked event, Recorded<BackboneEvent> recorded, Entities entities) {
        entities.checkAbsent(InterRouterLink.KIND.key(event.link()));
        return new InterRouterLink(
                ObjectMeta.created(event.link(), event.uid(), recorded),
                event.from(),
                event.accessPoint(),
                event.cost(),
                new Health.Configured());
    }

    private static Health health(LinkReported event, Recorded<BackboneEvent> recorded) {
        return event.up() ? new Health.Up(recorded.at()) : new Health.Down(recorded.at(), event.cause());
    }

    private static InterRouterLink existing(OfLink event, Entities entities) {
        return entities.get(InterRouterLink.KIND, event.link());
    }
}
