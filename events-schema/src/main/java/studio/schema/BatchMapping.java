package studio.schema;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import studio.domain.kernel.Command;

/** Relates batches to Avro: each command by its type, its version and its bytes, so that each reads as if it stood alone. */
final class BatchMapping {

    private static final String COMMANDS = "commands";
    private static final String TYPE = "type";
    private static final String VERSION = "version";
    private static final String CONTENT = "content";

    private BatchMapping() {}

    /** Copies the commands into the record. */
    static void copy(Batch batch, GenericRecord target) {
        Schema list = target.getSchema().getField(COMMANDS).schema();
        List<GenericRecord> parts = new GenericData.Array<>(batch.commands().size(), list);
        batch.commands().forEach(command -> parts.add(part(command, list.getElementType())));
        target.put(COMMANDS, parts);
    }

    private static GenericRecord part(Command command, Schema schema) {
        String type = CommandCodec.typeOf(command);
        GenericRecord part = new GenericData.Record(schema);
        part.put(TYPE, type);
        part.put(VERSION, Schemas.latestVersion(type));
        part.put(CONTENT, ByteBuffer.wrap(CommandCodec.content(command)));
        return part;
    }

    /**
     * The batch in that record.
     *
     * @throws IllegalArgumentException if it is none, or a newer version wrote one of its commands
     */
    static Batch fromAvro(GenericRecord record) {
        List<Command> commands = new ArrayList<>();
        for (Object part : (Collection<?>) record.get(COMMANDS)) {
            commands.add(command((GenericRecord) part));
        }
        return new Batch(commands);
    }

    private static Command command(GenericRecord part) {
        ByteBuffer content = (ByteBuffer) part.get(CONTENT);
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return CommandCodec.command(part.get(TYPE).toString(), (Integer) part.get(VERSION), bytes);
    }
}
