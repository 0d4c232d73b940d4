package studio.schema;

import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import studio.domain.kernel.StreamKey;
import studio.domain.plan.AudienceHead;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;

/** Writes and reads what audiences are to have. */
public final class DesiredCodec {

    private static final String STREAM = "stream";
    private static final String AUDIENCE = "audience";
    private static final String KIND = "kind";

    private DesiredCodec() {}

    /** Encodes a record of the desired topic. */
    public static Encoded encode(Desired desired) {
        return switch (desired) {
            case Desired.OfItem of -> {
                GenericRecord record = begin(Schemas.ITEM, desired);
                record.put(KIND, kind(of.item().spec(), record));
                AvroMapping.copy(of.item(), record);
                yield end(record);
            }
            case Desired.OfHead of -> {
                GenericRecord record = begin(Schemas.AUDIENCE_HEAD, desired);
                AvroMapping.copy(of.head(), record);
                yield end(record);
            }
        };
    }

    private static GenericRecord begin(String type, Desired desired) {
        GenericRecord record = new GenericData.Record(Schemas.latest(type));
        record.put(STREAM, desired.stream().toString());
        record.put(AUDIENCE, desired.audience());
        return record;
    }

    private static Object kind(ItemSpec spec, GenericRecord record) {
        return new GenericData.EnumSymbol(
                record.getSchema().getField(KIND).schema(), spec.kind().name());
    }

    private static Encoded end(GenericRecord record) {
        String type = record.getSchema().getFullName();
        return new Encoded(type, Schemas.latestVersion(type), AvroBinary.encode(record));
    }

    /**
     * Decodes a record of the desired topic. Does not check an item's digest.
     *
     * @throws IllegalArgumentException if the bytes are no such record, or a newer version wrote it
     */
    public static Desired decode(Encoded encoded) {
        boolean item = encoded.type().equals(Schemas.ITEM);
        if (!item && !encoded.type().equals(Schemas.AUDIENCE_HEAD)) {
            throw new IllegalArgumentException("'" + encoded.type() + "' is nothing desired");
        }
        GenericRecord record = AvroBinary.decode(
                encoded.body(), Schemas.version(encoded.type(), encoded.version()), Schemas.latest(encoded.type()));
        StreamKey stream = StreamKey.parse(record.get(STREAM).toString());
        String audience = record.get(AUDIENCE).toString();
        return item
                ? new Desired.OfItem(stream, audience, AvroMapping.fromAvro(record, Item.class))
                : new Desired.OfHead(stream, audience, AvroMapping.fromAvro(record, AudienceHead.class));
    }

    /** Encodes what an item is, for those who pass it on unseen. */
    public static Encoded encodeSpec(ItemSpec spec) {
        return end(AvroMapping.oneOf(spec, Schemas.latest(Schemas.ITEM_SPEC)));
    }

    /**
     * Decodes what an item is.
     *
     * @throws IllegalArgumentException if the bytes are no such record, or a newer version wrote it
     */
    public static ItemSpec decodeSpec(Encoded encoded) {
        if (!encoded.type().equals(Schemas.ITEM_SPEC)) {
            throw new IllegalArgumentException("'" + encoded.type() + "' says of no item what it is");
        }
        GenericRecord record = AvroBinary.decode(
                encoded.body(), Schemas.version(encoded.type(), encoded.version()), Schemas.latest(encoded.type()));
        return AvroMapping.oneOf(record, ItemSpec.class);
    }
}
