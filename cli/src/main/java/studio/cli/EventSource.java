package studio.cli;

import java.util.Optional;
import java.util.function.Function;
import studio.schema.StoredEvent;

/** Where events can be read one by one, each stream's in order. */
interface EventSource {

    /**
     * Hands each event to {@code check} until one has a flaw or cannot be read.
     *
     * @return where that is and what is wrong; nothing if all is well
     */
    Optional<String> firstFlaw(Function<StoredEvent, Optional<String>> check);

    /** An event in words, with what is wrong with it. */
    static String describe(StoredEvent event, String place, String flaw) {
        return "revision %d of %s (%s at %s): %s"
                .formatted(event.meta().revision(), event.meta().stream(), event.type(), place, flaw);
    }
}
