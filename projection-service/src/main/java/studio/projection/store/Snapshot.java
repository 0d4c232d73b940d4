package studio.projection.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Kind;
import studio.domain.kernel.StreamKey;
import studio.projection.store.EntityReader.Located;

/**
 * What the tables have of the streams of one batch. What the events are about is read ahead; what else an event turns out to need
 * is read when it is asked for, once.
 */
final class Snapshot {

    private final EntityReader reader;
    private final Map<StreamKey, Head> heads;
    private final Map<Located, Optional<Entity>> entities = new HashMap<>();

    private Snapshot(EntityReader reader, Map<StreamKey, Head> heads) {
        this.reader = reader;
        this.heads = heads;
    }

    /** Reads ahead for those records. */
    static Snapshot of(EntityReader reader, List<LogRecord> records) {
        Set<StreamKey> streams = new HashSet<>();
        Set<Located> wanted = new HashSet<>();
        for (LogRecord record : records) {
            StreamKey stream = record.stream();
            streams.add(stream);
            StreamFold.root(stream).ifPresent(root -> wanted.add(new Located(stream, root)));
            if (record instanceof LogRecord.Happened happened) {
                wanted.add(new Located(stream, happened.event().event().subject(stream)));
            }
        }
        Snapshot snapshot = new Snapshot(reader, streams.isEmpty() ? Map.of() : reader.heads(streams));
        // A stream without a head has nothing in the tables.
        Set<Located> there = wanted.stream()
                .filter(located -> snapshot.heads.containsKey(located.stream()))
                .collect(Collectors.toSet());
        Map<Located, Entity> found = there.isEmpty() ? Map.of() : reader.find(there);
        there.forEach(located -> snapshot.entities.put(located, Optional.ofNullable(found.get(located))));
        return snapshot;
    }

    /** A fold that begins with what the tables have of that stream. */
    StreamFold begin(StreamKey stream) {
        Head head = heads.get(stream);
        return head == null
                ? new StreamFold(Head.START, new EntityMap(stream))
                : new StreamFold(head, new StreamEntities(stream));
    }

    private record Listed(Kind<?> kind, String prefix) {}

    private final class StreamEntities implements Entities {

        private final StreamKey stream;
        private final Map<Listed, Map<EntityKey, ? extends Entity>> lists = new HashMap<>();

        StreamEntities(StreamKey stream) {
            this.stream = stream;
        }

        @Override
        public StreamKey stream() {
            return stream;
        }

        @Override
        public Optional<Entity> find(EntityKey key) {
            Located located = new Located(stream, key);
            return entities.computeIfAbsent(
                    located,
                    missing -> Optional.ofNullable(reader.find(Set.of(missing)).get(missing)));
        }

        @Override
        public <S extends Entity> List<S> list(Kind<S> kind) {
            return list(kind, "");
        }

        @Override
        public <S extends Entity> List<S> list(Kind<S> kind, String prefix) {
            return lists
                    .computeIfAbsent(new Listed(kind, prefix), missing -> reader.list(stream, kind, prefix))
                    .values()
                    .stream()
                    .map(kind.type()::cast)
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }
}
