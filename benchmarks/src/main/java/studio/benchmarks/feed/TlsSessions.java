package studio.benchmarks.feed;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import studio.feed.client.ClientSession;
import studio.feed.client.Output;
import studio.feed.document.Document;
import studio.feed.document.Shelf;
import studio.feed.document.Update;
import studio.feed.frame.Frame;
import studio.feed.frame.Vector;
import studio.feed.source.AudienceStore;
import studio.feed.source.Source;
import studio.feed.source.Subject;
import studio.feed.transport.Directory;
import studio.feed.transport.FeedClient;
import studio.feed.transport.FeedServer;
import studio.feed.transport.FeedTls;

/** Sessions over real sockets with TLS: the server in this process, the sites in one of their own. */
final class TlsSessions implements AutoCloseable {

    private static final String SITES = "studio:site";
    private static final String SERVER = "studio:feed";
    private static final int CHANGES = 100;
    private static final int PATIENCE_SECONDS = 300;

    private final Vertx vertx = Vertx.vertx();
    private final int count;
    private final AudienceStore store;
    private final AtomicInteger next = new AtomicInteger();
    private volatile CountDownLatch acknowledged = new CountDownLatch(0);
    private final FeedServer server;
    private final Process sites;
    private final long heapBefore;
    private final long residentBefore;
    private long version = 1;

    TlsSessions(int count) throws IOException, InterruptedException {
        this.count = count;
        this.store = Items.store(0, count);
        this.server = new FeedServer(
                vertx,
                Pair.load(SERVER, SITES),
                new FeedServer.Settings("127.0.0.1", 0, 10_000, 10_000, 2 * count),
                uri -> Optional.of(new Directory.Place(store, Items.subject(next.getAndIncrement() % count))),
                (place, frame) -> {
                    if (frame instanceof Frame.Ack) {
                        acknowledged.countDown();
                    }
                },
                Clock.systemUTC());
        int port = server.start().toCompletionStage().toCompletableFuture().join();
        this.heapBefore = Sessions.used();
        this.residentBefore = resident();
        acknowledged = new CountDownLatch(count);
        this.sites = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FeedLoad.class.getName(),
                        "--connect=" + port,
                        "--tls=" + count)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    void measure(Consumer<String> say) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        await();
        say.accept(String.format(
                Locale.ROOT, "over TLS: %d sites have joined after %.0f ms", count, (System.nanoTime() - begin) / 1e6));
        say.accept(String.format(
                Locale.ROOT,
                "  %d bytes of heap and %d of resident memory for each session at the server",
                (Sessions.used() - heapBefore) / count,
                (resident() - residentBefore) / count));
        say.accept("  a change to one site, until acknowledged: " + changes(CHANGES, 1));
        say.accept("  a change to all of them, until all acknowledged: " + changes(CHANGES / 5, count));
    }

    private void await() throws InterruptedException {
        if (!acknowledged.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(acknowledged.getCount() + " acknowledgements are missing");
        }
    }

    private String changes(int rounds, int sitesConcerned) throws InterruptedException {
        Histogram times = new Histogram(3);
        for (int round = 0; round < rounds; round++) {
            String audience = sitesConcerned == 1 ? Items.site(round % count) : Items.CLASS;
            List<String> document = sitesConcerned == 1 ? Items.document(round % count) : List.of();
            acknowledged = new CountDownLatch(sitesConcerned);
            long begin = System.nanoTime();
            server.run(() -> change(audience, document));
            await();
            times.recordValue(System.nanoTime() - begin);
        }
        return FeedLoad.percentiles(times);
    }

    private void change(String audience, List<String> document) {
        version++;
        Vector none = Vector.NONE;
        Subject subject = document.isEmpty() ? Items.subject(0) : new Subject.Site(audience);
        Source.Cut cut = store.cut(subject, none);
        Shelf before = cut.shelves().stream()
                .filter(shelf -> shelf.head().audience().equals(audience))
                .findFirst()
                .orElseThrow();
        String key = document.isEmpty() ? "process/b" : "decision/web";
        Update update = Items.update(before, version, document, key);
        server.changed(store, store.apply(List.of(update), Instant.now()));
    }

    /** The resident memory of this process, where the system tells. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return 0;
        }
        try (BufferedReader lines = Files.newBufferedReader(status)) {
            return lines.lines()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    * 1024;
        }
    }

    /** The sites' process: makes sessions, and keeps them until its input ends. */
    static void connect(int port, int count, InputStream untilEnd) throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx();
        FeedTls tls = Pair.load(SITES, SERVER);
        for (int site = 0; site < count; site++) {
            ClientSession session = new ClientSession(
                    new ClientSession.Start("boot-" + site, Set.of(), Document.EMPTY, List.of(), false),
                    item -> Optional.empty(),
                    new Random(site));
            new FeedClient(
                            vertx,
                            new FeedClient.Target("127.0.0.1", port, SERVER, tls),
                            session,
                            document -> {},
                            new Quiet(),
                            Clock.systemUTC())
                    .start();
        }
        untilEnd.transferTo(java.io.OutputStream.nullOutputStream());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static final class Quiet implements FeedClient.Listener {
        @Override
        public void changed(Output.Changed changed) {
            // The acknowledgement says it.
        }

        @Override
        public void told(Frame.Down frame) {
            // Nothing is asked.
        }

        @Override
        public void lost(Throwable reason) {
            System.err.println("a site tries again: " + reason + ", because of " + reason.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        sites.getOutputStream().close();
        sites.destroy();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Two certificates that believe each other, made by the JDK's own tool. */
    private static final class Pair {

        private static final String PASSWORD = "changeit";

        private Pair() {}

        static FeedTls load(String own, String other) throws IOException, InterruptedException {
            Path directory = Path.of(System.getProperty("java.io.tmpdir"), "studio-feed-load");
            Files.createDirectories(directory);
            return new FeedTls(
                    Pem.chain(store(directory, own), PASSWORD),
                    Pem.key(store(directory, own), PASSWORD),
                    Pem.chain(store(directory, other), PASSWORD));
        }

        private static Path store(Path directory, String uri) throws IOException, InterruptedException {
            Path file = directory.resolve(uri.replace(':', '-') + ".p12");
            if (Files.notExists(file)) {
                Process keytool = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "own",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=studio",
                                "-validity",
                                "30",
                                "-ext",
                                "san=uri:" + uri,
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
                String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (keytool.waitFor() != 0) {
                    throw new IllegalStateException(said);
                }
            }
            return file;
        }
    }
}
