package studio.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.StreamKey;

/** Writes and reads commands. */
public final class CommandCodec {

    /** The schemas of what is asked: each command's without its meta. */
    private static final Map<String, Schema> CONTENT = new ConcurrentHashMap<>();

    private CommandCodec() {}

    /** The full name of a command's record. */
    public static String typeOf(Command command) {
        return RecordType.fullName(command.getClass());
    }

    /** Encodes a command. */
    public static Encoded encode(CommandMeta meta, Command command) {
        String type = typeOf(command);
        Schema schema = Schemas.latest(type);
        GenericRecord record = new GenericData.Record(schema);
        record.put("meta", AvroMapping.toAvro(meta, schema.getField("meta").schema()));
        copy(command, record);
        return new Encoded(type, Schemas.latestVersion(type), AvroBinary.encode(record));
    }

    /**
     * Decodes a command.
     *
     * @throws IllegalArgumentException if the bytes are no such command, or a newer version wrote it
     */
    public static StoredCommand decode(Encoded encoded) {
        Class<? extends Command> javaType = RecordType.of(encoded.type(), Command.class);
        GenericRecord record = AvroBinary.decode(
                encoded.body(), Schemas.version(encoded.type(), encoded.version()), Schemas.latest(encoded.type()));
        CommandMeta meta = AvroMapping.fromAvro((GenericRecord) record.get("meta"), CommandMeta.class);
        Command command =
                javaType == Batch.class ? BatchMapping.fromAvro(record) : AvroMapping.fromAvro(record, javaType);
        return new StoredCommand(encoded.type(), meta, command);
    }

    /**
     * Decodes what is asked, without a meta.
     *
     * @throws IllegalArgumentException if the bytes are no such command, or a newer version wrote it, or it is a batch
     */
    static Command command(String type, int version, byte[] content) {
        Class<? extends Command> javaType = RecordType.of(type, Command.class);
        if (javaType == Batch.class) {
            throw new IllegalArgumentException("a batch has no other in it");
        }
        GenericRecord record = AvroBinary.decode(
                content, contentSchema(type, version), contentSchema(type, Schemas.latestVersion(type)));
        return AvroMapping.fromAvro(record, javaType);
    }

    /** What was asked, by whom and of which stream, as a digest: what tells a retry from another command under the same id. */
    public static Digest fingerprint(StreamKey stream, ActorRef actor, Command command, boolean dryRun) {
        MessageDigest sha256 = HashChain.sha256();
        String asked =
                typeOf(command) + "\0" + stream + "\0" + actor.kind() + "/" + actor.name() + "\0" + dryRun + "\0";
        sha256.update(asked.getBytes(StandardCharsets.UTF_8));
        return Digest.of(sha256.digest(content(command)));
    }

    /** What is asked, encoded without a meta. */
    static byte[] content(Command command) {
        String type = typeOf(command);
        GenericRecord record = new GenericData.Record(contentSchema(type, Schemas.latestVersion(type)));
        copy(command, record);
        return AvroBinary.encode(record);
    }

    private static void copy(Command command, GenericRecord target) {
        if (command instanceof Batch batch) {
            BatchMapping.copy(batch, target);
        } else {
            AvroMapping.copy((Record) command, target);
        }
    }

    private static Schema contentSchema(String type, int version) {
        // Only versions that there are come this far into memory.
        Schema schema = Schemas.version(type, version);
        return CONTENT.computeIfAbsent(type + "/" + version, key -> withoutMeta(schema));
    }

    private static Schema withoutMeta(Schema schema) {
        Schema fields = Schema.createRecord(schema.getName(), null, schema.getNamespace(), false);
        fields.setFields(schema.getFields().stream()
                .filter(field -> !field.name().equals("meta"))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        return fields;
    }
}
