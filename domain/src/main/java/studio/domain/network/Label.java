package studio.domain.network;

import java.util.Comparator;

/**
 * A word about an object, for people and selectors.
 *
 * @param key   what it is about, unique in a set
 * @param value what it says
 */
public record Label(String key, String value) implements Comparable<Label> {

    private static final Comparator<Label> ORDER =
            Comparator.comparing(Label::key).thenComparing(Label::value);

    @Override
    public int compareTo(Label other) {
        return ORDER.compare(this, other);
    }
}
