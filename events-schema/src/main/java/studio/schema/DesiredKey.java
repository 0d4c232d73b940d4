package studio.schema;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import studio.domain.kernel.StreamKey;

/**
 * What a record on the desired topic is about: {@code network/shop|class/{uid}|process/web}, or, of an audience's head,
 * {@code network/shop|class/{uid}}. All of one stream are in one partition, that of the stream's events.
 *
 * @param stream   the stream that it follows from
 * @param audience the audience's key
 * @param item     the item's key; absent of a head
 */
public record DesiredKey(StreamKey stream, String audience, Optional<String> item) {

    private static final String SEPARATOR = "|";
    private static final int MOST_PARTS = 3;

    /** The key of an audience's head. */
    public static DesiredKey ofHead(StreamKey stream, String audience) {
        return new DesiredKey(stream, audience, Optional.empty());
    }

    /** The key of an item. */
    public static DesiredKey ofItem(StreamKey stream, String audience, String item) {
        return new DesiredKey(stream, audience, Optional.of(item));
    }

    /**
     * Reads a record's key.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static DesiredKey parse(String text) {
        String[] parts = text.split("\\|", MOST_PARTS);
        if (parts.length < 2) {
            throw new IllegalArgumentException("'" + text + "' names no audience of a stream");
        }
        return new DesiredKey(
                StreamKey.parse(parts[0]),
                parts[1],
                parts.length == MOST_PARTS ? Optional.of(parts[2]) : Optional.empty());
    }

    /** The partition, of so many, in which all that concerns the stream is: where Kafka puts records with the stream as their key. */
    public static int partition(StreamKey stream, int partitions) {
        byte[] key = stream.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    @Override
    public String toString() {
        String head = stream + SEPARATOR + audience;
        return item.map(key -> head + SEPARATOR + key).orElse(head);
    }
}
