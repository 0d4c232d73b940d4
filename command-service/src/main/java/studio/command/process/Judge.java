package studio.command.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.api.json.StudioJson;
import studio.api.view.Views;
import studio.domain.StreamType;
import studio.domain.kernel.Change;
import studio.domain.kernel.Command;
import studio.domain.kernel.Decider;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Event;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Rejection.Reason;
import studio.domain.kernel.StreamKey;
import studio.schema.CommandMeta;
import studio.schema.CommandOutcome;
import studio.schema.CommandOutcome.EventSummary;
import studio.schema.CommandOutcome.Refusal;
import studio.schema.EventCodec;
import studio.schema.EventMeta;
import studio.schema.StoredCommand;
import studio.schema.StoredEvent;

/**
 * Brings one command before its stream's decider: authorise, expected revision, decide, evolve. Writes nothing.
 *
 * @param <C> the stream's commands
 * @param <E> the stream's events
 */
final class Judge<C extends Command, E extends Event> {

    /** Events that one command may cause. */
    static final int MAX_EVENTS = 1_000;

    /** Bytes of events that one command may cause; a Kafka record may have 1 MiB, and so may an outcome that lists them. */
    static final int MAX_BYTES = 900_000;

    private final Decider<C, E> decider;
    private final StoredCommand stored;
    private final C command;
    private final Entities entities;
    private final StreamHead head;
    private final Instant now;

    private Judge(StreamType<C, E> type, StoredCommand stored, Entities entities, StreamHead head) {
        this.decider = type.decider();
        this.stored = stored;
        this.command = type.commands().cast(stored.command());
        this.entities = entities;
        this.head = head;
        this.now = head.notBefore(stored.meta().issuedAt());
    }

    /**
     * What the command leads to.
     *
     * @throws EvolveFailedException if an event contradicts the state
     * @throws RuntimeException      if the decider breaks its promise never to throw
     */
    static <C extends Command, E extends Event> Verdict judge(
            StreamType<C, E> type, StoredCommand stored, Entities entities, StreamHead head) {
        return new Judge<>(type, stored, entities, head).judge();
    }

    private Verdict judge() {
        Optional<Rejection> refusal =
                decider.authorise(command, entities, meta().authority()).or(this::stale);
        if (refusal.isPresent()) {
            return rejected(refusal.get());
        }
        IdSource ids = new IdSource(meta().commandId(), now);
        return switch (decider.decide(command, entities, new Facts(now, ids, meta().authority()))) {
            case Decision.Rejected<E> rejected -> rejected(rejected.rejection());
            case Decision.Accepted<E> accepted -> accepted(accepted.events(), ids);
        };
    }

    private Optional<Rejection> stale() {
        return meta().expectedRevision()
                .filter(expected -> subject(entities)
                        .map(Entity::meta)
                        .filter(m -> m.revision() == expected)
                        .isEmpty())
                .map(expected -> Rejection.of(
                        Reason.REVISION_CONFLICT,
                        "the command was based on revision " + expected + " and the object is at "
                                + subject(entities)
                                        .map(e -> String.valueOf(e.meta().revision()))
                                        .orElse("none")));
    }

    private Verdict accepted(List<E> events, IdSource ids) {
        Overlay after = new Overlay(entities);
        List<StoredEvent> appended = new ArrayList<>(events.size());
        StreamHead newHead = head;
        int bytes = 0;
        for (E event : events) {
            StoredEvent next = EventCodec.encode(eventMeta(newHead, ids), event);
            after.apply(evolve(event, next.meta().revision(), after));
            newHead = new StreamHead(next.meta().revision(), next.meta().hash(), now);
            appended.add(next);
            bytes += next.body().length;
        }
        if (appended.size() > MAX_EVENTS || bytes > MAX_BYTES) {
            return rejected(Rejection.of(
                    Reason.LIMIT_REACHED,
                    "one command may cause at most " + MAX_EVENTS + " events and " + MAX_BYTES + " bytes of them"));
        }
        CommandOutcome outcome = outcome(newHead.revision(), after, summaries(events), Optional.empty());
        return new Verdict(outcome, List.copyOf(appended), after, newHead);
    }

    private List<Change> evolve(E event, long revision, Entities before) {
        try {
            return decider.evolve(new Recorded<>(revision, now, event), before);
        } catch (RuntimeException contradiction) {
            throw new EvolveFailedException(stream(), revision, event, contradiction);
        }
    }

    private EventMeta eventMeta(StreamHead before, IdSource ids) {
        return new EventMeta(
                before.hash(),
                before.hash(),
                ids.next(),
                stream(),
                before.revision() + 1,
                meta().commandId(),
                meta().correlationId(),
                meta().causationId(),
                meta().actor(),
                meta().onBehalfOf(),
                now);
    }

    private Verdict rejected(Rejection rejection) {
        Optional<String> current = rejection.reason() == Reason.REVISION_CONFLICT
                ? subject(entities).map(entity -> json(Views.of(stream(), entity)))
                : Optional.empty();
        Refusal refusal = new Refusal(rejection.reason(), rejection.detail(), rejection.field(), current);
        CommandOutcome outcome = outcome(head.revision(), entities, List.of(), Optional.of(refusal));
        return new Verdict(outcome, List.of(), new Overlay(entities), head);
    }

    private CommandOutcome outcome(
            long revision, Entities state, List<EventSummary> events, Optional<Refusal> refusal) {
        Optional<Entity> subject = refusal.isPresent() ? Optional.empty() : subject(state);
        return new CommandOutcome(
                meta().commandId(),
                stream(),
                stored.type(),
                meta().actor(),
                now,
                meta().dryRun(),
                false,
                revision,
                command.subject(stream()).toString(),
                subject.map(entity -> entity.meta().uid().toString()),
                subject.map(entity -> entity.meta().revision()).orElse(0L),
                events,
                refusal);
    }

    private List<EventSummary> summaries(List<E> events) {
        return events.stream()
                .map(event -> new EventSummary(
                        EventCodec.typeOf(event), meta().dryRun() ? Optional.of(json(event)) : Optional.empty()))
                .toList();
    }

    private Optional<Entity> subject(Entities state) {
        return state.find(command.subject(stream()));
    }

    private CommandMeta meta() {
        return stored.meta();
    }

    private StreamKey stream() {
        return stored.meta().stream();
    }

    private static String json(Object value) {
        try {
            return StudioJson.json().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass() + " has no JSON", e);
        }
    }
}
