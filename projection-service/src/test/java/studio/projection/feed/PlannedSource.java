package studio.projection.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.domain.backbone.InteriorSite;
import studio.domain.kernel.EntityMap;
import studio.domain.network.MemberInvitation;
import studio.domain.network.MemberSite;
import studio.domain.network.SiteClass;
import studio.domain.plan.Audience;
import studio.domain.plan.AudienceHead;
import studio.domain.plan.AudiencePlan;
import studio.domain.plan.ItemsHash;
import studio.schema.Desired;

/** What a feed server has of a stream once it has read what the planner wrote. */
final class PlannedSource {

    private static final long VERSION = 99;

    private PlannedSource() {}

    static FeedDirectory directory(EntityMap... streams) {
        FeedDirectory directory = new FeedDirectory(Holders.DOMAIN);
        for (EntityMap entities : streams) {
            Revisions revisions = new Revisions();
            audiences(entities).forEach(audience -> write(entities, audience, revisions));
            revisions.take().forEach((stream, several) -> {
                List<Revision> partial = directory.begin(stream, several);
                if (!partial.isEmpty()) {
                    throw new IllegalStateException(partial.toString());
                }
            });
        }
        return directory;
    }

    private static Stream<Audience> audiences(EntityMap entities) {
        return Stream.of(
                        Stream.of(new Audience.OfNetwork())
                                .filter(network -> entities.stream().type().equals("network")),
                        entities.list(SiteClass.KIND).stream().map(each -> new Audience.OfClass(each.ref())),
                        entities.list(MemberInvitation.KIND).stream()
                                .map(each -> new Audience.OfInvitation(each.ref())),
                        entities.list(MemberSite.KIND).stream()
                                .map(each -> new Audience.OfSite(each.meta().uid())),
                        entities.list(InteriorSite.KIND).stream()
                                .map(each -> new Audience.OfInterior(each.meta().uid())))
                .flatMap(each -> each);
    }

    static void write(EntityMap entities, Audience audience, Revisions revisions) {
        AudiencePlan plan = AudiencePlan.of(entities, audience);
        plan.items().forEach(item -> {
            Desired.OfItem of = new Desired.OfItem(entities.stream(), audience.key(), item);
            revisions.read(of.key(), Optional.of(of));
        });
        Desired.OfHead head = new Desired.OfHead(
                entities.stream(),
                audience.key(),
                new AudienceHead(
                        VERSION, plan.items().size(), ItemsHash.of(plan.items()), plan.document(), plan.home()));
        revisions.read(head.key(), Optional.of(head));
    }

    static Instant now() {
        return Instant.parse("2026-11-25T12:00:00Z");
    }
}
