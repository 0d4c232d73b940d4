package studio.command.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Rejection.Reason;
import studio.domain.kernel.StreamKey;
import studio.schema.Batch;
import studio.schema.CommandCodec;
import studio.schema.CommandMeta;
import studio.schema.CommandOutcome;
import studio.schema.CommandOutcome.Refusal;
import studio.schema.Encoded;
import studio.schema.OutcomeCodec;
import studio.schema.StoredCommand;
import studio.schema.StoredEvent;
import studio.schema.registry.SchemaIds;
import studio.streams.CommitPacer;
import studio.streams.CommitRequests;
import studio.streams.EvolveFailedException;

/**
 * Turns commands into events and outcomes. Whatever one command leads to (state, events, outcome, the commands that follow from it,
 * its own offset) is in one transaction, so a reader of committed records sees all of it or nothing.
 */
final class CommandProcessor implements Processor<String, byte[], String, byte[]> {

    private static final Logger LOGGER = LoggerFactory.getLogger(CommandProcessor.class);

    /** Timers that fire in one go; the rest waits for the next. */
    private static final int MAX_TIMERS_AT_ONCE = 500;

    private final ProcessorConfig config;
    private final SchemaIds schemaIds;
    private ProcessorContext<String, byte[]> context;
    private StateStore store;
    private Quotas quotas;
    private SeenCommands seenCommands;
    private TimerIndex timers;
    private CommitRequests commits;

