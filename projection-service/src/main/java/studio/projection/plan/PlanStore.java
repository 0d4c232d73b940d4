package studio.projection.plan;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.plan.AudienceHead;
import studio.domain.plan.ItemsHash;
import studio.domain.plan.PlanDifference;
import studio.projection.store.Head;
import studio.streams.EntityStore;

/**
 * The planner's own store: each stream's head and entities, each audience's head, and the digest of each item that was written, with who asked for it. One
 * store for all of them, because each changelog partition that a transaction touches makes its commit slower.
 */
final class PlanStore {

    /** The store's name, and part of its changelog topic's. */
    static final String NAME = "plan";

    private static final String STREAM = "h|";
    private static final String AUDIENCE = "a|";
    private static final String ITEM = "i|";
    private static final char SEPARATOR = '|';

    private final KeyValueStore<String, byte[]> store;
    private final EntityStore entities;

    PlanStore(KeyValueStore<String, byte[]> store, int decodedLimit) {
        this.store = store;
        this.entities = new EntityStore(store, decodedLimit);
    }

    /** An audience's head as it is stored. */
    @SuppressWarnings("ArrayRecordComponent") // Read and written as a whole; nobody compares stored heads.
    private record StoredHead(long version, long count, byte[] hash, List<String> document, Optional<Uid> home) {}

    Head head(StreamKey stream) {
        return entities.find(STREAM + stream, Head.class).orElse(Head.START);
    }

    /** The stream's entities; each is decoded when it is asked for. */
    Entities entities(StreamKey stream) {
        return entities.entities(stream);
    }

    /** The stream is at that head after these changes. */
    void apply(StreamKey stream, Iterable<Change> changes, Head head) {
        changes.forEach(change -> entities.apply(stream, change));
        entities.put(STREAM + stream, head);
    }

    /** What was last said of the audience; nothing if nothing was, or that it is gone. */
    Optional<AudienceHead> audience(StreamKey stream, String audience) {
        return entities.find(audienceKey(stream, audience), StoredHead.class)
                .map(stored -> new AudienceHead(
                        stored.version(),
                        stored.count(),
                        ItemsHash.of(stored.hash()),
                        stored.document(),
                        stored.home()));
    }

    /**
     * What was written of an item.
     *
     * @param digest its digest
     * @param by     who asked for it, of what participants decide about
     */
    record Written(String digest, Optional<String> by) {

        private static final String SEPARATOR = " ";

        static Written parse(String text) {
            String[] parts = text.split(SEPARATOR, 2);
            return new Written(parts[0], parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
        }

        @Override
        public String toString() {
            return digest + by.map(who -> SEPARATOR + who).orElse("");
        }
    }

    /** What was written of each item that the audience has, by key. */
    Map<String, Written> written(StreamKey stream, String audience) {
        String prefix = itemKey(stream, audience, "");
        Map<String, Written> written = new HashMap<>();
        entities.scan(
                prefix,
                entry -> written.put(
                        entry.key.substring(prefix.length()),
                        Written.parse(new String(entry.value, StandardCharsets.UTF_8))));
        return written;
    }

    void apply(StreamKey stream, String audience, PlanDifference difference) {
        difference
                .upserted()
                .forEach(item -> store.put(
                        itemKey(stream, audience, item.key()),
                        new Written(item.digest(), item.cause().by()).toString().getBytes(StandardCharsets.UTF_8)));
        difference.removed().forEach(key -> store.delete(itemKey(stream, audience, key)));
        AudienceHead head = difference.head();
        entities.put(
                audienceKey(stream, audience),
                new StoredHead(head.version(), head.count(), head.hash().bytes(), head.document(), head.home()));
    }

    void forget(StreamKey stream, String audience) {
        store.delete(audienceKey(stream, audience));
    }

    private static String audienceKey(StreamKey stream, String audience) {
        return AUDIENCE + stream + SEPARATOR + audience;
    }

    private static String itemKey(StreamKey stream, String audience, String item) {
        return ITEM + stream + SEPARATOR + audience + SEPARATOR + item;
    }
}
