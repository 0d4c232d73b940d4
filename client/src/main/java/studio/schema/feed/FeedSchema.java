package studio.schema.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import studio.feed.frame.Frame;
import studio.schema.AvroBinary;
import studio.schema.AvroMapping;

/**
 * The records of the protocol that this program speaks. A record's place in the file is its number on the wire, so later ones are
 * added at the end.
 */
final class FeedSchema {

    private static final Schema ALL = load();

    private FeedSchema() {}

    private static Schema load() {
        String file = "/schemas/studio.feed/" + Frame.PROTOCOL + ".avsc";
        try (InputStream schema = FeedSchema.class.getResourceAsStream(file)) {
            return new Schema.Parser().parse(Objects.requireNonNull(schema, file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    static Schema of(String name) {
        return ALL.getTypes().get(number(name));
    }

    static int number(String name) {
        Integer number = ALL.getIndexNamed("studio.feed." + name);
        if (number == null) {
            throw new IllegalStateException("the protocol has no " + name);
        }
        return number;
    }

    /**
     * The name of the record of that number.
     *
     * @throws IllegalArgumentException if there is none
     */
    static String name(int number) {
        if (number < 0 || number >= ALL.getTypes().size()) {
            throw new IllegalArgumentException("protocol " + Frame.PROTOCOL + " has no frame of type " + number);
        }
        return ALL.getTypes().get(number).getName();
    }

    static byte[] encode(String name, Record value) {
        return AvroBinary.encode(AvroMapping.toAvro(value, of(name)));
    }

    static <R extends Record> R decode(String name, byte[] body, Class<R> type) {
        GenericRecord record = AvroBinary.decode(body, of(name), of(name));
        return AvroMapping.fromAvro(record, type);
    }
}
