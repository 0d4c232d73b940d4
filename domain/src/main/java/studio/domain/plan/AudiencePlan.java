package studio.domain.plan;

import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Uid;
import studio.domain.network.Home;

/**
 * All that there is to say of an audience.
 *
 * @param items    what it is to have, by key
 * @param document of one site: the keys of the audiences that its document is made of, the narrowest first
 * @param home     of a network: its home, which has the items of all its audiences
 */
public record AudiencePlan(List<Item> items, List<String> document, Optional<Uid> home) {

    /** Keeps its own copies. */
    public AudiencePlan {
        items = List.copyOf(items);
        document = List.copyOf(document);
    }

    /** Plans an audience. Costs as much as {@link Planner#plan}. */
    public static AudiencePlan of(Entities entities, Audience audience) {
        return new AudiencePlan(
                Planner.plan(entities, audience), document(entities, audience), home(entities, audience));
    }

    private static List<String> document(Entities entities, Audience audience) {
        return switch (audience) {
            case Audience.OfNetwork a -> List.of();
            case Audience.OfClass a -> List.of();
            case Audience.OfInvitation a -> List.of();
            case Audience.OfSite a ->
                Document.audiences(entities, a.site()).stream()
                        .map(Audience::key)
                        .toList();
            case Audience.OfInterior a -> Planner.isThere(entities, a) ? List.of(a.key()) : List.of();
        };
    }

    private static Optional<Uid> home(Entities entities, Audience audience) {
        return audience instanceof Audience.OfNetwork && Planner.isThere(entities, audience)
                ? entities.find(Home.KIND, entities.stream().name())
                        .map(home -> home.meta().uid())
                : Optional.empty();
    }
}
