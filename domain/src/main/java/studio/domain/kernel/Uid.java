package studio.domain.kernel;

import java.util.UUID;

/**
 * The identity of one incarnation of an object or of one event: a UUID of version 7 (RFC 9562), never used again.
 *
 * @param value the UUID
 */
public record Uid(UUID value) implements Comparable<Uid> {

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static Uid parse(String text) {
        return new Uid(UUID.fromString(text));
    }

    @Override
    public int compareTo(Uid other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
