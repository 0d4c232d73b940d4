package studio.projection.plan;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.domain.plan.Item;
import studio.domain.plan.ItemKind;
import studio.domain.plan.PlanDifference;
import studio.schema.ActorRef;
import studio.schema.EventMeta;

/**
 * Says of what participants decide about who asked for it: the actor of the event by which it became what it is, or by which it came to
 * the audience. What is written again for another reason, as when nobody holds an earlier version any more, was asked for by the same one.
 */
final class Asked {

    private static final Set<ItemKind> DECIDED = EnumSet.of(ItemKind.PROCESS, ItemKind.INGRESS, ItemKind.EGRESS);

    private Asked() {}

    static PlanDifference of(PlanDifference difference, Map<String, PlanStore.Written> had, EventMeta event) {
        return new PlanDifference(
                difference.upserted().stream()
                        .map(item -> DECIDED.contains(item.kind())
                                ? item.askedBy(by(item, Optional.ofNullable(had.get(item.key())), event))
                                : item)
                        .toList(),
                difference.removed(),
                difference.head());
    }

    private static Optional<String> by(Item item, Optional<PlanStore.Written> had, EventMeta event) {
        boolean now = had.isEmpty() || item.cause().revision() == event.revision();
        return now ? Optional.of(name(event.onBehalfOf().orElse(event.actor()))) : had.flatMap(PlanStore.Written::by);
    }

    private static String name(ActorRef actor) {
        return switch (actor.kind()) {
            case USER -> actor.name();
            case SERVICE, SITE, HOME, TIMER -> actor.kind().name().toLowerCase(Locale.ROOT) + " " + actor.name();
        };
    }
}
