package studio.schema.feed;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import studio.feed.frame.Bounds;

/** Compresses, and expands no more than there may be: a few bytes can stand for gigabytes. */
final class Deflate {

    /** One item may be as large as all of a part; names and numbers come on top. */
    private static final int MAX_EXPANDED = 4 * Bounds.MAX_ITEMS_BYTES;

    private static final int STEP = 8192;

    private Deflate() {}

    static byte[] compress(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            byte[] step = new byte[STEP];
            while (!deflater.finished()) {
                compressed.write(step, 0, deflater.deflate(step));
            }
            return compressed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    static byte[] expand(byte[] compressed) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(compressed);
            ByteArrayOutputStream expanded = new ByteArrayOutputStream();
            byte[] step = new byte[STEP];
            while (!inflater.finished()) {
                int count = inflater.inflate(step);
                if (count == 0 && !inflater.finished()) {
                    throw new IllegalArgumentException("compressed items are cut short");
                }
                expanded.write(step, 0, count);
                if (expanded.size() > MAX_EXPANDED) {
                    throw new IllegalArgumentException("items have more than " + MAX_EXPANDED + " bytes");
                }
            }
            return expanded.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("items are not compressed as they should be", e);
        } finally {
            inflater.end();
        }
    }
}
