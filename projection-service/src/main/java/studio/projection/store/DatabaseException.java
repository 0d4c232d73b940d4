package studio.projection.store;

import java.sql.SQLException;

/** The database did not do what it was asked; the transaction is lost, the log is not. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The statement failed in the middle of doing that. */
    public DatabaseException(String doing, SQLException cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
