package studio.domain.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Command;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Event;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Name;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;

/**
 * One stream that authorises, decides and evolves as the processor does, and checks with every command what must hold for each of
 * them: deciding changes nothing and answers alike when asked again, folding the events gives what the processor would store,
 * and every entity's revision is that of an event.
 *
 * @param <C> its commands
 * @param <E> its events
 */
public final class LiveStream<C extends Command, E extends Event> {

    private final StreamType<C, E> type;
    private final EntityMap entities;
    private final List<Recorded<E>> history = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private int commands;

    /** An empty stream of that type and name. */
    public LiveStream(StreamType<C, E> type, String name) {
        this.type = type;
        this.entities = new EntityMap(type.key(Name.of(name)));
    }

    /** Its type. */
    public StreamType<C, E> type() {
        return type;
    }

    /** Its entities. */
    public EntityMap entities() {
        return entities;
    }

    /** Its events so far. */
    public List<Recorded<E>> history() {
        return List.copyOf(history);
    }

    /** The time at which the next command is given. */
    public Instant now() {
        return now;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Gives a command and, if it is accepted, appends its events. */
    public Decision<E> submit(Actor actor, C command) {
        String commandId = "command-" + ++commands;
        Map<EntityKey, Entity> before = copyOf(entities);
        Decision<E> decision = answer(commandId, actor, command);
        assertThat(answer(commandId, actor, command))
                .as("the same answer again")
                .isEqualTo(decision);
        assertThat(entities.asMap()).as("entities after deciding").isEqualTo(before);
        if (decision instanceof Decision.Accepted<E> accepted) {
            append(accepted.events());
        }
        return decision;
    }

    private Decision<E> answer(String commandId, Actor actor, C command) {
        Facts facts = new Facts(now, new IdSource(commandId, now), actor);
        return Decision.unless(
                type.decider().authorise(command, entities, actor),
                () -> type.decider().decide(command, entities, facts));
    }

    /** Appends events, whoever decided them. */
    public void append(List<E> events) {
        EntityMap stored = new EntityMap(entities.stream());
        entities.forEach(entity -> stored.apply(Change.put(entity)));
        Overlay overlay = new Overlay(stored);
        for (E event : events) {
            Recorded<E> recorded = new Recorded<>(history.size() + 1L, now, event);
            overlay.apply(type.decider().evolve(recorded, overlay));
            entities.apply(type.decider().evolve(recorded, entities));
            history.add(recorded);
        }
        type.kinds()
                .forEach(kind -> assertThat(overlay.list(kind)).as("overlay").isEqualTo(entities.list(kind)));
        stored.apply(overlay.changes());
        assertThat(stored.asMap()).as("what the processor stores").isEqualTo(entities.asMap());
        overlay.changes().forEach(change -> entities.find(change.key()).ifPresent(this::checkRevision));
    }

    private void checkRevision(Entity entity) {
        long revision = entity.meta().revision();
        assertThat(revision).as("revision of %s", entity.key()).isBetween(1L, (long) history.size());
        assertThat(entity.meta().changedAt())
                .isEqualTo(history.get((int) revision - 1).at());
    }

    /** The entities that a replay of all events from an empty stream gives. */
    public EntityMap replayed() {
        EntityMap fresh = new EntityMap(entities.stream());
        history.forEach(recorded -> fresh.apply(type.decider().evolve(recorded, fresh)));
        return fresh;
    }

    private static Map<EntityKey, Entity> copyOf(EntityMap entities) {
        return new TreeMap<>(entities.asMap());
    }
}
