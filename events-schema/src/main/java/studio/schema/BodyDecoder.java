package studio.schema;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Reads Avro's binary encoding from bytes that nobody vouches for.
 *
 * <p>Avro's own decoder allocates as much as a length in the bytes asks for, up to two gigabytes. This one refuses every length that
 * goes beyond the bytes that are there.
 */
final class BodyDecoder extends Decoder {

    private static final int LAST_SHIFT = 63;

    private final byte[] bytes;
    private int next;

    BodyDecoder(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Says whether everything was read. */
    boolean isAtEnd() {
        return next == bytes.length;
    }

    @Override
    public void readNull() {
        // Null takes no bytes.
    }

    @Override
    public boolean readBoolean() {
        byte value = bytes[take(1)];
        if (value != 0 && value != 1) {
            throw new AvroRuntimeException("a boolean is " + value);
        }
        return value == 1;
    }

    @Override
    public int readInt() {
        long value = readLong();
        if (value != (int) value) {
            throw new AvroRuntimeException("an int is " + value);
        }
        return (int) value;
    }

    @Override
    public long readLong() {
        long zigzag = 0;
        for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
            byte part = bytes[take(1)];
            zigzag |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return zigzag >>> 1 ^ -(zigzag & 1);
            }
        }
        throw new AvroRuntimeException("a number does not end");
    }

    @Override
    public String readString() {
        int length = length();
        return new String(bytes, take(length), length, StandardCharsets.UTF_8);
    }

    @Override
    public Utf8 readString(Utf8 old) {
        return new Utf8(readString());
    }

    @Override
    public void skipString() {
        take(length());
    }

    @Override
    public void readFixed(byte[] target, int start, int length) {
        System.arraycopy(bytes, take(length), target, start, length);
    }

    @Override
    public void skipFixed(int length) {
        take(length);
    }

    @Override
    public int readEnum() {
        return readInt();
    }

    @Override
    public int readIndex() {
        return readInt();
    }

    /** The number of elements in the next block; a negative one is followed by the block's size. Every element takes a byte or more. */
    @Override
    public long readArrayStart() {
        long count = readLong();
        if (count < 0) {
            count = -count;
            length();
        }
        return within(count);
    }

    @Override
    public long arrayNext() {
        return readArrayStart();
    }

    @Override
    public long skipArray() {
        long count = readLong();
        while (count < 0) {
            take(length());
            count = readLong();
        }
        return within(count);
    }

    @Override
    public float readFloat() {
        throw none("float");
    }

    @Override
    public double readDouble() {
        throw none("double");
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) {
        int length = length();
        return ByteBuffer.wrap(bytes, take(length), length);
    }

    @Override
    public void skipBytes() {
        take(length());
    }

    @Override
    public long readMapStart() {
        throw none("map");
    }

    @Override
    public long mapNext() {
        throw none("map");
    }

    @Override
    public long skipMap() {
        throw none("map");
    }

    private static AvroRuntimeException none(String type) {
        return new AvroRuntimeException("no record of ours has a field of type " + type);
    }

    private int length() {
        return within(readLong());
    }

    private int within(long length) {
        if (length < 0 || length > bytes.length - next) {
            throw new AvroRuntimeException(
                    "a length is " + length + " where " + (bytes.length - next) + " bytes are left");
        }
        return (int) length;
    }

    /** Moves on by that many bytes and returns where they begin. */
    private int take(int length) {
        int start = next;
        next += within(length);
        return start;
    }
}
