package studio.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import studio.domain.StreamType;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Event;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.StreamKey;

/**
 * A stream whose audiences are planned as its events happen: again only those that an event concerns, and of those only the difference
 * is written. Whoever reads what was written has what the plan says.
 */
public final class PlannedStream {

    private final EntityMap entities;
    private final Set<Audience> audiences = new LinkedHashSet<>();
    private final Map<Audience, Map<String, Item>> written = new HashMap<>();
    private final Map<Audience, AudienceHead> heads = new LinkedHashMap<>();
    private int writes;

    /** An empty stream. */
    public PlannedStream(StreamKey stream) {
        this.entities = new EntityMap(stream);
    }

    /** Its entities. */
    public EntityMap entities() {
        return entities;
    }

    /** The audiences that an event ever concerned. */
    public Set<Audience> audiences() {
        return Set.copyOf(audiences);
    }

    /** How many items were written or removed so far. */
    public int writes() {
        return writes;
    }

    /** What a reader has of that audience, by key. */
    public List<Item> items(Audience audience) {
        return new ArrayList<>(written.getOrDefault(audience, Map.of()).values());
    }

    /** That happens next. */
    public <E extends Event> void happen(Recorded<E> recorded) {
        List<Change> changes = StreamType.of(entities.stream()).evolve(recorded, entities);
        Overlay after = new Overlay(entities);
        after.apply(changes);
        Collection<EntityKey> changed =
                changes.stream().map(Change::key).distinct().toList();
        Set<Audience> concerned = Concern.of(changed, entities, after);
        concerned.forEach(audience -> plan(audience, after, recorded.revision()));
        audiences.addAll(concerned);
        entities.apply(changes);
    }

    private void plan(Audience audience, Entities after, long revision) {
        Map<String, Item> items = written.computeIfAbsent(audience, first -> new TreeMap<>());
        Map<String, String> digests = new HashMap<>();
        items.forEach((key, item) -> digests.put(key, item.digest()));
        AudienceHead head = heads.getOrDefault(audience, AudienceHead.NONE);
        PlanDifference.between(digests, head, AudiencePlan.of(after, audience), revision)
                .ifPresent(difference -> {
                    difference.upserted().forEach(item -> items.put(item.key(), item));
                    difference.removed().forEach(items::remove);
                    heads.put(audience, difference.head());
                    writes +=
                            difference.upserted().size() + difference.removed().size();
                });
    }

    /** Every audience that there ever was has what planning from scratch gives, and a head that says so. */
    public void check() {
        for (Audience audience : audiences) {
            List<Item> planned = Planner.plan(entities, audience);
            assertThat(items(audience))
                    .extracting(Item::key, Item::digest)
                    .as("plan of %s", audience.key())
                    .isEqualTo(planned.stream()
                            .map(item -> tuple(item.key(), item.digest()))
                            .toList());
            AudienceHead head = heads.getOrDefault(audience, AudienceHead.NONE);
            assertThat(head.count()).isEqualTo(planned.size());
            assertThat(head.hash()).isEqualTo(ItemsHash.of(planned));
            assertThat(head.isFor(AudiencePlan.of(entities, audience)))
                    .as("head of %s", audience.key())
                    .isTrue();
            if (!Planner.isThere(entities, audience)) {
                assertThat(planned)
                        .as("plan of %s, which is gone", audience.key())
                        .isEmpty();
            }
        }
    }
}
