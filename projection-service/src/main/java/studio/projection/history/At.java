package studio.projection.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A moment of a stream. */
public sealed interface At {

    /** The rule in one sentence, for messages. */
    String RULE = "must be a revision such as 17, or a time such as 2026-05-01T00:00:00Z";

    /** Right after that event. */
    record Revision(long number) implements At {
        @Override
        public String toString() {
            return "revision " + number;
        }
    }

    /** After all that had happened by then. */
    record Time(Instant instant) implements At {
        @Override
        public String toString() {
            return instant.toString();
        }
    }

    /** After all that has happened. */
    record Present() implements At {
        @Override
        public String toString() {
            return "present";
        }
    }

    /**
     * Reads a revision, or a time as RFC 3339 has it.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    static At parse(String text) {
        try {
            if (text.chars().allMatch(Character::isDigit)) {
                return revision(Long.parseLong(text));
            }
            // Whoever forgets to encode the plus of an offset sends a space.
            return new Time(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(RULE, e);
        }
    }

    private static At revision(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("must be a revision from 1 on, or a time");
        }
        return new Revision(number);
    }
}
