package studio.benchmarks;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Keeps a number of commands in flight: each changes the location label of one of many sites, in one of many backbones, and so
 * makes one event.
 */
final class CommandLoad {

    private static final long HIGHEST_MICROS = 60_000_000L;
    private static final int DIGITS = 3;
    private static final int NANOS_PER_MICRO = 1_000;
    /** One command in so many is followed by a read that waits for it. */
    private static final int READ_EVERY = 50;

    private final StudioClient commands;
    private final StudioClient reads;
    private final int backbones;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Histogram latency = new ConcurrentHistogram(HIGHEST_MICROS, DIGITS);
    private final Histogram lag = new ConcurrentHistogram(HIGHEST_MICROS, DIGITS);
    private volatile long endNanos;

    CommandLoad(StudioClient commands, StudioClient reads, int backbones) {
        this.commands = commands;
        this.reads = reads;
        this.backbones = backbones;
    }

    Result run(int inFlight, int seconds) throws InterruptedException {
        CountDownLatch lanes = new CountDownLatch(inFlight);
        long start = System.nanoTime();
        endNanos = start + seconds * 1_000_000_000L;
        for (int lane = 0; lane < inFlight; lane++) {
            next(lanes);
        }
        lanes.await();
        double elapsed = (System.nanoTime() - start) / 1e9;
        return new Result(inFlight, latency.getTotalCount() / elapsed, latency, lag, failed.get());
    }

    private void next(CountDownLatch lanes) {
        long begin = System.nanoTime();
        if (begin >= endNanos) {
            lanes.countDown();
            return;
        }
        long number = sent.incrementAndGet();
        String backbone = Setup.backbone((int) (number % backbones));
        String site = "/api/v1/backbones/" + backbone + "/sites/" + Setup.SITE;
        commands.send(HttpMethod.PATCH, site, Map.of(), Map.of("location", "place " + number))
                .onComplete(answer -> {
                    if (answer.succeeded() && answer.result().succeeded()) {
                        latency.recordValue(micros(begin));
                        if (number % READ_EVERY == 0) {
                            follow(site, answer.result().position());
                        }
                    } else {
                        failed.incrementAndGet();
                    }
                    next(lanes);
                });
    }

    /** A read that asks for the position waits as long as the tables are behind. */
    private void follow(String path, String position) {
        long begin = System.nanoTime();
        reads.get(path, Map.of("Studio-Min-Position", position)).onSuccess(answer -> {
            if (answer.succeeded()) {
                lag.recordValue(micros(begin));
            } else {
                failed.incrementAndGet();
            }
        });
    }

    private static long micros(long sinceNanos) {
        return Math.min(HIGHEST_MICROS, (System.nanoTime() - sinceNanos) / NANOS_PER_MICRO);
    }

    /**
     * What one depth measured.
     *
     * @param inFlight   commands in flight
     * @param perSecond  commands answered in a second
     * @param latency    microseconds from request to answer
     * @param lag        microseconds until a read after an answered command had it, the read's own time included
     * @param failed     requests that were not answered with success
     */
    record Result(int inFlight, double perSecond, Histogram latency, Histogram lag, long failed) {}
}
