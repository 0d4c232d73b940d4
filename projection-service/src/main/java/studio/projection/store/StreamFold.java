package studio.projection.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import studio.domain.StreamType;
import studio.domain.backbone.Backbone;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.library.Library;
import studio.domain.library.LibraryAccess;
import studio.domain.network.Network;
import studio.domain.network.NetworkAccess;
import studio.domain.user.User;
import studio.projection.audit.Place;
import studio.projection.history.Incarnation;
import studio.projection.watch.Changed;
import studio.schema.StoredEvent;

/** Folds the events of one stream over what the tables have of it. Touches no database by itself. */
final class StreamFold {

    private final StreamKey stream;
    private final Overlay entities;
    private final Map<EntityKey, Long> writtenAt = new HashMap<>();
    private final Map<EntityKey, Place> places = new HashMap<>();
    private final List<Concern> concerns = new ArrayList<>();
    private final List<Incarnation> ended = new ArrayList<>();
    private final Head begun;
    private final Optional<Entity> rootBefore;
    private Head head;

    StreamFold(Head begun, Entities base) {
        this.stream = base.stream();
        this.entities = new Overlay(base);
        this.begun = begun;
        this.rootBefore = root();
        this.head = begun;
    }

    /**
     * Folds the stream's next event in, or nothing of it.
     *
     * @param event the event
     * @param place where it stands in the log
     * @return the uid of the entity that the event is about, if that is known
     * @throws BrokenLogException if the event is not the stream's next, or cannot have happened
     */
    Optional<Uid> fold(StoredEvent event, Place place) {
        Head next = head.next(event);
        EntityKey subject = event.event().subject(stream);
        Optional<Uid> before = uid(subject);
        List<Change> changes;
        try {
            changes = StreamType.of(stream).evolve(event.recorded(), entities);
        } catch (IllegalStateException contradiction) {
            throw new BrokenLogException(
                    stream + "@" + next.revision() + " cannot have happened: " + contradiction.getMessage(),
                    contradiction);
        }
        Optional<Uid> life = rootUid();
        Owners readers = readers();
        entities.apply(changes);
        changes.forEach(change -> {
            writtenAt.put(change.key(), next.revision());
            places.put(change.key(), place);
        });
        Set<EntityKey> concerned = new TreeSet<>(Set.of(subject));
        changes.forEach(change -> concerned.add(change.key()));
        concerned.forEach(entity -> concerns.add(new Concern(entity, next.revision())));
        head = isReborn(life) ? reborn(next, readers) : next;
        return uid(subject).or(() -> before);
    }

    private boolean isReborn(Optional<Uid> life) {
        return life.isPresent()
                && rootUid().filter(now -> !now.equals(life.get())).isPresent();
    }

    private Head reborn(Head next, Owners readers) {
        ended.add(new Incarnation(next.since(), Optional.of(next.revision()), readers));
        return next.reborn();
    }

    /**
     * That an event concerns an entity: it is about it, or changes it as a consequence.
     *
     * @param entity   the entity
     * @param revision the event's
     */
    record Concern(EntityKey entity, long revision) {}

    /** Which entities each event concerns. */
    List<Concern> concerns() {
        return concerns;
    }

    /**
     * The root's incarnations that were open at some time since the fold began, the present one last; each belongs to those who
     * owned it at its end.
     */
    List<Incarnation> incarnations() {
        List<Incarnation> all = new ArrayList<>(ended);
        all.add(new Incarnation(head.since(), Optional.empty(), readers()));
        return all;
    }

    /** Who may read what happened or was refused at that revision, as far as is known without asking the tables. */
    Owners readers(long revision) {
        return incarnations().stream()
                .filter(incarnation -> incarnation.covers(revision))
                .findFirst()
                .map(Incarnation::readers)
                .orElse(Owners.NOBODY);
    }

    private Optional<Uid> rootUid() {
        return root().map(Entity::meta).map(ObjectMeta::uid);
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

    /** The same with who may see them, for those who watch. */
    Stream<Changed> changed() {
        Optional<Entity> root = root();
        return entities.changes().stream().map(change -> {
            Optional<Entity> entity = switch (change) {
                case Change.Put put -> Optional.of(put.entity());
                case Change.Remove remove -> Optional.empty();
            };
            return new Changed(
                    Objects.requireNonNull(places.get(change.key())), stream, change.key(), entity, rootBefore, root);
        });
    }

    /** Not every stream is named after one of its entities, and no table has such a row to look for. */
    private Optional<Entity> root() {
        return StreamType.hasRoot(stream) ? entities.find(StreamType.root(stream)) : Optional.empty();
    }

    /** The revision of the stream that last changed that entity here. */
    long writtenAt(EntityKey key) {
        return writtenAt.getOrDefault(key, head.revision());
    }

    /** Who may read the stream's history, beside administrators and auditors. */
    Owners readers() {
        return root().map(entity -> switch (entity) {
                    case User user -> Owners.user(stream.name());
                    case Backbone backbone -> backbone.owners();
                    case Library library -> LibraryAccess.historians(library);
                    case Network network -> NetworkAccess.readers(network);
                    case Entity other -> throw new IllegalStateException(other.key() + " is no root of a stream");
                })
                .orElse(Owners.NOBODY);
    }
}
