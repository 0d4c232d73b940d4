package studio.feed.pass;

/** A pass that is not good here or now, with why as far as whoever brings it may know. */
public final class PassRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    PassRefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    PassRefusedException(String message) {
        super(message);
    }
}
