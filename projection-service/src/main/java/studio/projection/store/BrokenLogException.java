package studio.projection.store;

/** The log cannot be what was written: a broken chain, bytes that are no record, or an event that cannot have happened. */
public final class BrokenLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenLogException(String message) {
        super(message);
    }

    BrokenLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
