package studio.benchmarks.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import studio.feed.frame.AudienceVersion;
import studio.feed.frame.Frame;
import studio.feed.frame.Vector;
import studio.feed.server.Admission;
import studio.feed.server.Hub;
import studio.feed.source.AudienceStore;
import studio.feed.source.Standing;

/** How much the server keeps for an idle session, without the socket. */
final class Sessions {

    private static final Duration VALIDITY = Duration.ofDays(1);

    private Sessions() {}

    static long bytesPerSession(int count) {
        AudienceStore store = Items.store(0, count);
        Instant now = Instant.now();
        Hub hub = new Hub(store, new Admission(count, count, now));
        long before = used();
        IntStream.range(0, count).forEach(site -> {
            hub.open(site, Items.subject(site), now.plus(VALIDITY), now);
            hub.receive(site, hello(store, site), now);
        });
        long bytes = (used() - before) / count;
        if (hub.size() != count) {
            throw new IllegalStateException("sessions are missing");
        }
        return bytes;
    }

    /** What a site says that is up to date, with strings of its own as from a wire. */
    private static Frame.Hello hello(AudienceStore store, int site) {
        if (!(store.standing(Items.subject(site)) instanceof Standing.Known known)) {
            throw new IllegalStateException("the site is missing");
        }
        Vector vector = new Vector(known.vector().versions().stream()
                .map(version ->
                        new AudienceVersion(String.valueOf(version.audience().toCharArray()), version.version()))
                .toList());
        return new Frame.Hello("boot-" + site, 1, vector, known.root(), known.root(), Set.of());
    }

    /** The heap in use, after everything that can go has gone. */
    static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int round = 0; round < 3; round++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
