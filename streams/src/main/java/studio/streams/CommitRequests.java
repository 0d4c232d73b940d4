package studio.streams;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for commits between the regular ones, as soon as the pacer says. Its timer runs only while something waits for it: each time
 * that a timer of Kafka Streams goes off is followed by a commit, even of nothing.
 */
public final class CommitRequests {

    private final ProcessorContext<?, ?> context;
    private final CommitPacer pacer;
    private final Duration soon;
    private Optional<Cancellable> timer = Optional.empty();

    /**
     * Requests of one task.
     *
     * @param context the task's context
     * @param pacer   says how soon
     * @param soon    how long a commit that is due soon may wait
     */
    public CommitRequests(ProcessorContext<?, ?> context, CommitPacer pacer, Duration soon) {
        this.context = context;
        this.pacer = pacer;
        this.soon = soon;
    }

    /** A record was worked on that was written at {@code givenMs}, in milliseconds of its writer's clock. */
    public void worked(long givenMs) {
        switch (pacer.pace(givenMs, context.currentSystemTimeMs())) {
            case AT_ONCE -> commit();
            case SOON -> startTimer();
            case WITH_THE_BACKLOG -> {
                // Kafka Streams' own interval sees to it.
            }
        }
    }

    private void startTimer() {
        if (timer.isEmpty()) {
            timer = Optional.of(context.schedule(soon, PunctuationType.WALL_CLOCK_TIME, now -> commit()));
        }
    }

    private void commit() {
        timer.ifPresent(Cancellable::cancel);
        timer = Optional.empty();
        context.commit();
    }
}
