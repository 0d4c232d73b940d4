package studio.projection.history;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.domain.kernel.StreamKey;

/** The past states that were asked for last: what was never changes. Bounded by how many entities they have together. */
final class PastCache {

    private final int limit;
    private final Map<Key, Past> states = new LinkedHashMap<>(16, 0.75f, true);
    private int entities;

    PastCache(int limit) {
        this.limit = limit;
    }

    private record Key(StreamKey stream, long revision) {}

    synchronized Optional<Past> find(StreamKey stream, long revision) {
        return Optional.ofNullable(states.get(new Key(stream, revision)));
    }

    synchronized void put(Past past) {
        if (states.put(new Key(past.stream(), past.revision()), past) == null) {
            entities += size(past);
        }
        Iterator<Past> oldest = states.values().iterator();
        while (entities > limit && oldest.hasNext()) {
            entities -= size(oldest.next());
            oldest.remove();
        }
    }

    private static int size(Past past) {
        return past.entities().asMap().size();
    }
}
