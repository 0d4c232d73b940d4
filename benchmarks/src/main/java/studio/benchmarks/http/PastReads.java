package studio.benchmarks.http;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.Random;
import studio.benchmarks.Times;

/** Reads one backbone as it stood at revisions that nobody has asked for before, one read after the other. */
final class PastReads {

    private static final String BACKBONE = "/api/v1/backbones/" + Setup.backbone(0);
    private static final int READS = 40;
    private static final int IN_FLIGHT = 256;
    private static final int SECONDS = 5;

    private final StudioClient client;
    private final Random random = new Random(1);

    PastReads(StudioClient client) {
        this.client = client;
    }

    /** Changes the backbone until its stream has so many events. */
    long grow(long events) throws InterruptedException {
        long head = head();
        while (head < events) {
            new CommandLoad(client, client, 1).run(IN_FLIGHT, SECONDS);
            head = head();
        }
        return head;
    }

    private long head() {
        return get(BACKBONE + "/history?limit=1").json().at("/items/0/revision").asLong();
    }

    /** How long it takes to show the site as it stood. */
    Times entity(long head) {
        return measure(head, revision -> BACKBONE + "/sites/" + Setup.SITE + "?at=" + revision);
    }

    /** How long it takes to tell what differs from then to now. */
    Times diff(long head) {
        return measure(head, revision -> BACKBONE + "/diff?from=" + revision);
    }

    /** How long it takes to show a page of what happened. */
    Times history(long head) {
        return measure(
                head,
                revision -> BACKBONE + "/sites/" + Setup.SITE + "/history?order="
                        + (revision % 2 == 0 ? "oldest" : "newest"));
    }

    private interface Path {
        String at(long revision);
    }

    private Times measure(long head, Path path) {
        Times latency = new Times();
        for (int i = 0; i < READS; i++) {
            String wanted = path.at(2 + random.nextLong(head - 2));
            long begin = System.nanoTime();
            get(wanted);
            latency.addSince(begin);
        }
        return latency;
    }

    private StudioClient.Answer get(String path) {
        return client.require(HttpMethod.GET, path, Map.of(), Map.of());
    }
}
