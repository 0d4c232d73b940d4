package studio.command.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/**
 * The task's own store: each stream's head and entities, who pays for a network, and the commands seen lately. One store for all of
 * them, because each changelog partition that a transaction touches makes its commit slower.
 */
final class StateStore {

    /** The store's name, and part of its changelog topic's. */
    static final String NAME = "state";

    private static final String HEAD = "h|";
    private static final String ENTITY = "e|";
    private static final String SEEN = "c|";
    private static final String PAYER = "p|";
    private static final char SEPARATOR = '|';
    private static final StringSerializer KEYS = new StringSerializer();

    /** Entities that are kept decoded. A command looks at a few, often at the same ones as the command before it. */
    static final int MAX_DECODED = 10_000;

    private final KeyValueStore<String, byte[]> store;

    /** Entities are immutable, and a task has one thread; whatever undoes a write makes a new store over the old one. */
    private final Map<String, Entity> decoded = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entity> eldest) {
            return size() > MAX_DECODED;
        }
    };

    StateStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    StreamHead head(StreamKey stream) {
        byte[] stored = store.get(HEAD + stream);
        return stored == null ? StreamHead.START : read(stored, StreamHead.class);
    }

    void putHead(StreamKey stream, StreamHead head) {
        store.put(HEAD + stream, write(head));
    }

    /** The stream's entities; each is decoded when it is asked for. */
    Entities entities(StreamKey stream) {
        return new StoredEntities(stream);
    }

    void apply(StreamKey stream, Change change) {
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

    /** Who pays for that network, if anybody does. */
    Optional<Name> payer(StreamKey network) {
        return Optional.ofNullable(store.get(PAYER + network))
                .map(bytes -> Name.of(new String(bytes, StandardCharsets.UTF_8)));
    }

    void putPayer(StreamKey network, Name user) {
        store.put(PAYER + network, user.value().getBytes(StandardCharsets.UTF_8));
    }

    void forgetPayer(StreamKey network) {
        store.delete(PAYER + network);
    }

    Optional<SeenCommand> seen(StreamKey stream, String commandId) {
        return Optional.ofNullable(store.get(seenKey(stream, commandId))).map(bytes -> read(bytes, SeenCommand.class));
    }

    void putSeen(StreamKey stream, String commandId, SeenCommand seen) {
        store.put(seenKey(stream, commandId), write(seen));
    }

    void forget(String seenKey) {
        store.delete(seenKey);
    }

    static String seenKey(StreamKey stream, String commandId) {
        return SEEN + stream + SEPARATOR + commandId;
    }

    /** Hands every command seen to {@code action}, in no particular order. */
    void forEachSeen(SeenConsumer action) {
        scan(SEEN, entry -> action.accept(entry.key, read(entry.value, SeenCommand.class)));
    }

    /** Hands every entity of every stream to {@code action}. */
    void forEachEntity(EntityConsumer action) {
        scan(ENTITY, entry -> {
            int end = entry.key.indexOf(SEPARATOR, ENTITY.length());
            StreamKey stream = StreamKey.parse(entry.key.substring(ENTITY.length(), end));
            action.accept(stream, entity(entry.key.substring(end + 1), entry.value));
        });
    }

    private void scan(String prefix, Consumer<KeyValue<String, byte[]>> action) {
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

    private static <T> T read(byte[] stored, Class<T> type) {
        try {
            return StudioJson.cbor().readValue(stored, type);
        } catch (IOException e) {
            throw new UncheckedIOException("the store holds no " + type.getSimpleName(), e);
        }
    }

    private static byte[] write(Object value) {
        try {
            return StudioJson.cbor().writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(value.getClass().getSimpleName() + " cannot be stored", e);
        }
    }

    /** Takes a command seen, with its key in the store. */
    interface SeenConsumer {
        void accept(String key, SeenCommand seen);
    }

    /** Takes an entity with its stream. */
    interface EntityConsumer {
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
            String entities = ENTITY + stream + SEPARATOR;
            List<S> found = new ArrayList<>();
            scan(entities + kind.label() + "/" + prefix, entry -> {
                Entity known = decoded.get(entry.key);
                Entity entity = known != null ? known : entity(entry.key.substring(entities.length()), entry.value);
                found.add(kind.type().cast(entity));
            });
            return found;
        }
    }
}
