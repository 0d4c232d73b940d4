package studio.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Avro's binary encoding of one record, without any framing. */
final class AvroBinary {

    private AvroBinary() {}

    static byte[] encode(GenericRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
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
    static GenericRecord decode(byte[] body, Schema written, Schema wanted) {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(body, null);
        try {
            GenericRecord record = new GenericDatumReader<GenericRecord>(written, wanted).read(null, decoder);
            if (!decoder.isEnd()) {
                throw new IllegalArgumentException("bytes are left over after the " + written.getFullName());
            }
            return record;
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | ClassCastException e) {
            throw new IllegalArgumentException("the bytes are no " + written.getFullName(), e);
        }
    }
}
