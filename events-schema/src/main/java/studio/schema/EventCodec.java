package studio.schema;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Event;

/** Writes and reads events, and links them into their stream's hash chain. */
public final class EventCodec {

    private EventCodec() {}

    /** The full name of an event's record. */
    public static String typeOf(Event event) {
        return RecordType.fullName(event.getClass());
    }

    /** Encodes an event; the hash in {@code meta} is replaced by the right one. */
    public static StoredEvent encode(EventMeta meta, Event event) {
        String type = typeOf(event);
        Schema schema = Schemas.latest(type);
        int version = Schemas.latestVersion(type);
        GenericRecord record = new GenericData.Record(schema);
        record.put("meta", AvroMapping.toAvro(meta, schema.getField("meta").schema()));
        AvroMapping.copy((Record) event, record);
        byte[] body = AvroBinary.encode(record);
        Digest hash = HashChain.hash(type, version, body);
        HashChain.fill(body, hash);
        return new StoredEvent(type, version, meta.withHash(hash), event, body);
    }

    /**
     * Decodes an event. Does not check its hash.
     *
     * @throws IllegalArgumentException if the bytes are no such event, or a newer version wrote it
     */
    public static StoredEvent decode(String type, int version, byte[] body) {
        Class<? extends Event> javaType = RecordType.of(type, Event.class);
        GenericRecord record = AvroBinary.decode(body, Schemas.version(type, version), Schemas.latest(type));
        EventMeta meta = AvroMapping.fromAvro((GenericRecord) record.get("meta"), EventMeta.class);
        return new StoredEvent(type, version, meta, AvroMapping.fromAvro(record, javaType), body);
    }
}
