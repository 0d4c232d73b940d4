package studio.projection.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts the queries that reads ask of the database, by what Hibernate logs of them. */
public final class Queries extends Handler implements AutoCloseable {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private final AtomicInteger asked = new AtomicInteger();
    private final Level before = SQL.getLevel();

    private Queries() {}

    /** Counts from now on. */
    public static Queries count() {
        Queries queries = new Queries();
        SQL.addHandler(queries);
        SQL.setLevel(Level.FINE);
        return queries;
    }

    /** How many there were. */
    public int asked() {
        return asked.get();
    }

    @Override
    public void publish(LogRecord statement) {
        asked.incrementAndGet();
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    @SuppressWarnings("NullAway") // No level of its own is how a logger begins.
    public void close() {
        SQL.removeHandler(this);
        SQL.setLevel(before);
    }
}
