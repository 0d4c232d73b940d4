package studio.cli.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The {@code Studio-Position} of the last write, kept between two commands so that the second sees what the first did. */
public final class Position {

    /** After that the tables have it, or something is wrong that waiting does not mend. */
    private static final Duration MATTERS = Duration.ofMinutes(1);

    private final Path file;

    Position(Path file) {
        this.file = file;
    }

    /** The position, if something was written just now. */
    public Optional<String> last() {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return written.plus(MATTERS).isAfter(Instant.now())
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException nothingWritten) {
            return Optional.empty();
        }
    }

    /**
     * Keeps it. A disk that doesn't take it undoes no command, but then the next read may be a moment old, or wait for what an older
     * command did, so whoever reads on is told.
     */
    void keep(String position) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, position);
        } catch (IOException notKept) {
            System.err.println("studio: what was changed may not show at once, since " + file + " can't be written: "
                    + notKept.getMessage());
        }
    }
}
