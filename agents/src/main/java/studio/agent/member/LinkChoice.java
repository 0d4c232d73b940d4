package studio.agent.member;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;

/**
 * Which of a site's links is used: the best one that works. After some tries that failed the next one is taken; a better one is
 * gone back to when it could be reached for a while without a break.
 *
 * @param current        the key of the link that is used, if there is any
 * @param misses         how often in a row it was seen not to work
 * @param reachableSince since when better ones can be reached, by key
 */
record LinkChoice(Optional<String> current, int misses, Map<String, Instant> reachableSince) {

    /** Nothing is chosen yet. */
    static final LinkChoice NONE = new LinkChoice(Optional.empty(), 0, Map.of());

    LinkChoice {
        reachableSince = Map.copyOf(reachableSince);
    }

    /**
     * When another link is taken.
     *
     * @param tries  how often a link has to be seen not to work before the next one is taken
     * @param stable how long a better one has to be reachable before it is gone back to
     */
    record Rules(int tries, Duration stable) {}

    /** The links, the best first. */
    static List<Item> inOrder(List<Item> items) {
        return items.stream()
                .filter(item -> item.spec() instanceof ItemSpec.Link)
                .sorted(Comparator.comparingInt(LinkChoice::priority).thenComparing(Item::key))
                .toList();
    }

    private static int priority(Item item) {
        return item.spec() instanceof ItemSpec.Link link ? link.priority() : Integer.MAX_VALUE;
    }

    /** Links that are better than the one that is used: whether they can be reached is worth knowing. */
    List<Item> better(List<Item> links) {
        Optional<Item> used = used(links);
        return links.stream()
                .filter(link ->
                        used.filter(each -> priority(link) < priority(each)).isPresent())
                .toList();
    }

    private Optional<Item> used(List<Item> links) {
        return links.stream()
                .filter(link -> current.filter(link.key()::equals).isPresent())
                .findFirst();
    }

    /**
     * After another look.
     *
     * @param links     the links, the best first
     * @param up        whether a link works
     * @param reachable whether a better link can be reached
     */
    LinkChoice seen(List<Item> links, Predicate<String> up, Predicate<String> reachable, Instant now, Rules rules) {
        Optional<Item> used = used(links);
        if (used.isEmpty()) {
            return new LinkChoice(links.stream().findFirst().map(Item::key), 0, Map.of());
        }
        Map<String, Instant> since = new HashMap<>();
        for (Item link : better(links)) {
            if (reachable.test(link.key())) {
                since.put(link.key(), reachableSince.getOrDefault(link.key(), now));
            }
        }
        Optional<String> back = better(links).stream()
                .map(Item::key)
                .filter(key -> Optional.ofNullable(since.get(key))
                        .filter(start -> !now.isBefore(start.plus(rules.stable())))
                        .isPresent())
                .findFirst();
        if (back.isPresent()) {
            return new LinkChoice(back, 0, Map.of());
        }
        String key = used.get().key();
        int missed = up.test(key) ? 0 : misses + 1;
        return missed >= rules.tries() && links.size() > 1
                ? new LinkChoice(Optional.of(after(key, links)), 0, since)
                : new LinkChoice(Optional.of(key), missed, since);
    }

    private static String after(String key, List<Item> links) {
        List<String> keys = links.stream().map(Item::key).toList();
        return keys.get((keys.indexOf(key) + 1) % keys.size());
    }
}