    CommandProcessor(ProcessorConfig config, SchemaIds schemaIds) {
        this.config = config;
        this.schemaIds = schemaIds;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> newContext) {
        context = newContext;
        store = new StateStore(newContext.getStateStore(StateStore.NAME));
        quotas = new Quotas(new Usage(newContext.getStateStore(Usage.NAME)), store);
        seenCommands = new SeenCommands(
                store, config.dedupe().window(), config.dedupe().limit());
        timers = new TimerIndex(store);
        CommitPacer pacer = new CommitPacer(config.freshness(), config.backlogCommitInterval());
        commits = new CommitRequests(newContext, pacer, config.commitInterval());
        Duration interval = config.timerInterval();
        newContext.schedule(interval, PunctuationType.WALL_CLOCK_TIME, now -> tick(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Optional<StoredCommand> command = read(record);
        if (command.isPresent()) {
            CommandOutcome outcome = answer(command.get(), record);
            forward(CommandTopology.OUTCOMES, outcome.stream(), outcome.commandId(), OutcomeCodec.encode(outcome));
        }
        commits.worked(record.timestamp());
    }

    private Optional<StoredCommand> read(Record<String, byte[]> record) {
        try {
            StoredCommand command = CommandCodec.decode(Encoded.read(record.headers(), record.value()));
            requireOwnStream(command, record.key());
            return Optional.of(command);
        } catch (IllegalArgumentException poison) {
            bury(record, poison);
            return Optional.empty();
        }
    }

    private static void requireOwnStream(StoredCommand command, String key) {
        StreamKey stream = command.meta().stream();
        if (!stream.toString().equals(key)) {
            throw new IllegalArgumentException("a command for " + stream + " came under the key " + key);
        }
        Class<?> commands = StreamType.of(stream).commands();
        if (!Batch.commandsOf(command.command()).stream().allMatch(commands::isInstance)) {
            throw new IllegalArgumentException(command.type() + " is no command for " + stream);
        }
    }

    private CommandOutcome answer(StoredCommand stored, Record<String, byte[]> record) {
        CommandMeta meta = stored.meta();
        Optional<SeenCommand> seen = seenCommands.find(meta);
        if (seen.isPresent()) {
            return seen.get().fingerprint().equals(meta.fingerprint())
                    ? seen.get().told().again()
                    : refused(
                            stored,
                            Reason.IDEMPOTENCY_KEY_REUSED,
                            "command id '" + meta.commandId() + "' was used for another command");
        }
        Verdict verdict;
        try {
            verdict = judge(StreamType.of(meta.stream()), stored);
        } catch (EvolveFailedException contradiction) {
            throw contradiction;
        } catch (RuntimeException fault) {
            bury(record, fault);
            return refused(stored, Reason.FAULT, "Studio could not decide this command");
        }
        if (!meta.dryRun()) {
            write(verdict, meta.authority());
            seenCommands.remember(meta, verdict.outcome());
        }
        return verdict.outcome();
    }

    private Verdict judge(StreamType<?, ?> type, StoredCommand stored) {
        StreamKey stream = stored.meta().stream();
        Entities entities = store.entities(stream);
        return Judge.judge(type, stored, entities, store.head(stream), quotas);
    }

    private void write(Verdict verdict, Actor actor) {
        StreamKey stream = verdict.outcome().stream();
        for (Change change : verdict.after().changes()) {
            store.apply(stream, change);
            switch (change) {
                case Change.Put put -> timers.set(stream, put.entity());
                case Change.Remove remove -> timers.clear(stream, remove.key());
            }
        }
        if (!verdict.events().isEmpty()) {
            store.putHead(stream, verdict.head());
        }
        for (StoredEvent event : verdict.events()) {
            forward(CommandTopology.EVENTS, stream, event.meta().eventId().toString(), Encoded.of(event));
        }
        quotas.note(verdict.events(), actor).forEach(this::forward);
        if (config.reactions()) {
            Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
            verdict.follows().forEach(follow -> give(follow, now));
        }
    }

    private CommandOutcome refused(StoredCommand stored, Reason reason, String detail) {
        CommandMeta meta = stored.meta();
        StreamKey stream = meta.stream();
        return new CommandOutcome(
                meta.commandId(),
                stream,
                stored.type(),
                meta.actor(),
                meta.issuedAt(),
                meta.dryRun(),
                false,
                store.head(stream).revision(),
                stored.command().subject(stream).toString(),
                Optional.empty(),
                0,
                List.of(),
                Optional.of(new Refusal(reason, detail, Optional.empty(), Optional.empty())));
    }

    private void tick(Instant now) {
        seenCommands.forgetBefore(now);
        for (TimerIndex.Due due : timers.takeDue(now, MAX_TIMERS_AT_ONCE)) {
            give(FollowUp.of(due), now);
        }
    }

    private void give(FollowUp follow, Instant now) {
        forward(CommandTopology.FOLLOW_UPS, follow.stream(), follow.commandId(), follow.encode(now));
    }

    private void forward(String sink, StreamKey stream, String id, Encoded encoded) {
        RecordHeaders headers = new RecordHeaders();
        encoded.describeIn(headers, id, stream);
        byte[] value = encoded.framed(schemaIds.contentId(encoded.type(), encoded.version()));
        context.forward(new Record<>(stream.toString(), value, context.currentSystemTimeMs(), headers), sink);
    }

    /** What is gone has no value, so that the topic forgets it. */
    private void forward(Usage.Update update) {
        context.forward(
                new Record<>(update.key(), update.value().orElse(null), context.currentSystemTimeMs()),
                CommandTopology.USAGE);
    }

    /** Keeps what cannot be read or decided as it came, and goes on: one bad record must not stop everybody. */
    private void bury(Record<String, byte[]> record, RuntimeException reason) {
        LOGGER.atError()
                .addKeyValue("key", record.key())
                .addKeyValue(
                        "position",
                        context.recordMetadata().map(CommandProcessor::position).orElse("unknown"))
                .setCause(reason)
                .log("a command goes to the dead letters");
        RecordHeaders headers = new RecordHeaders(record.headers());
        headers.add("studio-reason", String.valueOf(reason.getMessage()).getBytes(StandardCharsets.UTF_8));
        context.forward(record.withHeaders(headers), CommandTopology.DEAD_LETTERS);
    }

    private static String position(RecordMetadata metadata) {
        return metadata.topic() + "-" + metadata.partition() + "@" + metadata.offset();
    }
}
