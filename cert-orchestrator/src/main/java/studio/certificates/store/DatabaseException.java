package studio.certificates.store;

/** The database failed or cannot be reached. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseException(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
