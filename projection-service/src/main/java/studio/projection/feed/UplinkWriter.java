package studio.projection.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.StreamKey;
import studio.projection.config.FeedConfig;
import studio.projection.feed.Uplink.Request;
import studio.projection.feed.Uplink.Signed;
import studio.schema.CommandCodec;
import studio.schema.CommandMeta;
import studio.schema.Encoded;
import studio.schema.StatusCodec;
import studio.schema.StatusCodec.StoredStatus;
import studio.schema.Topic;
import studio.schema.registry.SchemaIds;
import studio.streams.CommandProducer;

/**
 * Writes batches: first the commands, then what counts as said because they were stored. In a thread that may wait. Whatever is
 * given twice because something went wrong in between has no effect the second time.
 */
final class UplinkWriter implements AutoCloseable {

    /** Names the instance that wrote a status. */
    static final String WRITER = "studio-writer";

    private final FeedConfig config;
    private final CommandProducer commands;
    private final Producer<String, byte[]> statuses;
    private final Awaited awaited;

    UplinkWriter(String bootstrapServers, FeedConfig config, SchemaIds schemaIds, Awaited awaited) {
        this.config = config;
        this.awaited = awaited;
        this.commands = new CommandProducer(
                new CommandProducer.Settings(
                        bootstrapServers,
                        "feed-uplink",
                        config.deliveryTimeout(),
                        config.bufferBytes(),
                        config.deliveryTimeout()),
                schemaIds);
        this.statuses = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "feed-status",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) config.deliveryTimeout().toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) config.deliveryTimeout().toMillis(),
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                config.bufferBytes(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
    }

    /**
     * Writes a batch.
     *
     * @throws KafkaException if the broker does not take all of it
     */
    void write(Batch batch, Instant now) {
        List<CommandProducer.Given> given = new ArrayList<>();
        batch.requests().forEach(request -> asked(request, now).ifPresent(given::add));
        batch.presences()
                .forEach(
                        news -> given.add(encoded(Requests.newId(), news.stream(), news.command(), news.actor(), now)));
        batch.writings()
                .forEach(each -> each.writing()
                        .commands()
                        .forEach(command ->
                                given.add(encoded(Requests.newId(), each.stream(), command, each.actor(), now))));
        commands.give(given);
        write(batch.writings(), batch.gone());
    }

    /** A decision is given in the site's name only if the site's key says so. */
    private Optional<CommandProducer.Given> asked(Request request, Instant now) {
        Given given = request.given();
        try {
            Optional<Command> command = request.decision().isPresent()
                    ? Optional.of(decided(request.decision().get()))
                    : given.command();
            given.answer().ifPresent(answer -> awaited.await(given.id(), given.stream(), answer));
            return command.map(present -> encoded(given.id(), given.stream(), present, given.actor(), now));
        } catch (BadDecisionException bad) {
            given.answer().ifPresent(answer -> awaited.answer(answer, bad.slug(), String.valueOf(bad.getMessage())));
            return Optional.empty();
        }
    }

    private static Command decided(Signed signed) throws BadDecisionException {
        if (!Decisions.isSigned(signed.decide(), signed.chain())) {
            throw new BadDecisionException(
                    "bad-signature", "the decision is not signed with the key of the site's newest certificate");
        }
        try {
            return Decisions.command(signed.site(), signed.decide());
        } catch (IllegalArgumentException none) {
            throw new BadDecisionException("invalid-value", String.valueOf(none.getMessage()));
        }
    }

    private static CommandProducer.Given encoded(
            String id, StreamKey stream, Command command, Actor actor, Instant now) {
        return new CommandProducer.Given(
                id, stream, CommandCodec.encode(CommandMeta.of(id, stream, command, actor, now, false), command));
    }

    private void write(List<Batch.Written> writings, List<String> gone) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Batch.Written each : writings) {
            StoredStatus stored = new StoredStatus(each.stream(), each.writing().status());
            Encoded encoded = StatusCodec.encode(stored);
            RecordHeaders headers = new RecordHeaders();
            encoded.nameTypeIn(headers);
            headers.add(WRITER, config.instanceId().getBytes(StandardCharsets.UTF_8));
            sent.add(statuses.send(new ProducerRecord<>(
                    Topic.STATUS.topicName(), null, null, stored.key(), encoded.framed(0), headers)));
        }
        gone.forEach(key -> sent.add(statuses.send(new ProducerRecord<>(Topic.STATUS.topicName(), key, null))));
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the broker did not take a status", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing statuses", e);
        }
    }

    @Override
    public void close() {
        commands.close();
        statuses.close(Duration.ofSeconds(2));
    }

    /** Why a decision is none. */
    private static final class BadDecisionException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String slug;

        BadDecisionException(String slug, String detail) {
            super(detail);
            this.slug = slug;
        }

        String slug() {
            return slug;
        }
    }
}
