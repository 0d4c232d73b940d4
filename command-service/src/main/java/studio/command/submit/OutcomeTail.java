package studio.command.submit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.command.process.KafkaConfig;
import studio.schema.ActorRef;
import studio.schema.CommandMeta;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.OutcomeCodec;
import studio.schema.Topic;
import studio.streams.TopicFollower;

/**
 * Follows the outcomes of all commands, whichever instance took them, in a thread of its own: it reads committed ones only, so
 * what it tells can't be taken back.
 */
@ApplicationScoped
public class OutcomeTail {

    private static final Logger LOGGER = LoggerFactory.getLogger(OutcomeTail.class);

    private final PendingOutcomes pending;
    private final RecentOutcomes recent;
    private final TopicFollower follower;

    OutcomeTail(KafkaConfig kafka, SubmitConfig config, MeterRegistry metrics) {
        this.pending = new PendingOutcomes(config.inFlightLimit());
        this.recent = new RecentOutcomes(config.outcomeBytes());
        this.follower = new TopicFollower(
                new TopicFollower.Settings(
                        kafka.bootstrapServers(),
                        "outcome-tail",
                        Topic.OUTCOMES,
                        OptionalLong.of(config.outcomesReadAgain()),
                        config.reconnectPause()),
                records -> records.forEach(this::tell));
        metrics.gauge("studio.commands.in.flight", pending, PendingOutcomes::size);
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        follower.stop();
    }

    /** The outcome of that command once it is there. */
    CompletableFuture<CommandOutcome> expect(CommandMeta meta, String type, Duration budget) {
        return pending.expect(meta, type, budget);
    }

    /** The outcome of a command that was decided of late. */
    public Optional<CommandOutcome> find(String commandId) {
        return recent.find(commandId);
    }

    /** Who gave the command of that id, if its outcome is waited for here. */
    public Optional<ActorRef> giver(String commandId) {
        return pending.giver(commandId);
    }

    /** Says whether outcomes are followed now, so that no outcome of a command given from now on is missed. */
    public boolean isFollowing() {
        return follower.isFollowing();
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        try {
            Encoded encoded = Encoded.read(record.headers(), record.value());
            CommandOutcome outcome = OutcomeCodec.decode(encoded);
            recent.add(outcome.commandId(), encoded);
            pending.complete(outcome);
        } catch (IllegalArgumentException unreadable) {
            LOGGER.atError()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(unreadable)
                    .log("an outcome cannot be read; whoever waits for it has to ask again");
        }
    }
}
