package studio.projection.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Command;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Event;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.StreamKey;
import studio.schema.ActorRef;
import studio.schema.CommandCodec;
import studio.schema.CommandOutcome;
import studio.schema.CommandOutcome.EventSummary;
import studio.schema.CommandOutcome.Refusal;
import studio.schema.EventCodec;
import studio.schema.EventMeta;
import studio.schema.HashChain;
import studio.schema.StoredEvent;

/** Decides commands with the domain's own deciders and keeps what happened, as the log would have it. */
public final class History {

    private final Map<StreamKey, EntityMap> entities = new HashMap<>();
    private final Map<StreamKey, List<StoredEvent>> events = new HashMap<>();
    // Refusals of long ago would be forgotten.
    private Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private int commands;
    private Optional<String> cause = Optional.empty();

    /** Whatever is given meanwhile is given because of that event or command. */
    public void because(String causationId, Runnable meanwhile) {
        cause = Optional.of(causationId);
        meanwhile.run();
        cause = Optional.empty();
    }

    /** What became of a command. */
    public record Told(List<StoredEvent> events, CommandOutcome outcome) {}

    /** Gives a command. */
    public Told give(Actor actor, StreamKey stream, Command command) {
        return give("command-" + ++commands, actor, stream, command);
    }

    /** Gives a command that has that id. */
    public Told give(String commandId, Actor actor, StreamKey stream, Command command) {
        return give(StreamType.of(stream), commandId, actor, stream, command);
    }

    private <C extends Command, E extends Event> Told give(
            StreamType<C, E> type, String commandId, Actor actor, StreamKey stream, Command command) {
        now = now.plus(1234, ChronoUnit.MICROS);
        EntityMap before = entities.computeIfAbsent(stream, EntityMap::new);
        C own = type.commands().cast(command);
        Decision<E> decision = type.decider()
                .authorise(own, before, actor)
                .<Decision<E>>map(Decision::reject)
                .orElseGet(() ->
                        type.decider().decide(own, before, new Facts(now, new IdSource(commandId, now), actor)));
        return switch (decision) {
            case Decision.Accepted<E> accepted -> {
                List<StoredEvent> stored = new ArrayList<>();
                IdSource ids = new IdSource(commandId + "/events", now);
                for (E event : accepted.events()) {
                    stored.add(append(type, stream, event, meta(actor, stream, commandId, ids)));
                }
                yield new Told(stored, outcome(actor, stream, command, commandId, stored, Optional.empty()));
            }
            case Decision.Rejected<E> rejected ->
                new Told(
                        List.of(),
                        outcome(
                                actor,
                                stream,
                                command,
                                commandId,
                                List.of(),
                                Optional.of(refusal(rejected.rejection()))));
        };
    }

    /** Appends an event, whoever decided it. */
    public StoredEvent happen(Actor actor, StreamKey stream, Event event) {
        return happen(StreamType.of(stream), actor, stream, event);
    }

    private <E extends Event> StoredEvent happen(StreamType<?, E> type, Actor actor, StreamKey stream, Event event) {
        now = now.plus(1234, ChronoUnit.MICROS);
        String commandId = "command-" + ++commands;
        EventMeta meta = meta(actor, stream, commandId, new IdSource(commandId + "/events", now));
        return append(type, stream, type.events().cast(event), meta);
    }

    private EventMeta meta(Actor actor, StreamKey stream, String commandId, IdSource ids) {
        List<StoredEvent> earlier = of(stream);
        Digest previous =
                earlier.isEmpty() ? HashChain.START : earlier.getLast().meta().hash();
        return new EventMeta(
                HashChain.START,
                previous,
                ids.next(),
                stream,
                earlier.size() + 1,
                commandId,
                commandId,
                cause,
                ActorRef.to(actor),
                Optional.empty(),
                now);
    }

    private <E extends Event> StoredEvent append(StreamType<?, E> type, StreamKey stream, E event, EventMeta meta) {
        StoredEvent stored = EventCodec.encode(meta, event);
        events.computeIfAbsent(stream, key -> new ArrayList<>()).add(stored);
        EntityMap state = entities(stream);
        List<Change> changes = type.decider().evolve(new Recorded<>(meta.revision(), meta.occurredAt(), event), state);
        state.apply(changes);
        return stored;
    }

    private CommandOutcome outcome(
            Actor actor,
            StreamKey stream,
            Command command,
            String commandId,
            List<StoredEvent> stored,
            Optional<Refusal> refusal) {
        return new CommandOutcome(
                commandId,
                stream,
                CommandCodec.typeOf(command),
                ActorRef.to(actor),
                now,
                false,
                false,
                of(stream).size(),
                command.subject(stream).toString(),
                Optional.empty(),
                0,
                stored.stream()
                        .map(event -> new EventSummary(event.type(), Optional.empty()))
                        .toList(),
                refusal);
    }

    private static Refusal refusal(Rejection rejection) {
        return new Refusal(rejection.reason(), rejection.detail(), rejection.field(), Optional.empty());
    }

    /** All events of that stream. */
    public List<StoredEvent> of(StreamKey stream) {
        return events.getOrDefault(stream, List.of());
    }

    /** The entities of that stream as they are now. */
    public EntityMap entities(StreamKey stream) {
        return entities.computeIfAbsent(stream, EntityMap::new);
    }

    /** All streams that have events. */
    public List<StreamKey> streams() {
        return events.keySet().stream().sorted().toList();
    }
}
