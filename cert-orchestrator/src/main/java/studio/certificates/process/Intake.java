package studio.certificates.process;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.certificates.signer.Signer;
import studio.certificates.store.Database;
import studio.certificates.store.Sql;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Rejection.Reason;
import studio.schema.ActorRef;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.EventCodec;
import studio.schema.OutcomeCodec;
import studio.schema.Topic;

/** Reads records into the ledger, together with the places up to which that was done. */
final class Intake {

    private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);
    private static final ActorRef OURS = ActorRef.to(Actor.CERT_ORCHESTRATOR);

    private final Database database;
    private final Signer signer;
    private final HolderFiles files;
    private final InstantSource clock;
    private final Map<TopicPartition, Long> places = new HashMap<>();

    Intake(Database database, Signer signer, HolderFiles files, InstantSource clock) {
        this.database = database;
        this.signer = signer;
        this.files = files;
        this.clock = clock;
    }

    /** Where to go on. */
    Map<TopicPartition, Long> begin(List<TopicPartition> partitions) {
        places.clear();
        partitions.forEach(partition -> places.put(partition, 0L));
        database.run(sql -> {
            for (TopicPartition partition : partitions) {
                sql.update(
                        "INSERT INTO positions (topic, log_partition, next) VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
                        partition.topic(),
                        partition.partition());
            }
            sql.query(
                    "SELECT topic, log_partition, next FROM positions",
                    row -> places.replace(
                            new TopicPartition(row.text("topic"), (int) row.number("log_partition")),
                            row.number("next")));
        });
        return Map.copyOf(places);
    }

    /** Where it is. */
    Map<TopicPartition, Long> places() {
        return Map.copyOf(places);
    }

    /**
     * Takes in records, all or none.
     *
     * @throws IllegalArgumentException if one cannot be read
     * @throws IllegalStateException    if another instance has taken in what comes next
     */
    void take(List<ConsumerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> after = new HashMap<>(places);
        database.run(sql -> {
            Instant now = clock.instant();
            Fold fold = new Fold(sql, signer, files, now);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                take(record, fold, sql, now);
                after.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
            after.forEach((partition, next) -> move(partition, next, sql));
        });
        places.putAll(after);
    }

    private void move(TopicPartition partition, long next, Sql sql) {
        long before = places.getOrDefault(partition, 0L);
        if (next != before
                && sql.update(
                                "UPDATE positions SET next = ? WHERE topic = ? AND log_partition = ? AND next = ?",
                                next,
                                partition.topic(),
                                partition.partition(),
                                before)
                        != 1) {
            throw new IllegalStateException("another instance has read on at " + partition);
        }
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Fold fold, Sql sql, Instant now) {
        Encoded encoded = Encoded.read(record.headers(), record.value());
        if (record.topic().equals(Topic.EVENTS.topicName())) {
            fold.apply(EventCodec.decode(encoded.type(), encoded.version(), encoded.body()));
        } else {
            refused(OutcomeCodec.decode(encoded), sql, now);
        }
    }

    /** Of what was accepted, the events tell. */
    private static void refused(CommandOutcome outcome, Sql sql, Instant now) {
        Optional<CommandOutcome.Refusal> rejection = outcome.rejection();
        if (!outcome.actor().equals(OURS) || rejection.isEmpty() || outcome.duplicate()) {
            return;
        }
        LOGGER.atInfo()
                .addKeyValue("commandId", outcome.commandId())
                .addKeyValue("reason", rejection.get().reason())
                .addKeyValue("detail", rejection.get().detail())
                .log("a command was refused");
        Outbox.certificate(outcome.commandId()).ifPresent(certificate -> {
            boolean hope = rejection.get().reason() == Reason.INVALID_VALUE
                    || rejection.get().reason() == Reason.FAULT;
            sql.update(hope ? """
                              UPDATE certificates SET state = 'wanted', next_at = ?, round = round + 1, cause = ?
                              WHERE certificate = ? AND state = 'signed'
                              """ : """
                              UPDATE certificates SET state = 'closed', next_at = ?, cause = ?
                              WHERE certificate = ? AND state IN ('signed', 'refused')
                              """, now.plusSeconds(1), rejection.get().detail(), certificate);
        });
    }
}
