package studio.domain.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The answer to a command.
 *
 * @param <E> the stream's events
 */
public sealed interface Decision<E extends Event> {

    /**
     * The command holds.
     *
     * @param events what happened, in order; none if the command asks for what already is
     */
    record Accepted<E extends Event>(List<E> events) implements Decision<E> {}

    /**
     * The command is refused and changes nothing.
     *
     * @param rejection why
     */
    record Rejected<E extends Event>(Rejection rejection) implements Decision<E> {}

    /** Accepted, and nothing happens: what is asked for already is. */
    static <E extends Event> Decision<E> accept() {
        return new Accepted<>(List.of());
    }

    /** Accepted with this one event. */
    static <E extends Event> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    /** Accepted with these events, in this order. */
    static <E extends Event> Decision<E> accept(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    /** The same answer where a wider family of events is wanted. */
    static <E extends Event> Decision<E> widen(Decision<? extends E> decision) {
        return switch (decision) {
            case Accepted<? extends E> accepted -> accept(accepted.events());
            case Rejected<? extends E> rejected -> reject(rejected.rejection());
        };
    }

    /** Refused for that reason. */
    static <E extends Event> Decision<E> reject(Rejection rejection) {
        return new Rejected<>(rejection);
    }

    /** Refused for that reason, with a sentence for the person who asked. */
    static <E extends Event> Decision<E> reject(Rejection.Reason reason, String detail) {
        return new Rejected<>(Rejection.of(reason, detail));
    }

    /** Refused if there is a flaw, else as {@code flawless} decides. */
    static <E extends Event> Decision<E> unless(Optional<Rejection> flaw, Supplier<Decision<E>> flawless) {
        return flaw.<Decision<E>>map(Rejected::new).orElseGet(flawless);
    }
}
