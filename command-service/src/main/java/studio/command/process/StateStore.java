package studio.command.process;

import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.streams.EntityStore;

/**
 * The task's own store: each stream's head and entities, who pays for a network, and the commands seen lately. One store for all of
 * them, because each changelog partition that a transaction touches makes its commit slower.
 */
final class StateStore {

    /** The store's name, and part of its changelog topic's. */
    static final String NAME = "state";

    private static final String HEAD = "h|";
    private static final String SEEN = "c|";
    private static final String PAYER = "p|";
    private static final char SEPARATOR = '|';

    /** Entities that are kept decoded. A command looks at a few, often at the same ones as the command before it. */
    static final int MAX_DECODED = 10_000;

    private final EntityStore store;

    StateStore(KeyValueStore<String, byte[]> store) {
        this.store = new EntityStore(store, MAX_DECODED);
    }

    StreamHead head(StreamKey stream) {
        return store.find(HEAD + stream, StreamHead.class).orElse(StreamHead.START);
    }

    void putHead(StreamKey stream, StreamHead head) {
        store.put(HEAD + stream, head);
    }

    /** The stream's entities; each is decoded when it is asked for. */
    Entities entities(StreamKey stream) {
        return store.entities(stream);
    }

    void apply(StreamKey stream, Change change) {
        store.apply(stream, change);
    }

    /** Who pays for that network, if anybody does. */
    Optional<Name> payer(StreamKey network) {
        return store.find(PAYER + network, String.class).map(Name::of);
    }

    void putPayer(StreamKey network, Name user) {
        store.put(PAYER + network, user.value());
    }

    void forgetPayer(StreamKey network) {
        store.delete(PAYER + network);
    }

    Optional<SeenCommand> seen(StreamKey stream, String commandId) {
        return store.find(seenKey(stream, commandId), SeenCommand.class);
    }

    void putSeen(StreamKey stream, String commandId, SeenCommand seen) {
        store.put(seenKey(stream, commandId), seen);
    }

    void forget(String seenKey) {
        store.delete(seenKey);
    }

    static String seenKey(StreamKey stream, String commandId) {
        return SEEN + stream + SEPARATOR + commandId;
    }

    /** Hands every command seen to {@code action}, in no particular order. */
    void forEachSeen(SeenConsumer action) {
        store.scan(SEEN, entry -> action.accept(entry.key, EntityStore.read(entry.value, SeenCommand.class)));
    }

    /** Hands every entity of every stream to {@code action}. */
    void forEachEntity(EntityStore.EntityConsumer action) {
        store.forEachEntity(action);
    }

    /** Takes a command seen, with its key in the store. */
    interface SeenConsumer {
        void accept(String key, SeenCommand seen);
    }
}
