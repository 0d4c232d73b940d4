package studio.feed.simulation;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import studio.domain.plan.ItemsHash;
import studio.feed.client.Output;
import studio.feed.document.Document;
import studio.feed.document.Update;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;
import studio.feed.relay.RelaySource;
import studio.feed.source.AudienceStore;
import studio.feed.source.Subject;
import studio.schema.feed.FrameCodec;

/** One network: two servers at the centre, a home, and its sites. */
final class Network {

    private static final int SITES = 5;
    private static final int REPLICAS = 2;

    private final World world;
    private final Truth truth;
    private final List<Replica> centre = new ArrayList<>();
    private final Map<String, ClientNode> sites = new TreeMap<>();
    private final Map<String, Long> decided = new HashMap<>();
    private final Map<String, Map<String, ItemStatus>> statuses = new HashMap<>();
    private RelaySource relay = new RelaySource(Document.EMPTY);
    private final Above homeAbove;
    private final ClientNode home;
    private long seq;

    /** One of the servers at the centre: it follows the truth, more or less closely. */
    private final class Replica {
        private AudienceStore store = new AudienceStore();
        private final Above above;
        private int seen;

        Replica() {
            above = new Above(world, store, Network.this::toldAtCentre);
            follow();
        }

        private void follow() {
            if (seen < truth.log().size()) {
                List<Update> revision = truth.log().get(seen);
                seen++;
                above.changed(store.apply(revision, world.now()));
                world.after(Duration.ofMillis(1), this::follow);
            } else {
                world.after(world.strikes(Fault.LAG, 20) ? 120_000 : 50, this::follow);
            }
        }

        void restart() {
            store = new AudienceStore();
            seen = 0;
            above.restart(store);
        }
    }

    Network(World world, String name) {
        this.world = world;
        this.truth = new Truth(name, SITES, world.random);
        for (int i = 0; i < REPLICAS; i++) {
            centre.add(new Replica());
        }
        homeAbove = new Above(world, relay.source(), this::toldAtHome);
        home = new ClientNode(
                world,
                new Subject.Home(),
                Document.EMPTY,
                () -> centre.get(world.random.nextInt(REPLICAS)).above,
                truth::checkHome,
                new AtHome());
        truth.sites().forEach(site -> sites.put(site, site(site, Document.EMPTY)));
        world.after(1_000, this::live);
    }

    private ClientNode site(String site, Document disk) {
        return new ClientNode(
                world,
                new Subject.Site(site),
                disk,
                () -> homeAbove,
                document -> truth.checkSite(site, document),
                new AtSite(site));
    }

    private void live() {
        if (world.isWild() || !settling) {
            truth.move();
        }
        sites.forEach((site, node) -> {
            if (!node.isStopped() && world.random.nextInt(20) == 0) {
                act(site, node);
            }
        });
        if (world.isWild()) {
            harm();
        }
        world.after(world.random.nextInt(10) == 0 ? 20_000 : 1_000, this::live);
    }

    private boolean settling;

    /** Nothing more changes but what was begun. */
    void settle(boolean nowSettling) {
        settling = nowSettling;
    }

    private void act(String site, ClientNode node) {
        if (settling) {
            return;
        }
        seq++;
        node.decide(new Frame.Decide(
                seq, "web", "d1:x", "ACCEPTED", "", ByteBuffer.allocate(0), site, ByteBuffer.allocate(8)));
        String key = "process/" + world.random.nextInt(5);
        node.session()
                .status(
                        List.of(new ItemStatus(key, "i1:" + seq, "APPLIED", "")),
                        world.random.nextInt(3) == 0 ? List.of("process/" + world.random.nextInt(5)) : List.of(),
                        node.now());
    }

    private void harm() {
        sites.forEach((site, node) -> {
            if (world.strikes(Fault.CRASH, 200)) {
                node.crash();
            }
            if (world.strikes(Fault.CLONE, 300) && !node.isStopped()) {
                ClientNode clone = site(site, node.disk());
                world.after(200_000, clone::stop);
            }
        });
        if (world.strikes(Fault.CRASH, 100)) {
            home.crash();
        }
        if (world.strikes(Fault.CRASH, 100)) {
            centre.get(world.random.nextInt(REPLICAS)).restart();
        }
    }

