package studio.benchmarks.http;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import studio.benchmarks.Times;

/**
 * Keeps a number of commands in flight: each changes the location label of one of many sites, in one of many backbones, and so
 * makes one event.
 */
final class CommandLoad {

    /** One command in so many is followed by a read that waits for it. */
    private static final int READ_EVERY = 50;

    private final StudioClient commands;
    private final StudioClient reads;
    private final int backbones;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Times latency = new Times();
    private final Times lag = new Times();
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
        return new Result(inFlight, latency.count() / elapsed, latency, lag, failed.get());
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
                        latency.addSince(begin);
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
                lag.addSince(begin);
            } else {
                failed.incrementAndGet();
            }
        });
    }

    /**
     * What one depth measured.
     *
     * @param inFlight   commands in flight
     * @param perSecond  commands answered in a second
     * @param latency    from request to answer
     * @param lag        until a read after an answered command had it, the read's own time included
     * @param failed     requests that were not answered with success
     */
    record Result(int inFlight, double perSecond, Times latency, Times lag, long failed) {}
}
