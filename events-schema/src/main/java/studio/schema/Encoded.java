package studio.schema;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import studio.domain.kernel.StreamKey;

/**
 * An encoded record with what is needed to read it.
 *
 * <p>On a topic its value is framed as Apicurio Registry's serializers frame it: a zero byte, the schema's content id in four
 * bytes, the record. So their deserializers read our topics. We ourselves read by the headers, which name type and version as
 * CloudEvents attributes, and need no registry for it.
 *
 * @param type    the full name of the record's schema
 * @param version the version of that schema, from 1
 * @param body    the record in Avro's binary encoding; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from codec to topic; nobody compares encoded records.
public record Encoded(String type, int version, byte[] body) {

    private static final String SPEC_VERSION = "ce_specversion";
    private static final String ID = "ce_id";
    private static final String SOURCE = "ce_source";
    private static final String TYPE = "ce_type";
    private static final String DATA_SCHEMA = "ce_dataschema";
    private static final String SCHEMA_PREFIX = "studio:schemas/";
    private static final int FRAME_SIZE = 5;

    /** The encoded form of an event. */
    public static Encoded of(StoredEvent event) {
        return new Encoded(event.type(), event.version(), event.body());
    }

    /**
     * Writes what it is to a record's headers, as the Kafka binding of CloudEvents 1.0 does in its binary mode.
     *
     * @param id     an event's own id, or that of the command
     * @param stream the stream that it concerns
     */
    public void describeIn(Headers headers, String id, StreamKey stream) {
        add(headers, SPEC_VERSION, "1.0");
        add(headers, ID, id);
        add(headers, SOURCE, source() + stream);
        nameTypeIn(headers);
    }

    /** Writes its type and schema to a record's headers: all there is to say of a state, which is no event. */
    public void nameTypeIn(Headers headers) {
        add(headers, TYPE, type);
        add(headers, DATA_SCHEMA, SCHEMA_PREFIX + type + "/" + version);
    }

    /** A command and its outcome have one id, so they need two sources. */
    private String source() {
        if (type.startsWith(Schemas.EVENTS)) {
            return "studio:streams/";
        }
        return type.startsWith(Schemas.COMMANDS) ? "studio:commands/" : "studio:outcomes/";
    }

    /** The framed value, for a schema that has this content id in the registry (0: in none). */
    public byte[] framed(int contentId) {
        return ByteBuffer.allocate(FRAME_SIZE + body.length)
                .put((byte) 0)
                .putInt(contentId)
                .put(body)
                .array();
    }

    /**
     * Reads a record's headers and framed value.
     *
     * @throws IllegalArgumentException if a header is missing or no header of ours, or the value is not framed
     */
    public static Encoded read(Headers headers, byte[] value) {
        String type = text(headers, TYPE);
        if (value == null || value.length < FRAME_SIZE || value[0] != 0) {
            throw new IllegalArgumentException("the value is not framed");
        }
        return new Encoded(
                type, version(type, text(headers, DATA_SCHEMA)), Arrays.copyOfRange(value, FRAME_SIZE, value.length));
    }

    private static int version(String type, String dataSchema) {
        String prefix = SCHEMA_PREFIX + type + "/";
        if (!dataSchema.startsWith(prefix)) {
            throw new IllegalArgumentException("header " + DATA_SCHEMA + " names no schema of '" + type + "'");
        }
        return Integer.parseUnsignedInt(dataSchema.substring(prefix.length()));
    }

    private static void add(Headers headers, String key, String value) {
        headers.add(key, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Headers headers, String key) {
        Header header = headers.lastHeader(key);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("header " + key + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
