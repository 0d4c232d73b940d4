package studio.domain.network;

import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Rejection;

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

    /** Says why these labels can't be kept, if so. */
    static Optional<Rejection> flaw(String field, Set<Label> labels) {
        if (labels.size() > Limits.MAX_NAMES) {
            return Optional.of(
                    Rejection.ofField(LIMIT_REACHED, field, "may hold at most " + Limits.MAX_NAMES + " entries"));
        }
        if (labels.stream().map(Label::key).distinct().count() < labels.size()) {
            return Optional.of(Rejection.ofField(INVALID_VALUE, field, "may hold each key once"));
        }
        return labels.stream()
                .sorted()
                .flatMap(label ->
                        Limits.text(field, label.key())
                                .or(() -> Limits.text(field + "." + label.key(), label.value()))
                                .stream())
                .findFirst();
    }
}
