package studio.command.rest.network;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times in requests. */
final class Times {

    private Times() {}

    /** The time as the log can keep it. */
    static Instant kept(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
