package studio.benchmarks.feed;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import studio.feed.client.ClientSession;
import studio.feed.client.Output;
import studio.feed.document.Document;
import studio.feed.document.Shelf;
import studio.feed.document.Update;
import studio.feed.frame.Frame;
import studio.feed.relay.RelaySource;
import studio.feed.server.Admission;
import studio.feed.server.Hub;
import studio.feed.source.AudienceStore;
import studio.feed.source.Subject;
import studio.schema.feed.FrameCodec;

/**
 * Networks with their centre, homes and sites in one thread. Every frame is encoded and decoded as on the way through a socket; what is
 * missing are the socket, TLS, and the disk.
 */
final class FeedWorld {

    private static final Duration VALIDITY = Duration.ofDays(1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration BEAT = Duration.ofSeconds(40);

    /**
     * How long something took.
     *
     * @param nanos    by the clock
     * @param cpuNanos what of it the thread had a processor
     */
    record Took(long nanos, long cpuNanos) {}

    private final List<Net> networks = new ArrayList<>();
    private final int sitesEach;
    private Instant now = Instant.now();
    private long bytesUp;
    private long bytesDown;
    private long written;

    FeedWorld(int count, int sitesEach) {
        this.sitesEach = sitesEach;
        for (int network = 0; network < count; network++) {
            networks.add(new Net());
        }
    }

    /** A lower end and the hub that it talks to. */
    private final class Node {
        private final ClientSession session;
        private final Subject subject;
        private final Net net;
        private Optional<Hub> hub = Optional.empty();
        private long number;

        Node(Net net, Subject subject, Document document) {
            this.net = net;
            this.subject = subject;
            this.session = new ClientSession(
                    new ClientSession.Start(
                            "boot-" + System.nanoTime(),
                            Set.of(),
                            document,
                            List.of(),
                            subject instanceof Subject.Home),
                    item -> Optional.empty(),
                    new Random(net.hashCode()));
        }

        void connect(Hub to, long as) {
            hub = Optional.of(to);
            number = as;
            to.open(as, subject, now.plus(VALIDITY), now);
            perform(session.tick(now));
        }

        void perform(List<Output> outputs) {
            for (Output output : outputs) {
                switch (output) {
                    case Output.Connect connect -> perform(session.connected(connect.connection(), now));
                    case Output.Send send -> up(send.frame());
                    case Output.Keep keep -> perform(session.kept(keep.number(), true, now));
                    case Output.Changed changed -> net.changed(this, changed);
                    case Output.Disconnect disconnect ->
                        throw new IllegalStateException(subject + " should have no reason to part");
                    case Output.Told told -> throw new IllegalStateException("nothing is to be told: " + told);
                }
            }
        }

        private void up(Frame.Up frame) {
            byte[] bytes = FrameCodec.encode(frame);
            if (subject instanceof Subject.Site) {
                bytesUp += bytes.length + Integer.BYTES;
            }
            Hub above = hub.orElseThrow();
            net.perform(above, above.receive(number, FrameCodec.decodeUp(bytes), now));
        }

        void down(Frame.Down frame) {
            byte[] bytes = FrameCodec.encode(frame);
            if (subject instanceof Subject.Site) {
                bytesDown += bytes.length + Integer.BYTES;
            }
            perform(session.receive(1, FrameCodec.decodeDown(bytes), now));
        }
    }

    /** One network. */
    private final class Net {
        private final AudienceStore centre = Items.store(0, sitesEach);
        private final Hub centreHub = new Hub(centre, new Admission(sitesEach, sitesEach, now));
        private final List<Node> sites = new ArrayList<>();
        private RelaySource relay = new RelaySource(Document.EMPTY);
        private Hub homeHub = hub();
        private Node home = new Node(this, new Subject.Home(), Document.EMPTY);
        private long sessions;
        private long version = 1;

        private Hub hub() {
            return new Hub(relay.source(), new Admission(sitesEach, sitesEach, now));
        }

        void joinHome() {
            centreHub.closed(sessions);
            sessions++;
            home.connect(centreHub, sessions);
        }

        void joinSites() {
            IntStream.range(0, sitesEach).forEach(site -> {
                Document document =
                        sites.size() > site ? sites.get(site).session.document() : Document.EMPTY;
                Node node = new Node(this, Items.subject(site), document);
                if (sites.size() > site) {
                    sites.set(site, node);
                } else {
                    sites.add(node);
                }
                node.connect(homeHub, site);
            });
        }

        /** The home comes back with what is on its disk. */
        void restart() {
            Document document = home.session.document();
            relay = new RelaySource(document);
            homeHub = hub();
            home = new Node(this, new Subject.Home(), document);
            joinHome();
            joinSites();
        }

        void changed(Node node, Output.Changed changed) {
            if (node == home) {
                perform(homeHub, homeHub.changed(relay.apply(changed, now), now));
            }
        }

        void perform(Hub hub, List<Hub.Out> outs) {
            Deque<Hub.Out> rest = new ArrayDeque<>(outs);
            while (!rest.isEmpty()) {
                Hub.Out out = rest.removeFirst();
                if (out.output() instanceof studio.feed.server.Output.Send send) {
                    Node node = hub == centreHub ? home : sites.get((int) out.session());
                    node.down(send.frame());
                    if (send.frame() instanceof Frame.Snapshot part && !part.last()) {
                        rest.addAll(hub.drained(out.session(), now));
                    }
                }
            }
        }

        void change(Update update) {
            written += update.upserts().size() + update.deletes().size() + 1;
            perform(centreHub, centreHub.changed(centre.apply(List.of(update), now), now));
        }

        void change(String audience, List<String> document, String key) {
            version++;
            change(Items.update(
                    home.session.document().shelves().getOrDefault(audience, Shelf.empty(audience)),
                    version,
                    document,
                    key));
        }

        void require(int site) {
            boolean acknowledged = homeHub.acknowledged(Items.subject(site))
                    .filter(vector ->
                            vector.equals(sites.get(site).session.document().vector()))
                    .isPresent();
            if (!acknowledged) {
                throw new IllegalStateException("site " + site + " has not acknowledged");
            }
        }
    }

    /** The time that something takes, and what of it this thread had a processor. */
    private Took timed(Runnable action) {
        long begin = System.nanoTime();
        long beginOfCpu = THREADS.getCurrentThreadCpuTime();
        action.run();
        return new Took(System.nanoTime() - begin, THREADS.getCurrentThreadCpuTime() - beginOfCpu);
    }

    Took join() {
        return timed(() -> networks.forEach(net -> {
            net.joinHome();
            net.joinSites();
        }));
    }

    Took changeSite(int site) {
        Net net = networks.get(site % networks.size());
        int number = site / networks.size() % sitesEach;
        Took took = timed(() -> net.change(Items.site(number), Items.document(number), "decision/web"));
        net.require(number);
        return took;
    }

    Took changeClass() {
        Took took = timed(() -> networks.forEach(net -> net.change(Items.CLASS, List.of(), "process/b")));
        networks.forEach(net -> IntStream.range(0, sitesEach).forEach(net::require));
        return took;
    }

    Took restartHomes() {
        return timed(() -> networks.forEach(Net::restart));
    }

    /** Every site says once that it is there. */
    void beat() {
        now = now.plus(BEAT);
        networks.forEach(net -> net.sites.forEach(node -> node.perform(node.session.tick(now))));
    }

    void resetBytes() {
        bytesUp = 0;
        bytesDown = 0;
        written = 0;
    }

    long bytesUp() {
        return bytesUp;
    }

    long bytesDown() {
        return bytesDown;
    }

    long centreWrites() {
        return written;
    }
}
