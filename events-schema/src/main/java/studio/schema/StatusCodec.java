package studio.schema;

import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.plan.SiteStatus;

/** Writes and reads how far sites are. */
public final class StatusCodec {

    private static final String STREAM = "stream";

    private StatusCodec() {}

    /**
     * A site's status with the stream that it is of.
     *
     * @param stream the stream of its network or backbone
     * @param status how far the site is
     */
    public record StoredStatus(StreamKey stream, SiteStatus status) {

        /** The key of its record. */
        public String key() {
            return key(stream, status.site());
        }

        /** The key of the record of that site. */
        public static String key(StreamKey stream, Uid site) {
            return stream + "|" + site;
        }
    }

    /** Encodes a site's status. */
    public static Encoded encode(StoredStatus stored) {
        GenericRecord record = new GenericData.Record(Schemas.latest(Schemas.SITE_STATUS));
        record.put(STREAM, stored.stream().toString());
        AvroMapping.copy(stored.status(), record);
        return new Encoded(Schemas.SITE_STATUS, Schemas.latestVersion(Schemas.SITE_STATUS), AvroBinary.encode(record));
    }

    /**
     * Decodes a site's status.
     *
     * @throws IllegalArgumentException if the bytes are no such record, or a newer version wrote it
     */
    public static StoredStatus decode(Encoded encoded) {
        if (!encoded.type().equals(Schemas.SITE_STATUS)) {
            throw new IllegalArgumentException("'" + encoded.type() + "' is no status");
        }
        GenericRecord record = AvroBinary.decode(
                encoded.body(), Schemas.version(encoded.type(), encoded.version()), Schemas.latest(encoded.type()));
        return new StoredStatus(
                StreamKey.parse(record.get(STREAM).toString()), AvroMapping.fromAvro(record, SiteStatus.class));
    }
}
