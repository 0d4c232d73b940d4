package studio.domain.kernel;

/**
 * Names a stream, the unit of consistency and the key of its Kafka records: {@code backbone/acme}, {@code user/alice}.
 *
 * @param type what the stream holds: {@code user}, {@code backbone}, …
 * @param name the stream's own name, unique in the installation within its type
 */
public record StreamKey(String type, Name name) implements Comparable<StreamKey> {

    /**
     * Reads {@code type/name}.
     *
     * @throws IllegalArgumentException if there is no slash or the name is no DNS label
     */
    public static StreamKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("stream key '" + text + "' must be type/name");
        }
        return new StreamKey(text.substring(0, slash), Name.of(text.substring(slash + 1)));
    }

    @Override
    public int compareTo(StreamKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return type + "/" + name;
    }
}
