package studio.schema;

import org.apache.avro.generic.GenericRecord;

/** Writes and reads commands' outcomes. */
public final class OutcomeCodec {

    private OutcomeCodec() {}

    /** Encodes an outcome. */
    public static Encoded encode(CommandOutcome outcome) {
        GenericRecord record = AvroMapping.toAvro(outcome, Schemas.latest(Schemas.OUTCOME));
        return new Encoded(Schemas.OUTCOME, Schemas.latestVersion(Schemas.OUTCOME), AvroBinary.encode(record));
    }

    /**
     * Decodes an outcome.
     *
     * @throws IllegalArgumentException if the bytes are no outcome, or a newer version wrote it
     */
    public static CommandOutcome decode(Encoded encoded) {
        if (!encoded.type().equals(Schemas.OUTCOME)) {
            throw new IllegalArgumentException("'" + encoded.type() + "' is no outcome");
        }
        GenericRecord record = AvroBinary.decode(
                encoded.body(), Schemas.version(encoded.type(), encoded.version()), Schemas.latest(encoded.type()));
        return AvroMapping.fromAvro(record, CommandOutcome.class);
    }
}
