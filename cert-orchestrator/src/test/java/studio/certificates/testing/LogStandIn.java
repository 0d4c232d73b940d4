package studio.certificates.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Command;
import studio.domain.kernel.Decider;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Event;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.schema.ActorRef;
import studio.schema.CommandCodec;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.EventCodec;
import studio.schema.EventMeta;
import studio.schema.HashChain;
import studio.schema.OutcomeCodec;
import studio.schema.StoredCommand;
import studio.schema.StoredEvent;
import studio.schema.Topic;
import studio.testkit.server.KafkaCluster;

/**
 * Decides commands as the command processor does, with the domain's own rules, and writes events and outcomes to real topics. What it
 * remembers is in memory, since it is not what is tested.
 */
public final class LogStandIn implements AutoCloseable {

    private static final int PARTITIONS = 2;

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<StreamKey, EntityMap> streams = new HashMap<>();
    private final Map<StreamKey, StoredEvent> last = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<StoredCommand> commands = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Thread thread;

    /** Makes the topics and begins. */
    public LogStandIn(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        new KafkaCluster(bootstrapServers)
                .createTopics(Stream.of(Topic.COMMANDS, Topic.EVENTS, Topic.OUTCOMES)
                        .map(topic -> new NewTopic(topic.topicName(), PARTITIONS, (short) 1))
                        .toList());
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.thread = Thread.ofPlatform().name("log-stand-in").daemon().start(this::run);
    }

    private void run() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = List.of(
                    new TopicPartition(Topic.COMMANDS.topicName(), 0),
                    new TopicPartition(Topic.COMMANDS.topicName(), 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (closing.getCount() > 0) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                    take(CommandCodec.decode(Encoded.read(record.headers(), record.value())));
                }
            }
        }
    }

    private synchronized void take(StoredCommand command) {
        commands.add(command);
        if (seen.add(command.meta().stream() + " " + command.meta().commandId())) {
            decide(
                    StreamType.of(command.meta().stream()),
                    command.meta().stream(),
                    command.meta().commandId(),
                    command.command(),
                    command.meta().authority());
        }
    }

    /** Gives a command, which must be accepted. */
    public synchronized void give(Actor actor, StreamKey stream, Command command) {
        decide(StreamType.of(stream), stream, UUID.randomUUID().toString(), command, actor)
                .ifPresent(rejection -> {
                    throw new AssertionError(command + " was refused: " + rejection.detail());
                });
    }

    private <C extends Command, E extends Event> Optional<Rejection> decide(
            StreamType<C, E> type, StreamKey stream, String commandId, Command command, Actor actor) {
        C asked = type.commands().cast(command);
        EntityMap entities = streams.computeIfAbsent(stream, EntityMap::new);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Decider<C, E> decider = type.decider();
        Facts facts = new Facts(now, new IdSource(commandId, now), actor);
        Decision<E> decision = Decision.unless(
                decider.authorise(asked, entities, actor), () -> decider.decide(asked, entities, facts));
        Optional<Rejection> rejection = switch (decision) {
            case Decision.Rejected<E> rejected -> Optional.of(rejected.rejection());
            case Decision.Accepted<E> accepted -> {
                accepted.events().forEach(event -> append(type, stream, commandId, event, actor, now));
                yield Optional.empty();
            }
        };
        tell(stream, commandId, command, actor, now, rejection);
        return rejection;
    }

    private <C extends Command, E extends Event> void append(
            StreamType<C, E> type, StreamKey stream, String commandId, E event, Actor actor, Instant now) {
        Optional<StoredEvent> before = Optional.ofNullable(last.get(stream));
        long revision = before.map(it -> it.meta().revision()).orElse(0L) + 1;
        StoredEvent stored = EventCodec.encode(
                new EventMeta(
                        HashChain.START,
                        before.map(it -> it.meta().hash()).orElse(HashChain.START),
                        new Uid(UUID.randomUUID()),
                        stream,
                        revision,
                        commandId,
                        commandId,
                        Optional.empty(),
                        ActorRef.to(actor),
                        Optional.empty(),
                        now),
                event);
        EntityMap entities = streams.computeIfAbsent(stream, EntityMap::new);
        List<Change> changes = type.decider().evolve(new Recorded<>(revision, now, event), entities);
        entities.apply(changes);
        last.put(stream, stored);
        events.add(event);
        send(Topic.EVENTS, stored.meta().eventId().toString(), stream, Encoded.of(stored));
    }

    private void tell(
            StreamKey stream,
            String commandId,
            Command command,
            Actor actor,
            Instant now,
            Optional<Rejection> rejection) {
        send(
                Topic.OUTCOMES,
                commandId,
                stream,
                OutcomeCodec.encode(new CommandOutcome(
                        commandId,
                        stream,
                        CommandCodec.typeOf(command),
                        ActorRef.to(actor),
                        now,
                        false,
                        false,
                        0,
                        "none/none",
                        Optional.empty(),
                        0,
                        List.of(),
                        rejection.map(it ->
                                new CommandOutcome.Refusal(it.reason(), it.detail(), it.field(), Optional.empty())))));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A test that waits in vain for it tells.
    private void send(Topic topic, String id, StreamKey stream, Encoded encoded) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic.topicName(), stream.toString(), encoded.framed(0));
        encoded.describeIn(record.headers(), id, stream);
        producer.send(record);
    }

    /** What the stream holds. */
    public synchronized <T> T see(StreamKey stream, Function<Entities, T> look) {
        return look.apply(streams.computeIfAbsent(stream, EntityMap::new));
    }

    /** How many of such events there are. */
    public synchronized long count(Class<? extends Event> type) {
        return events.stream().filter(type::isInstance).count();
    }

    /** The commands of that type that came, repeated ones too. */
    public synchronized <C extends Command> List<C> commands(Class<C> type) {
        return commands.stream()
                .map(StoredCommand::command)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        closing.countDown();
        Uninterruptibles.join(thread);
        producer.close();
    }
}
