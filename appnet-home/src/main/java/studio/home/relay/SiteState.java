package studio.home.relay;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import studio.domain.plan.ItemsHash;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;
import studio.feed.frame.Vector;
import studio.schema.feed.FrameCodec;

/** What one site last said, and what of it the centre has not been told. */
final class SiteState {

    /** The most items of a site whose status is kept. */
    static final int MAX_ITEMS = 2_000;

    private static final int MAX_DETAIL = 1_000;
    private static final int MAX_BYTES = 128 * 1024;
    private static final int OVERHEAD = 32;

    /** A site is told of at most once in that time. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** How long the end of a connection can go unnoticed: what was said before that arrived. */
    private static final Duration IN_DOUBT = Duration.ofMinutes(2);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(60);

    private final Map<String, Held> items = new TreeMap<>();
    private final Set<String> untold = new TreeSet<>();
    private boolean everything;
    private Optional<Boolean> mark = Optional.empty();
    private boolean present;
    private ItemsHash digest = ItemsHash.EMPTY;
    private Vector vector = Vector.NONE;
    private ItemsHash root = ItemsHash.EMPTY;
    private Instant lastHeard = Instant.MIN;
    private Instant lastTold = Instant.MIN;
    private Instant lastAsked = Instant.MIN;
    private Instant cleanedTold = Instant.MIN;
    private boolean cleaned;
    private Set<String> capabilities = Set.of();

    /**
     * How an item does.
     *
     * @param status what the site said, its detail shortened
     * @param hash   of what the site said
     * @param since  when it said so first
     */
    record Held(ItemStatus status, ItemsHash hash, Instant since) {}

    Collection<Held> items() {
        return items.values();
    }

    Optional<Held> item(String key) {
        return Optional.ofNullable(items.get(key));
    }

    Instant lastHeard() {
        return lastHeard;
    }

    /** What the site says of itself under that word, as in {@code site=hq}. */
    Optional<String> said(String word) {
        return capabilities.stream()
                .filter(capability -> capability.startsWith(word + "="))
                .map(capability -> capability.substring(word.length() + 1))
                .findFirst();
    }

    void heard(Instant now) {
        lastHeard = now;
    }

    void greeted(Frame.Hello hello) {
        vector = hello.vector();
        root = hello.root();
        capabilities = hello.capabilities();
    }

    void beats(Frame.Beat beat) {
        vector = beat.vector();
        root = beat.root();
    }

    /** Says whether the site should be asked for the status of everything, since it has another one than the home knows. */
    boolean asks(ItemsHash itsDigest, Instant now) {
        boolean due = !itsDigest.equals(digest) && items.size() < MAX_ITEMS && !now.isBefore(lastAsked.plus(ASK_AGAIN));
        if (due) {
            lastAsked = now;
        }
        return due;
    }

    /** Takes what the site says of its items; the latest counts. Says whether anything is other than before. */
    boolean take(Frame.Status status, Instant now) {
        boolean changed = false;
        if (status.all()) {
            Set<String> said = new TreeSet<>();
            status.items().forEach(item -> said.add(item.key()));
            List<String> gone =
                    items.keySet().stream().filter(key -> !said.contains(key)).toList();
            gone.forEach(this::remove);
            changed = !gone.isEmpty();
        }
        for (ItemStatus item : status.items()) {
            changed |= put(item, now);
        }
        for (String key : status.gone()) {
            changed |= remove(key);
        }
        return changed;
    }

    private boolean put(ItemStatus item, Instant now) {
        ItemsHash hash = item.hash();
        Optional<Held> before = item(item.key());
        if (before.filter(held -> held.hash().equals(hash)).isPresent()
                || (before.isEmpty() && items.size() >= MAX_ITEMS)) {
            return false;
        }
        Instant since = before.filter(held -> held.status().state().equals(item.state()))
                .map(Held::since)
                .orElse(now);
        items.put(item.key(), new Held(shortened(item), hash, since));
        digest = digest.minus(before.map(Held::hash).orElse(ItemsHash.EMPTY)).plus(hash);
        untold.add(item.key());
        return true;
    }

    private static ItemStatus shortened(ItemStatus item) {
        return item.detail().length() <= MAX_DETAIL
                ? item
                : new ItemStatus(
                        item.key(), item.digest(), item.state(), item.detail().substring(0, MAX_DETAIL));
    }

    private boolean remove(String key) {
        Optional<Held> before = Optional.ofNullable(items.remove(key));
        before.ifPresent(held -> {
            digest = digest.minus(held.hash());
            untold.add(key);
        });
        return before.isPresent();
    }

    void mark(boolean isPresent) {
        present = isPresent;
        mark = Optional.of(isPresent);
    }

    /** The site says that it has cleaned up, which is said again until it is gone. */
    void cleaned() {
        cleaned = true;
        cleanedTold = Instant.MIN;
    }

    /** Whether there is something that the centre does not know. */
    boolean isUntold() {
        return everything || !untold.isEmpty() || mark.isPresent();
    }

    boolean isDue(Instant now) {
        return !now.isBefore(lastTold.plus(PAUSE));
    }

    /** The connection to the centre is gone, and with it perhaps what was said last. */
    void doubt(Instant now) {
        cleanedTold = Instant.MIN;
        if (lastTold.plus(IN_DOUBT).isAfter(now)) {
            everything = true;
            mark = Optional.of(present);
        }
    }

    /** What the centre is to be told, and will have been; a large status in parts. */
    List<Frame.Up> tell(Instant now) {
        List<Frame.Up> told = new ArrayList<>();
        mark.ifPresent(isPresent -> told.add(new Frame.Beat(vector, root, digest, isPresent ? 0 : -1)));
        mark = Optional.empty();
        if (everything || !untold.isEmpty()) {
            told.addAll(statuses());
        }
        untold.clear();
        everything = false;
        lastTold = now;
        return told;
    }

    /** That it has cleaned up, if that is to be said now. */
    Optional<Frame.Up> tellCleaned(Instant now) {
        if (!cleaned || now.isBefore(cleanedTold.plus(ASK_AGAIN))) {
            return Optional.empty();
        }
        cleanedTold = now;
        return Optional.of(new Frame.Cleaned());
    }

    private List<Frame.Status> statuses() {
        List<Frame.Status> parts = new ArrayList<>();
        List<ItemStatus> part = new ArrayList<>();
        List<String> gone =
                untold.stream().filter(key -> !items.containsKey(key)).toList();
        int size = 0;
        Iterator<String> keys = (everything ? items.keySet() : untold).iterator();
        while (keys.hasNext()) {
            Optional<Held> held = item(keys.next());
            held.map(Held::status).ifPresent(part::add);
            size += held.map(Held::status).map(SiteState::size).orElse(0);
            if (size > MAX_BYTES) {
                parts.add(new Frame.Status(part, List.of(), everything && parts.isEmpty()));
                part.clear();
                size = 0;
            }
        }
        parts.add(new Frame.Status(part, everything ? List.of() : gone, everything && parts.isEmpty()));
        return parts;
    }

    private static int size(ItemStatus status) {
        return OVERHEAD
                + status.key().length()
                + status.digest().length()
                + status.state().length()
                + status.detail().length();
    }

    static Frame.FromSite from(String site, Frame.Up frame) {
        return new Frame.FromSite(site, ByteBuffer.wrap(FrameCodec.encode(frame)));
    }
}
