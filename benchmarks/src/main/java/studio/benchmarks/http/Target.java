package studio.benchmarks.http;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.benchmarks.Report;

/**
 * A running Studio.
 *
 * @param url          the public origin
 * @param commandUrl   where commands go, if not there
 * @param user         who gives them
 * @param passwordFile the file with that user's password
 */
public record Target(URI url, Optional<URI> commandUrl, String user, Path passwordFile) {

    /** Measures with clients of that Studio. */
    private interface Measurement {
        void with(StudioClient commands, StudioClient reads) throws InterruptedException;
    }

    /** How much load, and for how long. */
    public record Depths(Iterable<Integer> inFlight, int seconds, int warmUp, int backbones) {}

    /** Keeps commands in flight, and reads behind some of them. */
    public void load(Report report, Depths depths) throws IOException, InterruptedException {
        connected(depths.backbones(), (commands, reads) -> {
            new CommandLoad(commands, reads, depths.backbones()).run(64, depths.warmUp());
            for (int inFlight : depths.inFlight()) {
                CommandLoad.Result result =
                        new CommandLoad(commands, reads, depths.backbones()).run(inFlight, depths.seconds());
                report.add("commands over HTTP, %d in flight".formatted(inFlight), figure(result), aim(inFlight));
                report.add(
                        "their rows are visible, %d in flight".formatted(inFlight),
                        result.lag().toString(),
                        "p99 < 250 ms");
            }
        });
    }

    private static String figure(CommandLoad.Result result) {
        return "%,.0f/s; %s; %d failed".formatted(result.perSecond(), result.latency(), result.failed());
    }

    private static String aim(int inFlight) {
        return switch (inFlight) {
            case 1 -> "p50 < 8 ms, p99 < 40 ms";
            case 256 -> "≥ 5,000/s";
            default -> "";
        };
    }

    /** Reads the past of a stream with so many events, which it makes if there are fewer. */
    public void past(Report report, long events) throws IOException, InterruptedException {
        connected(1, (commands, reads) -> {
            PastReads past = new PastReads(reads);
            long head = past.grow(events);
            past.entity(head);
            String of = "of %,d events: ".formatted(head);
            report.add(of + "an entity as it stood", past.entity(head).toString(), "< 1 s");
            report.add(of + "the difference to now", past.diff(head).toString(), "< 1 s");
            report.add(of + "a page of an entity's history", past.history(head).toString(), "< 1 s");
        });
    }

    private void connected(int backbones, Measurement measurement) throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx();
        try {
            StudioClient reads = new StudioClient(vertx, url);
            Setup setup = new Setup(reads);
            setup.authorise(user, Files.readString(passwordFile).strip());
            setup.makeBackbones(backbones);
            StudioClient commands = commandUrl
                    .map(origin -> new StudioClient(vertx, origin).as(reads))
                    .orElse(reads);
            measurement.with(commands, reads);
        } finally {
            vertx.close();
        }
    }
}
