package studio.domain.kernel;

import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;

import java.util.Optional;
import java.util.Set;

/** How much a command may bring into the log, which keeps it for ever: checked in decisions, after which nobody asks again. */
public final class Limits {

    /** The longest text that a person or a component can give. */
    public static final int MAX_TEXT = 200;

    /** The most names in one set. */
    public static final int MAX_NAMES = 50;

    private Limits() {}

    /** Says why that text can't be kept, if so. Control characters would break a line of a log, and a NUL the database. */
    public static Optional<Rejection> text(String field, String text) {
        return text.isBlank() || text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)
                ? Optional.of(
                        Rejection.ofField(INVALID_VALUE, field, "must be one line of 1 to " + MAX_TEXT + " characters"))
                : Optional.empty();
    }

    /** Says why that text, if there is one, can't be kept. */
    public static Optional<Rejection> text(String field, Optional<String> text) {
        return text.flatMap(present -> text(field, present));
    }

    /** Says why that set of names can't be kept, if so. */
    public static Optional<Rejection> names(String field, Set<Name> names) {
        return names.size() > MAX_NAMES
                ? Optional.of(Rejection.ofField(LIMIT_REACHED, field, "may hold at most " + MAX_NAMES + " names"))
                : Optional.empty();
    }

    /** Says why those owners can't be kept, if so. */
    public static Optional<Rejection> owners(String field, Owners owners) {
        return names(field + ".users", owners.users()).or(() -> names(field + ".groups", owners.groups()));
    }
}
