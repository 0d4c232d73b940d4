package studio.schema.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.user.UserEvent.UserRegistered;
import studio.schema.ActorRef;
import studio.schema.Encoded;
import studio.schema.EventCodec;
import studio.schema.EventMeta;
import studio.schema.HashChain;
import studio.schema.Schemas;
import studio.schema.StoredEvent;
import studio.schema.Topic;
import studio.testkit.server.RealServers;
import studio.testkit.server.SchemaRegistry;

/** Against the real Apicurio Registry. */
@RealServers
class SchemaRegistrationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String REGISTERED = Schemas.EVENTS + "UserRegistered";
    private static final Schema FIRST = SchemaBuilder.record("SiteSeen")
            .namespace("studio.events")
            .doc("A site was seen.")
            .fields()
            .requiredString("site")
            .endRecord();

    private final URI registry;

    SchemaRegistrationIT(SchemaRegistry registry) {
        this.registry = registry.url();
    }

    @Test
    void shouldGiveTheSameIdsEachTime() {
        // Given
        SchemaIds first = SchemaRegistration.register(registry, PATIENCE);

        // When
        SchemaIds second = SchemaRegistration.register(registry, PATIENCE);

        // Then
        assertThat(Schemas.recordNames())
                .allSatisfy(name ->
                        assertThat(second.contentId(name, 1)).isPositive().isEqualTo(first.contentId(name, 1)));
        assertThat(Schemas.recordNames())
                .extracting(name -> second.contentId(name, 1))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldTakeACompatibleVersionAndRefuseAnother() {
        SchemaRegistration.register(registry, PATIENCE);
        try (ApicurioClient client = new ApicurioClient(registry, PATIENCE)) {
            // Given
            Schema withOptional = with(FIRST).optionalString("cause").endRecord();
            int first = client.register(FIRST, 1);

            // When
            int second = client.register(withOptional, 2);

            // Then
            assertThat(second).isNotEqualTo(first);
            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> client.register(
                            with(withOptional).requiredString("reach").endRecord(), 3))
                    .withMessageContaining("RuleViolationException");
        }
    }

    @Test
    void shouldRefuseAnotherSchemaUnderAVersionThatIsTaken() {
        try (ApicurioClient client = new ApicurioClient(registry, PATIENCE)) {
            // Given
            Schema site = SchemaBuilder.record("SiteLost")
                    .namespace("studio.other")
                    .doc("Lost.")
                    .fields()
                    .requiredString("site")
                    .endRecord();
            client.createGroup("studio.other", "For this test alone");
            client.register(site, 1);

            // Then
            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() ->
                            client.register(with(site).optionalString("cause").endRecord(), 1));
            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> client.register(site, 2))
                    .withMessageContaining("as version 1");
        }
    }

    @Test
    void shouldLetSeveralRegisterAtOnce() throws InterruptedException {
        // Given
        Schema site = SchemaBuilder.record("SiteShared")
                .namespace("studio.shared")
                .doc("Shared.")
                .fields()
                .requiredString("site")
                .endRecord();
        Callable<Integer> registration = () -> {
            try (ApicurioClient client = new ApicurioClient(registry, PATIENCE)) {
                client.createGroup("studio.shared", "For this test alone");
                client.setRule("studio.shared", "COMPATIBILITY", "FULL_TRANSITIVE");
                return client.register(site, 1);
            }
        };

        try (ExecutorService services = Executors.newVirtualThreadPerTaskExecutor()) {
            // When
            List<Future<Integer>> ids = services.invokeAll(Collections.nCopies(6, registration));

            // Then
            assertThat(ids.stream().map(Future::resultNow).distinct()).hasSize(1);
        }
    }

    @Test
    void shouldBeReadByApicuriosOwnDeserializer() throws IOException {
        // Given
        Uid uid = new Uid(UUID.fromString("019c1234-5678-7abc-8def-0123456789ab"));
        StoredEvent event =
                EventCodec.encode(meta(uid), new UserRegistered(uid, Set.of(Role.AUDITOR), Set.of(Name.of("ops"))));
        int id = SchemaRegistration.register(registry, PATIENCE).contentId(REGISTERED, event.version());
        RecordHeaders headers = new RecordHeaders();
        Encoded.of(event).describeIn(headers, uid.toString(), event.meta().stream());

        // When
        GenericRecord record = readByOthers(headers, Encoded.of(event).framed(id));

        // Then
        assertThat(record.getSchema()).isEqualTo(Schemas.latest(REGISTERED));
        assertThat(record.get("uid")).hasToString(uid.toString());
        assertThat(record.get("roles")).hasToString("[AUDITOR]");
        assertThat(binary(record)).as("every field").isEqualTo(event.body());
    }

    private GenericRecord readByOthers(RecordHeaders headers, byte[] value) {
        try (AvroKafkaDeserializer<GenericRecord> deserializer = new AvroKafkaDeserializer<>()) {
            deserializer.configure(Map.of("apicurio.registry.url", registry.toString()), false);
            return deserializer.deserialize(Topic.EVENTS.topicName(), headers, value);
        }
    }

    private static EventMeta meta(Uid uid) {
        return new EventMeta(
                HashChain.START,
                HashChain.START,
                uid,
                StreamKey.parse("user/alice"),
                1,
                "command-1",
                "command-1",
                Optional.empty(),
                new ActorRef(Actor.Type.SERVICE, "installer"),
                Optional.empty(),
                Instant.ofEpochSecond(1, 2_000));
    }

    private static byte[] binary(GenericRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        return bytes.toByteArray();
    }

    /** The same record, to be given another field. */
    private static SchemaBuilder.FieldAssembler<Schema> with(Schema schema) {
        SchemaBuilder.FieldAssembler<Schema> fields = SchemaBuilder.record(schema.getName())
                .namespace(schema.getNamespace())
                .doc(schema.getDoc())
                .fields();
        List<Schema.Field> old = schema.getFields();
        for (Schema.Field field : old) {
            SchemaBuilder.GenericDefault<Schema> type =
                    fields.name(field.name()).type(field.schema());
            fields = field.hasDefaultValue() ? type.withDefault(null) : type.noDefault();
        }
        return fields;
    }
}
