package studio.feed.frame;

import java.nio.ByteBuffer;
import java.util.Collection;

/** How much a frame can hold: whatever a peer sends, reading it costs little, and one who breaks a bound is told which. */
public final class Bounds {

    /** The largest frame on the wire, in bytes. */
    public static final int MAX_FRAME = 1 << 20;

    /** The largest spec of one item or other opaque content, in bytes. */
    public static final int MAX_BYTES = 1 << 18;

    /** How many bytes of items one part of a snapshot or one delta holds at most, unless it holds one item alone. */
    public static final int MAX_ITEMS_BYTES = 1 << 18;

    /** The longest key or other name. */
    public static final int MAX_NAME = 400;

    /** The longest text that a person reads, or a chain of certificates. */
    public static final int MAX_TEXT = 1 << 16;

    /** The most audiences of one vector: a site has the network's, its invitation's, its own and those of its classes. */
    public static final int MAX_AUDIENCES = 64;

    /** The most elements of any other list. */
    public static final int MAX_ELEMENTS = 10_000;

    private Bounds() {}

    static void name(String field, String value) {
        if (value.isEmpty() || value.length() > MAX_NAME) {
            throw new IllegalArgumentException(field + " must have 1 to " + MAX_NAME + " characters");
        }
    }

    static void text(String field, String value) {
        if (value.length() > MAX_TEXT) {
            throw new IllegalArgumentException(field + " may have at most " + MAX_TEXT + " characters");
        }
    }

    static void bytes(String field, ByteBuffer value) {
        if (value.remaining() > MAX_BYTES) {
            throw new IllegalArgumentException(field + " may have at most " + MAX_BYTES + " bytes");
        }
    }

    static void few(String field, Collection<?> values, int most) {
        if (values.size() > most) {
            throw new IllegalArgumentException(field + " may have at most " + most + " elements");
        }
    }

    static void counts(String field, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " must not be negative");
        }
    }
}
