package studio.feed.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import studio.domain.plan.ItemsHash;
import studio.feed.document.Shelf;
import studio.feed.document.Update;
import studio.feed.frame.AudienceVersion;
import studio.feed.frame.Head;
import studio.feed.frame.ItemKey;
import studio.feed.frame.Vector;

/**
 * The items of all audiences of one network or backbone, in memory, with a window of what changed lately. Changes in one thread; what
 * it handed out before stays as it was.
 */
public final class AudienceStore implements Source {

    private final Map<String, Entry> entries = new HashMap<>();
    private final NavigableMap<Long, Set<String>> byVersion = new TreeMap<>();
    private ItemsHash root = ItemsHash.EMPTY;

    private record Entry(Shelf shelf, Window window) {}

    /**
     * Changes audiences, all of them at once.
     *
     * @return the audiences that changed: not those that are as far already
     * @throws IllegalArgumentException if items and head of an audience don't fit together; nothing has changed then
     */
    public Set<String> apply(Collection<Update> updates, Instant at) {
        Map<String, Entry> changed = new TreeMap<>();
        for (Update update : updates) {
            String audience = update.head().audience();
            Entry before = changed.getOrDefault(audience, entry(audience));
            if (update.head().version() > before.shelf().head().version()) {
                changed.put(audience, changed(before, update, at));
            }
        }
        changed.values().forEach(this::put);
        return changed.keySet();
    }

    private static Entry changed(Entry before, Update update, Instant at) {
        Shelf shelf = before.shelf().with(update.head(), update.upserts(), update.deletes());
        if (!shelf.head().equals(update.head())) {
            throw new IllegalArgumentException("the items of " + update.head().audience() + " are " + shelf.head()
                    + " and should be " + update.head());
        }
        Set<String> keys = new TreeSet<>(update.deletes());
        update.upserts().forEach(item -> keys.add(item.key()));
        return new Entry(shelf, before.window().with(update.head().version(), at, keys));
    }

    /**
     * Replaces audiences, forgetting what they had before.
     *
     * @return the audiences that changed: not those that were newer already
     */
    public Set<String> replace(Collection<Shelf> shelves) {
        Set<String> changed = new TreeSet<>();
        for (Shelf shelf : shelves) {
            Head before = entry(shelf.head().audience()).shelf().head();
            if (shelf.head().version() >= before.version() && !shelf.head().equals(before)) {
                put(new Entry(shelf, Window.from(shelf.head().version())));
                changed.add(shelf.head().audience());
            }
        }
        return changed;
    }

    private Entry entry(String audience) {
        Entry entry = entries.get(audience);
        return entry == null ? new Entry(Shelf.empty(audience), Window.from(0)) : entry;
    }

    private void put(Entry entry) {
        Head head = entry.shelf().head();
        Head before = entry(head.audience()).shelf().head();
        byVersion.computeIfPresent(before.version(), (version, audiences) -> without(audiences, head.audience()));
        byVersion.computeIfAbsent(head.version(), version -> new TreeSet<>()).add(head.audience());
        root = root.minus(before.hash()).plus(head.hash());
        entries.put(head.audience(), entry);
    }

    @SuppressWarnings("NullAway") // A null takes the entry out of the map.
    private static Set<String> without(Set<String> audiences, String audience) {
        audiences.remove(audience);
        return audiences.isEmpty() ? null : audiences;
    }

    @Override
    public Standing standing(Subject subject) {
        return switch (subject) {
            case Subject.Home home -> new Standing.Known(everything(), root);
            case Subject.Site site -> standing(site.audience());
        };
    }

    private Vector everything() {
        return byVersion.isEmpty()
                ? Vector.NONE
                : new Vector(List.of(new AudienceVersion(Subject.EVERYTHING, byVersion.lastKey())));
    }

    private Standing standing(String site) {
        if (!entries.containsKey(site)) {
            return new Standing.Unknown();
        }
        List<String> document = entry(site).shelf().head().document();
        if (document.isEmpty()) {
            return new Standing.Removed("this site is no longer part of the network");
        }
        ItemsHash hash = document.stream()
                .map(audience -> entry(audience).shelf().head().hash())
                .reduce(ItemsHash.EMPTY, ItemsHash::plus);
        return new Standing.Known(vector(document), hash);
    }

    private Vector vector(List<String> audiences) {
        return new Vector(audiences.stream()
                .map(audience -> new AudienceVersion(
                        audience, entry(audience).shelf().head().version()))
                .toList());
    }

    @Override
    public Optional<Changes> since(Subject subject, Vector from, Instant now) {
        return switch (subject) {
            case Subject.Home home -> {
                long version = from.version(Subject.EVERYTHING).orElse(0);
                yield changes(later(version), audience -> version, now);
            }
            case Subject.Site site -> {
                List<String> document = entry(site.audience()).shelf().head().document();
                boolean same = document.size() == from.versions().size()
                        && document.stream()
                                .allMatch(audience -> from.version(audience).isPresent());
                yield same
                        ? changes(
                                document.stream(),
                                audience -> from.version(audience).orElse(0),
                                now)
                        : Optional.empty();
            }
        };
    }

    private Stream<String> later(long version) {
        return byVersion.tailMap(version, false).values().stream().flatMap(Set::stream);
    }

    private Optional<Changes> changes(Stream<String> audiences, Since since, Instant now) {
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        boolean remembered = audiences
                .filter(audience -> entry(audience).shelf().head().version() > since.version(audience))
                .allMatch(audience -> add(changes, entry(audience), since.version(audience), now));
        return remembered ? Optional.of(changes) : Optional.empty();
    }

    /** How far an audience had got. */
    private interface Since {
        long version(String audience);
    }

    private static boolean add(Changes changes, Entry entry, long since, Instant now) {
        Head head = entry.shelf().head();
        Optional<Set<String>> keys = entry.window().since(since, now);
        keys.ifPresent(present -> {
            changes.heads().add(head);
            present.forEach(key -> Optional.ofNullable(entry.shelf().items().get(key))
                    .ifPresentOrElse(
                            item -> changes.upserts().add(item),
                            () -> changes.deletes().add(new ItemKey(head.audience(), key))));
        });
        return keys.isPresent();
    }

    @Override
    public Cut cut(Subject subject, Vector from) {
        return switch (subject) {
            case Subject.Home home ->
                new Cut(
                        everything(),
                        root,
                        shelves(later(from.version(Subject.EVERYTHING).orElse(0))),
                        List.of());
            case Subject.Site site -> {
                List<String> document = entry(site.audience()).shelf().head().document();
                Vector to = vector(document);
                Stream<String> differing = to.versions().stream()
                        .filter(version -> from.version(version.audience()).orElse(0) != version.version())
                        .map(AudienceVersion::audience);
                ItemsHash hash = document.stream()
                        .map(audience -> entry(audience).shelf().head().hash())
                        .reduce(ItemsHash.EMPTY, ItemsHash::plus);
                yield new Cut(to, hash, shelves(differing), to.missing(from));
            }
        };
    }

    private List<Shelf> shelves(Stream<String> audiences) {
        return audiences.map(audience -> entry(audience).shelf()).toList();
    }
}
