package studio.home.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import studio.api.json.Word;

/** What all homes together have passed on, refused and dropped. */
public final class Counters {

    /** What a peer says is no label unless it is one of these. */
    private static final Set<String> REFUSALS =
            Set.of("busy", "superseded", "certificate-expired", "unknown-subject", "unknown-protocol", "silent");

    /** What became of a report of traffic. */
    public enum Report {
        /** It counts. */
        TAKEN,
        /** Its site tells more often than it should. */
        TOO_OFTEN,
        /** It is none. */
        UNREADABLE
    }

    private final MeterRegistry registry;
    private final Counter up;
    private final Counter down;
    private final Counter dropped;

    /** Those in that registry. */
    public Counters(MeterRegistry registry) {
        this.registry = registry;
        this.up = Counter.builder("studio.home.frames.up")
                .description("What sites said and homes passed on to the centre")
                .register(registry);
        this.down = Counter.builder("studio.home.frames.down")
                .description("What the centre answered and homes passed on to sites")
                .register(registry);
        this.dropped = Counter.builder("studio.home.frames.dropped")
                .description("What sites said and there was no room for; they say it again")
                .register(registry);
    }

    void up(int frames) {
        up.increment(frames);
    }

    void down() {
        down.increment();
    }

    void dropped() {
        dropped.increment();
    }

    void flows(Report report) {
        Counter.builder("studio.home.flow.reports")
                .description("Reports of traffic that sites sent")
                .tag("result", Word.of(report))
                .register(registry)
                .increment();
    }

    void refused(String slug) {
        Counter.builder("studio.home.refusals")
                .description("Sessions of homes that the centre ended")
                .tag("reason", REFUSALS.contains(slug) ? slug : "other")
                .register(registry)
                .increment();
    }
}