    private void toldAtCentre(Subject subject, Frame.Up frame) {
        if (frame instanceof Frame.FromSite fromSite) {
            Frame.Up inner = FrameCodec.decodeUp(bytes(fromSite.frame()));
            if (inner instanceof Frame.Decide decide) {
                Truth.require(
                        decide.by().equals(fromSite.site()), "the decision of another site came as " + fromSite.site());
                decided.merge(fromSite.site(), decide.seq(), Math::max);
                Frame.Decided answer = new Frame.Decided(decide.seq(), "accepted", "");
                Frame.ToSite down = new Frame.ToSite(fromSite.site(), ByteBuffer.wrap(FrameCodec.encode(answer)));
                centre.forEach(replica -> replica.above.answer(subject, down));
            }
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private void toldAtHome(Subject subject, Frame.Up frame) {
        String site = ((Subject.Site) subject).audience();
        switch (frame) {
            case Frame.Decide decide -> home.say(new Frame.FromSite(site, ByteBuffer.wrap(FrameCodec.encode(decide))));
            case Frame.Status status -> note(site, status);
            case Frame.Hello hello -> compare(subject, site, hello.statusDigest());
            case Frame.Beat beat -> compare(subject, site, beat.statusDigest());
            case Frame.Cleaned cleaned ->
                Truth.require(truth.isRemoved(site), site + " cleaned up without having been removed");
            case Frame.Ack ack -> {}
            case Frame.Nack nack -> {}
            case Frame.Csr csr -> {}
            case Frame.Flows flows -> {}
            case Frame.FromSite fromSite -> {}
        }
    }

    private void note(String site, Frame.Status status) {
        Map<String, ItemStatus> known = statuses.computeIfAbsent(site, key -> new TreeMap<>());
        if (status.all()) {
            known.clear();
        }
        status.items().forEach(item -> known.put(item.key(), item));
        status.gone().forEach(known::remove);
    }

    private void compare(Subject subject, String site, ItemsHash digest) {
        if (!hash(site).equals(digest)) {
            homeAbove.answer(subject, new Frame.Resync(Frame.Resync.Reason.STATUS));
        }
    }

    private ItemsHash hash(String site) {
        return statuses.getOrDefault(site, Map.of()).values().stream()
                .map(ItemStatus::hash)
                .reduce(ItemsHash.EMPTY, ItemsHash::plus);
    }

    /** Fails unless everybody has what they are to have. */
    void checkSettled() {
        long position = home.document().vector().version("*").orElse(0);
        Truth.require(
                position == truth.revision(),
                "the home stays at " + position + " of " + truth.revision()
                        + (home.session().isLive() ? "" : ", without a session"));
        sites.forEach((site, node) -> {
            if (truth.isRemoved(site)) {
                Truth.require(node.isStopped(), site + " was removed and does not know");
            } else {
                Truth.require(
                        node.document().equals(truth.of(site)),
                        site + " stays at "
                                + node.document().vector() + " before "
                                + truth.of(site).vector()
                                + (node.session().isLive() ? "" : ", without a session: ")
                                + node.session().refusal());
                Truth.require(node.pending.isEmpty(), site + " has decisions that nobody answered");
            }
        });
    }

    private final class AtHome implements ClientNode.Listener {
        @Override
        public void began(Document document) {
            relay = new RelaySource(document);
            if (homeAbove != null) {
                homeAbove.restart(relay.source());
            }
        }

        @Override
        public void changed(Output.Changed changed) {
            Set<String> audiences = relay.apply(changed, world.now());
            homeAbove.changed(audiences);
        }

        @Override
        public void told(Frame.Down frame) {
            if (frame instanceof Frame.ToSite toSite) {
                homeAbove.answer(new Subject.Site(toSite.site()), FrameCodec.decodeDown(bytes(toSite.frame())));
            }
        }
    }

    private final class AtSite implements ClientNode.Listener {
        private final String site;

        AtSite(String site) {
            this.site = site;
        }

        private Optional<ClientNode> node() {
            return Optional.ofNullable(sites.get(site));
        }

        @Override
        public void began(Document document) {
            // It has what it had.
        }

        @Override
        public void changed(Output.Changed changed) {
            // Looked at after each step.
        }

        @Override
        public void told(Frame.Down frame) {
            if (frame instanceof Frame.Decided answer) {
                node().ifPresent(node -> node.pending.removeIf(decision -> decision.seq() == answer.seq()));
            }
            if (frame instanceof Frame.Farewell) {
                Truth.require(truth.isRemoved(site), site + " is told farewell and was not removed");
                node().ifPresent(node -> {
                    node.say(new Frame.Cleaned());
                    world.after(1_000, node::stop);
                });
            }
        }
    }
}
