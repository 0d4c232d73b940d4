package studio.feed.document;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studio.domain.plan.ItemsHash;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Head;
import studio.feed.frame.Problem;
import studio.feed.frame.Vector;

/**
 * All that somebody has: of a site the items of its audiences, of a network's home those of all audiences of the network.
 *
 * @param vector  how far it has got
 * @param shelves the items, by audience
 * @param root    the sum of the audiences' hashes
 */
public record Document(Vector vector, Map<String, Shelf> shelves, ItemsHash root) {

    /** Nothing. */
    public static final Document EMPTY = new Document(Vector.NONE, Map.of(), ItemsHash.EMPTY);

    /** Which kind of audience says more about a site than which other. */
    private static final List<String> NARROWEST_FIRST =
            List.of("site/", "interior/", "class/", "invitation/", "network");

    /** What becomes of a document that a change was tried on. */
    public sealed interface Tried {}

    /**
     * The change fits.
     *
     * @param document the document after it
     */
    public record Fits(Document document) implements Tried {}

    /**
     * The change does not fit, and the document stays as it was.
     *
     * @param problem why
     */
    public record Unfit(Problem problem) implements Tried {}

    /** Keeps its own view, which nobody can change. */
    public Document {
        shelves = Collections.unmodifiableMap(shelves);
    }

    /** A document of those shelves. */
    public static Document of(Vector vector, Collection<Shelf> shelves) {
        Map<String, Shelf> byAudience = new HashMap<>();
        shelves.forEach(shelf -> byAudience.put(shelf.head().audience(), shelf));
        ItemsHash root =
                byAudience.values().stream().map(shelf -> shelf.head().hash()).reduce(ItemsHash.EMPTY, ItemsHash::plus);
        return new Document(vector, byAudience, root);
    }

    /** For each key the item of the narrowest audience that has it; of a site's classes the oldest. */
    public Map<String, FeedItem> merged() {
        Map<String, FeedItem> merged = new TreeMap<>();
        shelves.values().stream()
                .sorted(Comparator.comparingInt(
                                (Shelf shelf) -> breadth(shelf.head().audience()))
                        .thenComparing(shelf -> shelf.head().audience()))
                .flatMap(shelf -> shelf.items().values().stream())
                .forEach(item -> merged.putIfAbsent(item.key(), item));
        return merged;
    }

    private static int breadth(String audience) {
        for (int i = 0; i < NARROWEST_FIRST.size(); i++) {
            if (audience.startsWith(NARROWEST_FIRST.get(i))) {
                return i;
            }
        }
        return NARROWEST_FIRST.size();
    }

    /** Tries a delta that was made for this document. */
    public Tried tryDelta(Frame.Delta delta, Set<Safeguard> safeguards) {
        List<Shelf> changed = Update.of(delta).stream()
                .map(update -> shelves.getOrDefault(
                                update.head().audience(),
                                Shelf.empty(update.head().audience()))
                        .with(update.head(), update.upserts(), update.deletes()))
                .toList();
        return tryShelves(changed, new Change(delta.to(), delta.heads(), List.of(), delta.root()), safeguards);
    }

    /** Tries a snapshot: the heads and items of all of its parts, and what the last one says. */
    public Tried trySnapshot(List<Head> heads, List<FeedItem> items, Frame.Snapshot last, Set<Safeguard> safeguards) {
        Map<String, List<FeedItem>> byAudience = items.stream().collect(Collectors.groupingBy(FeedItem::audience));
        List<Shelf> changed = heads.stream()
                .map(head -> Shelf.of(head, byAudience.getOrDefault(head.audience(), List.of())))
                .toList();
        return tryShelves(changed, new Change(last.to(), heads, last.left(), last.root()), safeguards);
    }

    /** What a change says about the document after it. */
    private record Change(Vector to, List<Head> heads, List<String> left, ItemsHash root) {}

    private Tried tryShelves(List<Shelf> changed, Change change, Set<Safeguard> safeguards) {
        if (safeguards.contains(Safeguard.FENCING) && isOlder(change)) {
            return new Unfit(new Problem(Problem.OLDER, "what is applied is newer than " + change.to()));
        }
        List<String> missing = change.to().missing(vector);
        if (safeguards.contains(Safeguard.EXPLICIT_LEAVE) && !change.left().containsAll(missing)) {
            return unfit("audiences " + missing + " are missing without being said to be gone");
        }
        if (safeguards.contains(Safeguard.ROOT)
                && !changed.stream().map(Shelf::head).toList().equals(change.heads())) {
            return unfit("the items of an audience are not those that its head says");
        }
        Map<String, Shelf> after = new HashMap<>(shelves);
        missing.forEach(after::remove);
        ItemsHash hash = root;
        for (String audience : missing) {
            hash = hash.minus(headOf(audience).hash());
        }
        for (Shelf shelf : changed) {
            hash = hash.minus(headOf(shelf.head().audience()).hash())
                    .plus(shelf.head().hash());
            after.put(shelf.head().audience(), shelf);
        }
        return safeguards.contains(Safeguard.ROOT) && !hash.equals(change.root())
                ? unfit("the root is " + hash + " and should be " + change.root())
                : new Fits(new Document(change.to(), after, hash));
    }

    private boolean isOlder(Change change) {
        return !change.to().isUpTo(vector)
                || change.heads().stream()
                        .anyMatch(
                                head -> head.version() < headOf(head.audience()).version());
    }

    private Head headOf(String audience) {
        return shelves.getOrDefault(audience, Shelf.empty(audience)).head();
    }

    private static Unfit unfit(String text) {
        return new Unfit(new Problem(Problem.ROOT_DIFFERS, text));
    }
}
