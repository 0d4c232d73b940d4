package studio.schema;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.domain.kernel.Digest;
import studio.domain.kernel.StreamKey;

/**
 * Follows the hash chains of many streams at once and finds where one breaks. Each stream's events must come in order; between
 * streams the order does not matter. Not safe for threads.
 *
 * <p>What it cannot see by itself is an end cut off: for that, compare {@link #heads()} with those of an earlier run.
 */
public final class ChainVerifier {

    private final SortedMap<StreamKey, Head> heads = new TreeMap<>();
    private long events;

    /**
     * Checks a stream's next event and makes it the stream's head, whether it fits or not.
     *
     * @return why it does not fit, if so
     */
    public Optional<String> next(StoredEvent event) {
        EventMeta meta = event.meta();
        Head before = heads.getOrDefault(meta.stream(), Head.START);
        heads.put(meta.stream(), new Head(meta.revision(), meta.hash()));
        events++;
        if (meta.revision() != before.revision() + 1) {
            return Optional.of("revision " + meta.revision() + " follows revision " + before.revision());
        }
        if (!meta.previousHash().equals(before.hash())) {
            return Optional.of("it was written after another event than the one before it");
        }
        return meta.hash().equals(HashChain.hash(event.type(), event.version(), event.body()))
                ? Optional.empty()
                : Optional.of("its content does not have the hash that it carries");
    }

    /** Where each stream ends. */
    public Map<StreamKey, Head> heads() {
        return new TreeMap<>(heads);
    }

    /** How many events were checked. */
    public long events() {
        return events;
    }

    /**
     * Where a stream ends.
     *
     * @param revision its last event's number
     * @param hash     its last event's hash
     */
    public record Head(long revision, Digest hash) {
        /** Before the first event. */
        static final Head START = new Head(0, HashChain.START);
    }
}
