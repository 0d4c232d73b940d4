package studio.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import studio.api.json.EntityJson;
import studio.api.json.StudioJson;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.StreamKey;

/** The entities of streams in a task's own store, beside whatever else the task keeps there under other prefixes. */
public final class EntityStore {

    private static final String ENTITY = "e|";
    private static final char SEPARATOR = '|';

    /** No name begins with either; what begins with a name comes after the first and before the last. */
    private static final char FIRST = '\0';

    private static final char LAST = '\uffff';
    private static final StringSerializer KEYS = new StringSerializer();

    private final KeyValueStore<String, byte[]> store;

    /** Entities are immutable, and a task has one thread; whatever undoes a write makes a new store over the old one. */
    private final Map<String, Entity> decoded;

    /**
     * The entities in that store.
     *
     * @param store        the store
     * @param decodedLimit how many are kept decoded: a record looks at a few, often at the same ones as the record before it
     */
    public EntityStore(KeyValueStore<String, byte[]> store, int decodedLimit) {
        this.store = store;
        this.decoded = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Entity> eldest) {
                return size() > decodedLimit;
            }
        };
    }

    /** The stream's entities; each is decoded when it is asked for. */
    public Entities entities(StreamKey stream) {
        return new StoredEntities(stream);
    }

    /** Makes that change in the stream. */
    public void apply(StreamKey stream, Change change) {
        String key = entityKey(stream, change.key());
        switch (change) {
            case Change.Put put -> {
                store.put(key, EntityJson.toCbor(put.entity()));
                decoded.put(key, put.entity());
            }
            case Change.Remove remove -> {
                store.delete(key);
                decoded.remove(key);
            }
        }
    }

    /** Hands every entity of every stream to {@code action}. */
    public void forEachEntity(EntityConsumer action) {
        scan(ENTITY, entry -> {
            int end = entry.key.indexOf(SEPARATOR, ENTITY.length());
            StreamKey stream = StreamKey.parse(entry.key.substring(ENTITY.length(), end));
            action.accept(stream, entity(entry.key.substring(end + 1), entry.value));
        });
    }

    /** Hands every entry whose key begins like that to {@code action}, in the order of the keys. */
    public void scan(String prefix, Consumer<KeyValue<String, byte[]>> action) {
        try (KeyValueIterator<String, byte[]> entries = store.prefixScan(prefix, KEYS)) {
            entries.forEachRemaining(action);
        }
    }

    private static String entityKey(StreamKey stream, EntityKey key) {
        return ENTITY + stream + SEPARATOR + key;
    }

    private static Entity entity(String key, byte[] stored) {
        int slash = key.indexOf('/');
        return EntityJson.fromCbor(new EntityKey(key.substring(0, slash), key.substring(slash + 1)), stored);
    }

    /** What is stored under that key, read as that type. */
    public <T> Optional<T> find(String key, Class<T> type) {
        return Optional.ofNullable(store.get(key)).map(stored -> read(stored, type));
    }

    /** Stores a value under that key. */
    public void put(String key, Object value) {
        try {
            store.put(key, StudioJson.cbor().writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(value.getClass().getSimpleName() + " cannot be stored", e);
        }
    }

    /** Forgets what is stored under that key. */
    public void delete(String key) {
        store.delete(key);
    }

    /** A stored value, read as that type. */
    public static <T> T read(byte[] stored, Class<T> type) {
        try {
            return StudioJson.cbor().readValue(stored, type);
        } catch (IOException e) {
            throw new UncheckedIOException("the store holds no " + type.getSimpleName(), e);
        }
    }

    /** Takes an entity with its stream. */
    public interface EntityConsumer {

        /** That entity is in that stream. */
        void accept(StreamKey stream, Entity entity);
    }

    private final class StoredEntities implements Entities {

        private final StreamKey stream;

        StoredEntities(StreamKey stream) {
            this.stream = stream;
        }

        @Override
        public StreamKey stream() {
            return stream;
        }

        @Override
        public Optional<Entity> find(EntityKey key) {
            String stored = entityKey(stream, key);
            return Optional.ofNullable(decoded.get(stored))
                    .or(() -> Optional.ofNullable(store.get(stored)).map(bytes -> {
                        Entity entity = EntityJson.fromCbor(key, bytes);
                        decoded.put(stored, entity);
                        return entity;
                    }));
        }

        @Override
        public <S extends Entity> List<S> list(Kind<S> kind) {
            return list(kind, "");
        }

        @Override
        public <S extends Entity> List<S> list(Kind<S> kind, String prefix) {
            List<S> found = new ArrayList<>();
            scan(first(kind) + prefix, entry -> found.add(entity(kind, entry)));
            return found;
        }

        @Override
        public <S extends Entity> List<S> list(Kind<S> kind, String prefix, String after, int limit) {
            List<S> found = new ArrayList<>();
            String beginning = after.compareTo(prefix) < 0 ? prefix : after + FIRST;
            try (KeyValueIterator<String, byte[]> entries =
                    store.range(first(kind) + beginning, first(kind) + prefix + LAST)) {
                while (found.size() < limit && entries.hasNext()) {
                    found.add(entity(kind, entries.next()));
                }
            }
            return found;
        }

        private String first(Kind<?> kind) {
            return ENTITY + stream + SEPARATOR + kind.label() + "/";
        }

        private <S extends Entity> S entity(Kind<S> kind, KeyValue<String, byte[]> entry) {
            Entity known = decoded.get(entry.key);
            String key = entry.key.substring((ENTITY + stream + SEPARATOR).length());
            return kind.type().cast(known != null ? known : EntityStore.entity(key, entry.value));
        }
    }
}
