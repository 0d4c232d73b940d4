package studio.projection.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.domain.StreamType;
import studio.domain.backbone.Backbone;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Event;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.library.Library;
import studio.domain.library.LibraryAccess;
import studio.domain.network.Network;
import studio.domain.network.NetworkAccess;
import studio.domain.user.User;
import studio.schema.StoredEvent;

/** Folds the events of one stream over what the tables have of it. Touches no database by itself. */
final class StreamFold {

    private final StreamKey stream;
    private final Overlay entities;
    private final Map<EntityKey, Long> writtenAt = new HashMap<>();
    private final Head begun;
    private Head head;

    StreamFold(Head begun, Entities base) {
        this.stream = base.stream();
        this.entities = new Overlay(base);
        this.begun = begun;
        this.head = begun;
    }

    /**
     * Folds the stream's next event in, or nothing of it.
     *
     * @return the uid of the entity that the event is about, if that is known
     * @throws BrokenLogException if the event is not the stream's next, or cannot have happened
     */
    Optional<Uid> fold(StoredEvent event) {
        Head next = head.next(event);
        EntityKey subject = event.event().subject(stream);
        Optional<Uid> before = uid(subject);
        List<Change> changes;
        try {
            changes = evolve(StreamType.of(stream), event);
        } catch (IllegalStateException contradiction) {
            throw new BrokenLogException(
                    stream + "@" + next.revision() + " cannot have happened: " + contradiction.getMessage(),
                    contradiction);
        }
        entities.apply(changes);
        changes.forEach(change -> writtenAt.put(change.key(), next.revision()));
        head = next;
        return uid(subject).or(() -> before);
    }

    private <E extends Event> List<Change> evolve(StreamType<?, E> type, StoredEvent stored) {
        E event = type.events().cast(stored.event());
        return type.decider()
                .evolve(new Recorded<>(stored.meta().revision(), stored.meta().occurredAt(), event), entities);
    }

    private Optional<Uid> uid(EntityKey key) {
        return entities.find(key).map(Entity::meta).map(ObjectMeta::uid);
    }

    StreamKey stream() {
        return stream;
    }

    /** Says whether anything was folded in. */
    boolean hasNews() {
        return !head.equals(begun);
    }

    /** The last event folded in. */
    Head head() {
        return head;
    }

    /** The last change of each entity. */
    Iterable<Change> changes() {
        return entities.changes();
    }

    /** The revision of the stream that last changed that entity here. */
    long writtenAt(EntityKey key) {
        return writtenAt.getOrDefault(key, head.revision());
    }

    /** Who may read the stream's history, beside administrators and auditors. */
    Owners readers() {
        return root(stream)
                .flatMap(entities::find)
                .map(entity -> switch (entity) {
                    case User user -> Owners.user(stream.name());
                    case Backbone backbone -> backbone.owners();
                    case Library library -> LibraryAccess.historians(library);
                    case Network network -> NetworkAccess.readers(network);
                    case Entity other -> throw new IllegalStateException(other.key() + " is no root of a stream");
                })
                .orElse(Owners.NOBODY);
    }

    /** The entity that a stream is named after; the stream of the installation's own certificates is named after none. */
    static Optional<EntityKey> root(StreamKey stream) {
        StreamType<?, ?> type = StreamType.of(stream);
        return type == StreamType.AUTHORITY
                ? Optional.empty()
                : Optional.of(type.kinds().getFirst().key(stream.name()));
    }
}
