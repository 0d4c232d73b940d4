package studio.projection.plan;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.StreamType;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.StreamKey;
import studio.domain.plan.Audience;
import studio.domain.plan.AudienceHead;
import studio.domain.plan.AudiencePlan;
import studio.domain.plan.Concern;
import studio.domain.plan.PlanDifference;
import studio.domain.plan.Planner;
import studio.projection.config.PlannerConfig;
import studio.projection.store.BrokenLogException;
import studio.projection.store.Head;
import studio.schema.Desired;
import studio.schema.DesiredCodec;
import studio.schema.DesiredKey;
import studio.schema.Encoded;
import studio.schema.EventCodec;
import studio.schema.EventMeta;
import studio.schema.StoredEvent;
import studio.streams.CommitPacer;
import studio.streams.CommitRequests;
import studio.streams.EvolveFailedException;

/**
 * Turns each event into what changes of what sites are to have. State, items, heads and the event's offset are in one transaction, so a
 * reader of committed records sees an audience's items together with the head that counts them.
 *
 * <p>An event that cannot be folded stops the planner: everything after it would be planned from a wrong state. An audience that cannot
 * be planned keeps what it had; the event goes to the dead letters, and all others are planned.
 */
final class PlanProcessor implements Processor<String, byte[], String, byte[]> {

    private static final Logger LOGGER = LoggerFactory.getLogger(PlanProcessor.class);
    private static final Set<String> PLANNED = Set.of(StreamType.NETWORK.label(), StreamType.BACKBONE.label());

    private final PlannerConfig config;
    private ProcessorContext<String, byte[]> context;
    private PlanStore store;
    private CommitRequests commits;

    PlanProcessor(PlannerConfig config) {
        this.config = config;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> newContext) {
        context = newContext;
        store = new PlanStore(newContext.getStateStore(PlanStore.NAME), config.decodedLimit());
        CommitPacer pacer = new CommitPacer(config.freshness(), config.backlogCommitInterval());
        commits = new CommitRequests(newContext, pacer, config.commitInterval());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        StreamKey stream = stream(record);
        if (PLANNED.contains(stream.type())) {
            fold(stream, event(stream, record), record);
            commits.worked(record.timestamp());
        }
    }

    private static StreamKey stream(Record<String, byte[]> record) {
        try {
            return StreamKey.parse(String.valueOf(record.key()));
        } catch (IllegalArgumentException none) {
            throw new EvolveFailedException("an event lies under the key '" + record.key() + "'", none);
        }
    }

    private static StoredEvent event(StreamKey stream, Record<String, byte[]> record) {
        StoredEvent event;
        try {
            Encoded encoded = Encoded.read(record.headers(), record.value());
            event = EventCodec.decode(encoded.type(), encoded.version(), encoded.body());
        } catch (IllegalArgumentException none) {
            throw new EvolveFailedException("an event of " + stream + " cannot be read: " + none.getMessage(), none);
        }
        if (!event.meta().stream().equals(stream)) {
            IllegalArgumentException elsewhere = new IllegalArgumentException(String.valueOf(event.meta()));
            throw new EvolveFailedException(
                    "an event of " + event.meta().stream() + " lies under the key " + stream, elsewhere);
        }
        return event;
    }

    private void fold(StreamKey stream, StoredEvent event, Record<String, byte[]> record) {
        Entities before = store.entities(stream);
        Head head;
        List<Change> changes;
        try {
            head = store.head(stream).next(event);
            changes = StreamType.of(stream).evolve(event.recorded(), before);
        } catch (BrokenLogException | IllegalStateException | ClassCastException contradiction) {
            throw new EvolveFailedException(stream, event.meta().revision(), event.event(), contradiction);
        }
        Overlay after = new Overlay(before);
        after.apply(changes);
        for (Audience audience : concerned(changes, before, after)) {
            plan(new Subject(stream, audience, event.meta()), after, record);
        }
        store.apply(stream, changes, head);
    }

    /** Always in the same order, so that a replay writes the same. */
    private static Collection<Audience> concerned(List<Change> changes, Entities before, Entities after) {
        List<EntityKey> changed = changes.stream().map(Change::key).distinct().toList();
        Map<String, Audience> byKey = new TreeMap<>();
        Concern.of(changed, before, after).forEach(audience -> byKey.put(audience.key(), audience));
        return byKey.values();
    }

    /** Whom something is planned for, and since which event. */
    private record Subject(StreamKey stream, Audience audience, EventMeta event) {

        long revision() {
            return event.revision();
        }
    }

    private void plan(Subject subject, Entities after, Record<String, byte[]> record) {
        String audience = subject.audience().key();
        AudiencePlan planned;
        try {
            planned = AudiencePlan.of(after, subject.audience());
        } catch (RuntimeException fault) {
            bury(subject, record, fault);
            return;
        }
        Optional<AudienceHead> known = store.audience(subject.stream(), audience);
        Map<String, PlanStore.Written> had = store.written(subject.stream(), audience);
        Map<String, String> digests = new HashMap<>();
        had.forEach((key, written) -> digests.put(key, written.digest()));
        PlanDifference.between(digests, known.orElse(AudienceHead.NONE), planned, subject.revision())
                .map(difference -> Asked.of(difference, had, subject.event()))
                .ifPresent(difference -> write(subject, difference, record));
        if (!Planner.isThere(after, subject.audience())
                && store.audience(subject.stream(), audience).isPresent()) {
            store.forget(subject.stream(), audience);
            forward(DesiredKey.ofHead(subject.stream(), audience), Optional.empty(), record);
        }
    }

    /** The head comes last: who has read it has read all that it counts. */
    private void write(Subject subject, PlanDifference difference, Record<String, byte[]> record) {
        StreamKey stream = subject.stream();
        String audience = subject.audience().key();
        store.apply(stream, audience, difference);
        difference.upserted().forEach(item -> forward(new Desired.OfItem(stream, audience, item), record));
        difference
                .removed()
                .forEach(item -> forward(DesiredKey.ofItem(stream, audience, item), Optional.empty(), record));
        forward(new Desired.OfHead(stream, audience, difference.head()), record);
    }

    private void forward(Desired desired, Record<String, byte[]> record) {
        forward(desired.key(), Optional.of(DesiredCodec.encode(desired)), record);
    }

    @SuppressWarnings("NullAway") // A record without value says that the key is gone.
    private void forward(DesiredKey key, Optional<Encoded> encoded, Record<String, byte[]> record) {
        RecordHeaders headers = new RecordHeaders();
        encoded.ifPresent(there -> there.nameTypeIn(headers));
        byte[] value = encoded.map(there -> there.framed(0)).orElse(null);
        context.forward(new Record<>(key.toString(), value, record.timestamp(), headers), PlanTopology.DESIRED);
    }

    private void bury(Subject subject, Record<String, byte[]> record, RuntimeException fault) {
        LOGGER.atError()
                .addKeyValue("stream", subject.stream())
                .addKeyValue("audience", subject.audience().key())
                .addKeyValue("revision", subject.revision())
                .setCause(fault)
                .log("an audience cannot be planned and keeps what it had");
        String reason = "the plan of " + subject.audience().key() + ": " + fault;
        RecordHeaders headers = new RecordHeaders(record.headers());
        headers.add("studio-reason", reason.getBytes(StandardCharsets.UTF_8));
        context.forward(record.withHeaders(headers), PlanTopology.DEAD_LETTERS);
    }
}
