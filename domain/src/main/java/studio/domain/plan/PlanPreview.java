package studio.domain.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.StreamType;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityKey;
import studio.domain.network.Census;
import studio.domain.network.MemberInvitation;
import studio.domain.network.SiteClass;
import studio.domain.network.SiteIndex;

/**
 * What a change would do to the plans of sites, told by audience: what a hundred thousand sites of a class would have to do is said once.
 *
 * @param effects what it would do, those first that concern most
 * @param more    audiences that it concerns as well, and that nobody looked at
 */
public record PlanPreview(List<Effect> effects, int more) {

    /** The most audiences that are planned for a preview: the end of a network concerns each of its sites. */
    public static final int MOST = 100;

    /** No plan would be another. */
    public static final PlanPreview NOTHING = new PlanPreview(List.of(), 0);

    private static final Set<String> PLANNED = Set.of(StreamType.NETWORK.label(), StreamType.BACKBONE.label());

    /** Keeps its own copy. */
    public PlanPreview {
        effects = List.copyOf(effects);
    }

    /**
     * What would change for one audience.
     *
     * @param audience its key
     * @param name     what people call it: the name of the class, the invitation, the site or the network
     * @param sites    sites that are in it now
     * @param added    keys of items that they would have besides
     * @param changed  keys of items that they would have otherwise
     * @param removed  keys of items that they would have no more
     */
    public record Effect(
            String audience, String name, long sites, List<String> added, List<String> changed, List<String> removed) {

        /** Keeps its own copies. */
        public Effect {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
            removed = List.copyOf(removed);
        }

        private boolean isNothing() {
            return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
        }
    }

    /** What changes of the entities of these keys do to plans. */
    public static PlanPreview of(Collection<EntityKey> changed, Entities before, Entities after) {
        if (!PLANNED.contains(before.stream().type())) {
            return NOTHING;
        }
        List<Audience> concerned = Concern.of(changed, before, after).stream()
                .sorted(Comparator.comparingInt(PlanPreview::rank).thenComparing(Audience::key))
                .toList();
        List<Effect> effects = concerned.stream()
                .limit(MOST)
                .map(audience -> effect(audience, before, after))
                .filter(effect -> !effect.isNothing())
                .toList();
        return new PlanPreview(effects, Math.max(0, concerned.size() - MOST));
    }

    /** Those of many sites come before single sites. */
    private static int rank(Audience audience) {
        return switch (audience) {
            case Audience.OfNetwork a -> 0;
            case Audience.OfClass a -> 1;
            case Audience.OfInvitation a -> 2;
            case Audience.OfInterior a -> 3;
            case Audience.OfSite a -> 4;
        };
    }

    private static Effect effect(Audience audience, Entities before, Entities after) {
        Map<String, String> had = digests(Planner.plan(before, audience));
        Map<String, String> has = digests(Planner.plan(after, audience));
        return new Effect(
                audience.key(),
                name(audience, before, after),
                sites(audience, before),
                has.keySet().stream().filter(key -> !had.containsKey(key)).toList(),
                has.entrySet().stream()
                        .filter(item -> had.containsKey(item.getKey())
                                && !item.getValue().equals(had.get(item.getKey())))
                        .map(Map.Entry::getKey)
                        .toList(),
                had.keySet().stream().filter(key -> !has.containsKey(key)).toList());
    }

    private static Map<String, String> digests(List<Item> items) {
        return items.stream().collect(Collectors.toMap(Item::key, Item::digest, (one, other) -> one, TreeMap::new));
    }

    private static String name(Audience audience, Entities before, Entities after) {
        return switch (audience) {
            case Audience.OfNetwork a -> after.stream().name().value();
            case Audience.OfClass a -> a.siteClass().name().value();
            case Audience.OfInvitation a -> a.invitation().name().value();
            case Audience.OfSite a ->
                Stream.of(after, before)
                        .flatMap(entities -> SiteIndex.find(a.site(), entities).stream())
                        .map(site -> site.meta().name())
                        .findFirst()
                        .orElseGet(() -> a.site().toString());
            case Audience.OfInterior a ->
                Stream.of(after, before)
                        .flatMap(entities -> InteriorPlanner.find(a.site(), entities).stream())
                        .map(site -> site.meta().name())
                        .findFirst()
                        .orElseGet(() -> a.site().toString());
        };
    }

    private static long sites(Audience audience, Entities entities) {
        Optional<Long> counted = switch (audience) {
            case Audience.OfNetwork a ->
                entities.find(Census.KIND, entities.stream().name()).map(Census::sites);
            case Audience.OfClass a -> SiteClass.find(a.siteClass(), entities).map(SiteClass::sites);
            case Audience.OfInvitation a ->
                entities.find(MemberInvitation.KIND, a.invitation().name()).map(MemberInvitation::admitted);
            case Audience.OfSite a -> SiteIndex.find(a.site(), entities).map(site -> 1L);
            case Audience.OfInterior a ->
                InteriorPlanner.find(a.site(), entities).map(site -> 1L);
        };
        return counted.orElse(0L);
    }
}
