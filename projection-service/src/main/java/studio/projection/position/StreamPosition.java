package studio.projection.position;

import java.util.Arrays;
import java.util.List;
import studio.domain.kernel.StreamKey;

/**
 * A moment of one stream, as {@code Studio-Position} tells it and {@code Studio-Min-Position} asks for it:
 * {@code backbone/acme@17}.
 *
 * @param stream   the stream
 * @param revision the last event that happened
 */
public record StreamPosition(StreamKey stream, long revision) {

    /** More than anybody needs in one request. */
    private static final int MAX_POSITIONS = 50;

    /**
     * Reads positions with commas between.
     *
     * @throws IllegalArgumentException if the text is not such a list; the message says what is expected
     */
    public static List<StreamPosition> parseList(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length > MAX_POSITIONS) {
            throw new IllegalArgumentException("must be at most " + MAX_POSITIONS + " positions");
        }
        return Arrays.stream(parts).map(part -> parse(part.strip())).toList();
    }

    private static StreamPosition parse(String text) {
        try {
            int at = text.lastIndexOf('@');
            return new StreamPosition(
                    StreamKey.parse(text.substring(0, Math.max(at, 0))), Long.parseLong(text.substring(at + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be like backbone/acme@17, with commas between several", e);
        }
    }

    @Override
    public String toString() {
        return stream + "@" + revision;
    }
}
