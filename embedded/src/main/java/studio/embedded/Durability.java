package studio.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is still there after a power cut. Neither the end of a process nor its murder ever loses what was acknowledged.
 */
public enum Durability {

    /** Everything: each change waits for the disk before it is acknowledged. */
    EVERYTHING("log.flush.interval.messages=1", "on"),

    /** Everything but the events of the last second or two. */
    ALL_BUT_SECONDS("log.flush.interval.ms=1000\nlog.flush.scheduler.interval.ms=1000", "on"),

    /** Nothing that counts: for tests. */
    NOTHING("", "off");

    private final String brokerProperties;
    private final String fsync;

    Durability(String brokerProperties, String fsync) {
        this.brokerProperties = brokerProperties;
        this.fsync = fsync;
    }

    /** What was asked for, which is remembered; else what is remembered. */
    static Durability remembered(Path file, Optional<Durability> asked) {
        try {
            if (asked.isPresent()) {
                StudioHome.replace(file, asked.get().name());
            }
            return Files.exists(file) ? valueOf(Files.readString(file)) : ALL_BUT_SECONDS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of the broker's properties. */
    String brokerProperties() {
        return brokerProperties;
    }

    /** PostgreSQL's setting of that name; without it, a power cut may leave no database at all. */
    String fsync() {
        return fsync;
    }
}
