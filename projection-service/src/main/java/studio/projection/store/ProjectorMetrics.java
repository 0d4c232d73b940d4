package studio.projection.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What is measured of a projector. */
final class ProjectorMetrics {

    private static final double[] PERCENTILES = {0.5, 0.99};

    private final Counter records;
    private final DistributionSummary batch;
    private final Timer write;
    private final Timer delay;

    ProjectorMetrics(MeterRegistry registry, Supplier<ProjectorState> state) {
        records = Counter.builder("studio.projection.records")
                .description("Records of the log that are in the tables")
                .register(registry);
        batch = DistributionSummary.builder("studio.projection.batch.records")
                .description("Records of one transaction")
                .register(registry);
        write = Timer.builder("studio.projection.batch")
                .description("From records read to transaction committed")
                .publishPercentiles(PERCENTILES)
                .register(registry);
        delay = Timer.builder("studio.projection.delay")
                .description("From a record's append to its commit in the tables")
                .publishPercentiles(PERCENTILES)
                .register(registry);
        Gauge.builder("studio.projection.lag.records", () -> lag(state.get()))
                .description("Records of the log that are not in the tables yet")
                .register(registry);
        Gauge.builder("studio.projection.stopped.partitions", () -> stops(state.get()))
                .description("Partitions that are read no further, because the log is broken there")
                .register(registry);
    }

    private static double lag(ProjectorState state) {
        return state instanceof ProjectorState.Writing writing ? writing.lag() : 0;
    }

    private static double stops(ProjectorState state) {
        return state instanceof ProjectorState.Writing writing ? writing.stops().size() : 0;
    }

    void written(int count, long startNanos) {
        records.increment(count);
        batch.record(count);
        write.record(Duration.ofNanos(System.nanoTime() - startNanos));
    }

    void delayed(long appendedMillis, long nowMillis) {
        delay.record(Math.max(0, nowMillis - appendedMillis), TimeUnit.MILLISECONDS);
    }
}
