package studio.command.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.api.json.StudioJson;
import studio.api.view.Views;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneCommand.AttachNetwork;
import studio.domain.kernel.Change;
import studio.domain.kernel.Command;
import studio.domain.kernel.Decider;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Event;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Rejection.Reason;
import studio.domain.kernel.StreamKey;
import studio.domain.network.MemberSite;
import studio.domain.network.SiteIndex;
import studio.domain.plan.PlanPreview;
import studio.domain.react.BackboneReactions;
import studio.domain.react.Reactions;
import studio.schema.Batch;
import studio.schema.CommandMeta;
import studio.schema.CommandOutcome;
import studio.schema.CommandOutcome.EventSummary;
import studio.schema.CommandOutcome.PlanSummary;
import studio.schema.CommandOutcome.Refusal;
import studio.schema.EventCodec;
import studio.schema.EventMeta;
import studio.schema.StoredCommand;
import studio.schema.StoredEvent;
import studio.streams.EvolveFailedException;

/**
 * Brings one command before its stream's decider: authorise, expected revision, decide, evolve. Those of a batch are brought one
 * after the other, each before what those before it left; the first that is refused has all of them refused. Writes nothing.
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
    private final Quotas quotas;
    private final StoredCommand stored;
    private final List<C> commands;
    private final Entities entities;
    private final StreamHead head;
    private final Instant now;
    private final IdSource ids;
    private final Overlay after;
    private final List<StoredEvent> appended = new ArrayList<>();
    private final List<EventSummary> summaries = new ArrayList<>();
    private final List<FollowUp> follows = new ArrayList<>();
    private StreamHead newHead;
    private int bytes;

    private Judge(StreamType<C, E> type, StoredCommand stored, Entities entities, StreamHead head, Quotas quotas) {
        this.decider = type.decider();
        this.quotas = quotas;
        this.stored = stored;
        this.commands = Batch.commandsOf(stored.command()).stream()
                .map(type.commands()::cast)
                .toList();
        this.entities = entities;
        this.head = head;
        this.now = head.notBefore(stored.meta().issuedAt());
        this.ids = new IdSource(stored.meta().commandId(), now);
        this.after = new Overlay(entities);
        this.newHead = head;
    }

    /**
     * What the command leads to.
     *
     * @throws EvolveFailedException if an event contradicts the state
     * @throws RuntimeException      if the decider breaks its promise never to throw
     */
    static <C extends Command, E extends Event> Verdict judge(
            StreamType<C, E> type, StoredCommand stored, Entities entities, StreamHead head, Quotas quotas) {
        return new Judge<>(type, stored, entities, head, quotas).judge();
    }

    private Verdict judge() {
        for (int index = 0; index < commands.size(); index++) {
            C command = commands.get(index);
            Optional<Rejection> refusal = authorise(command, index).or(() -> decide(command));
            if (refusal.isPresent()) {
                return rejected(stored.command() instanceof Batch ? at(index, refusal.get()) : refusal.get());
            }
        }
        CommandOutcome outcome = outcome(newHead.revision(), after, summaries, preview(), Optional.empty());
        return new Verdict(outcome, List.copyOf(appended), after, newHead, List.copyOf(follows));
    }

    /** The expected revision is that of the state before all of them. */
    private Optional<Rejection> authorise(C command, int index) {
        Optional<Rejection> refusal = decider.authorise(command, after, meta().authority());
        return index == 0 ? refusal.or(this::stale) : refusal;
    }

    private Optional<Rejection> decide(C command) {
        return switch (decider.decide(command, after, new Facts(now, ids, meta().authority()))) {
            case Decision.Rejected<E> rejected -> Optional.of(rejected.rejection());
            case Decision.Accepted<E> accepted -> append(accepted.events());
        };
    }

    private static Rejection at(int index, Rejection refusal) {
        return new Rejection(
                refusal.reason(),
                "command " + index + " of the batch: " + refusal.detail(),
                Optional.of("commands." + index
                        + refusal.field().map(field -> ".body." + field).orElse("")));
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

    private Optional<Rejection> append(List<E> events) {
        for (E event : events) {
            Optional<Rejection> exceeded = quotas.exceeded(event, after, meta().authority());
            if (exceeded.isPresent()) {
                return exceeded;
            }
            StoredEvent next = EventCodec.encode(eventMeta(newHead), event);
            Recorded<E> recorded = new Recorded<>(next.meta().revision(), now, event);
            Reactions.react(recorded, after).forEach(reaction -> follows.add(FollowUp.of(reaction, next)));
            after.apply(evolve(recorded, after));
            newHead = new StreamHead(next.meta().revision(), next.meta().hash(), now);
            appended.add(next);
            summaries.add(summary(event));
            bytes += next.body().length;
        }
        return appended.size() > MAX_EVENTS || bytes > MAX_BYTES
                ? Optional.of(Rejection.of(
                        Reason.LIMIT_REACHED,
                        "one command may cause at most " + MAX_EVENTS + " events and " + MAX_BYTES + " bytes of them"))
                : Optional.empty();
    }

    private List<Change> evolve(Recorded<E> recorded, Entities before) {
        try {
            return decider.evolve(recorded, before);
        } catch (RuntimeException contradiction) {
            throw new EvolveFailedException(stream(), recorded.revision(), recorded.event(), contradiction);
        }
    }

    private EventMeta eventMeta(StreamHead before) {
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
        CommandOutcome outcome =
                outcome(head.revision(), entities, List.of(), PlanPreview.NOTHING, Optional.of(refusal));
        return new Verdict(outcome, List.of(), new Overlay(entities), head, ofRefusal(rejection));
    }

    /** A network that waits to be attached has to know that it never will be. */
    private List<FollowUp> ofRefusal(Rejection rejection) {
        return stored.command() instanceof AttachNetwork attach
                ? List.of(FollowUp.of(BackboneReactions.refused(meta().commandId(), attach, rejection), meta()))
                : List.of();
    }

    private CommandOutcome outcome(
            long revision, Entities state, List<EventSummary> events, PlanPreview preview, Optional<Refusal> refusal) {
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
                stored.command().subject(stream()).toString(),
                subject.map(entity -> entity.meta().uid().toString()),
                subject.map(entity -> entity.meta().revision()).orElse(0L),
                events,
                preview.effects().stream().map(Judge::summary).toList(),
                preview.more(),
                refusal);
    }

    /** What is done is planned elsewhere; what is only asked about is planned here. */
    private PlanPreview preview() {
        List<EntityKey> changed = after.changes().stream().map(Change::key).toList();
        return meta().dryRun() ? PlanPreview.of(changed, entities, after) : PlanPreview.NOTHING;
    }

    private static PlanSummary summary(PlanPreview.Effect effect) {
        return new PlanSummary(
                effect.audience(), effect.name(), effect.sites(), effect.added(), effect.changed(), effect.removed());
    }

    private EventSummary summary(E event) {
        return new EventSummary(
                EventCodec.typeOf(event), meta().dryRun() ? Optional.of(json(event)) : Optional.empty());
    }

    /** Agents name their site by its uid; what they mean is the site, not what finds it. */
    private Optional<Entity> subject(Entities state) {
        return state.find(stored.command().subject(stream()))
                .map(found -> found instanceof SiteIndex index ? state.get(MemberSite.KIND, index.site()) : found);
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
