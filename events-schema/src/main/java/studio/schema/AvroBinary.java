package studio.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.EncoderFactory;

/** Avro's binary encoding of one record, without any framing. */
public final class AvroBinary {

    private static final int USUAL_SIZE = 512;
    private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(USUAL_SIZE);

    /** A reader that is made once and plans ahead reads twice as fast as one made for each record. */
    private static final Map<Versions, DatumReader<GenericRecord>> READERS = new ConcurrentHashMap<>();

    private static final GenericData DATA = withFastReader();

    private AvroBinary() {}

    /** The bytes of a record. */
    public static byte[] encode(GenericRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        BinaryEncoder encoder = ENCODERS.binaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a record that was written in one version as another.
     *
     * @throws IllegalArgumentException if the bytes are no such record
     */
    public static GenericRecord decode(byte[] body, Schema written, Schema wanted) {
        BodyDecoder decoder = new BodyDecoder(body);
        GenericRecord record;
        try {
            record = reader(written, wanted).read(null, decoder);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the bytes are no " + written.getFullName(), e);
        }
        if (!decoder.isAtEnd()) {
            throw new IllegalArgumentException("bytes are left over after the " + written.getFullName());
        }
        return record;
    }

    private static DatumReader<GenericRecord> reader(Schema written, Schema wanted) {
        return READERS.computeIfAbsent(
                new Versions(written, wanted), versions -> new GenericDatumReader<>(written, wanted, DATA));
    }

    private static GenericData withFastReader() {
        GenericData data = new GenericData();
        data.setFastReaderEnabled(true);
        return data;
    }

    private record Versions(Schema written, Schema wanted) {}
}
