package studio.feed.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.feed.client.ClientSession;
import studio.feed.client.Output;
import studio.feed.document.Document;
import studio.feed.frame.Frame;
import studio.feed.frame.Vector;
import studio.feed.source.Subject;

/** A home's or a site's lower end, with its disk. */
final class ClientNode implements Below {

    private static final int WRITE_MILLIS = 50;

    /** What happens at the node that is of interest to whoever runs it. */
    interface Listener {

        /** It begins a life with that document. */
        void began(Document document);

        void changed(Output.Changed changed);

        void told(Frame.Down frame);
    }

    final List<Frame.Decide> pending = new ArrayList<>();
    private final World world;
    private final Subject subject;
    private final boolean lazy;
    private final Supplier<Above> target;
    private final Consumer<Document> check;
    private final Listener listener;
    private Document disk;
    private ClientSession session;
    private Optional<Wire> wire = Optional.empty();
    private Vector newest = Vector.NONE;
    private Document checked = Document.EMPTY;
    private long skewMillis;
    private long life;
    private final Set<Wire> wiresOfThisLife = new HashSet<>();
    private final Deque<Document> writing = new ArrayDeque<>();
    private boolean stopped;

    ClientNode(
            World world,
            Subject subject,
            Document disk,
            Supplier<Above> target,
            Consumer<Document> check,
            Listener listener) {
        this.world = world;
        this.subject = subject;
        this.lazy = subject instanceof Subject.Home;
        this.disk = disk;
        this.target = target;
        this.check = check;
        this.listener = listener;
        this.session = begin();
    }

    private ClientSession begin() {
        life++;
        skewMillis = world.random.nextInt(600_000) - 300_000L;
        newest = disk.vector();
        long thisLife = life;
        world.after(1_000, () -> tick(thisLife));
        listener.began(disk);
        wiresOfThisLife.clear();
        writing.clear();
        String bootId = "boot-" + world.random.nextLong();
        return new ClientSession(
                new ClientSession.Start(bootId, Set.of(), disk, List.copyOf(pending), lazy),
                Truth.CHECKER,
                new Random(world.random.nextLong()),
                world.safeguards);
    }

    /** Everything that is in memory is lost. */
    void crash() {
        wire.ifPresent(Wire::close);
        wire = Optional.empty();
        // What was being written is on the disk as a whole, or not at all.
        if (!writing.isEmpty() && world.random.nextBoolean()) {
            disk = writing.getFirst();
        }
        session = begin();
    }

    void stop() {
        stopped = true;
        wire.ifPresent(Wire::close);
    }

    boolean isStopped() {
        return stopped;
    }

    Document document() {
        return session.document();
    }

    ClientSession session() {
        return session;
    }

    Document disk() {
        return disk;
    }

    Instant now() {
        return world.now().plusMillis(skewMillis);
    }

    @Override
    public Subject subject() {
        return subject;
    }

    private void tick(long ofLife) {
        if (life == ofLife && !stopped) {
            perform(session.tick(now()));
            world.after(Duration.ofSeconds(1), () -> tick(ofLife));
        }
    }

    void decide(Frame.Decide decision) {
        pending.add(decision);
        session.decide(decision);
    }

    void say(Frame.Up frame) {
        perform(session.say(frame));
    }

    @Override
    public void connected(Wire connected, long number) {
        if (isMine(connected)) {
            perform(session.connected(number, now()));
        } else {
            connected.close();
        }
    }

    private boolean isMine(Wire other) {
        return !stopped && wire.filter(present -> present == other).isPresent();
    }

    /** What comes late on a connection of this life is the session's to judge; that of an earlier one ended with it. */
    @Override
    public void receive(Wire from, Frame.Down frame) {
        if (!stopped && wiresOfThisLife.contains(from)) {
            perform(session.receive(from.number(), frame, now()));
        }
    }

    @Override
    public void disconnected(Wire gone) {
        if (isMine(gone)) {
            wire = Optional.empty();
            perform(session.disconnected(gone.number(), now()));
        }
    }

    private void perform(List<Output> outputs) {
        for (Output output : outputs) {
            switch (output) {
                case Output.Connect connect -> connect(connect.connection());
                case Output.Send send -> send(send.frame());
                case Output.Disconnect disconnect -> {
                    wire.ifPresent(Wire::close);
                    wire = Optional.empty();
                }
                case Output.Keep keep -> keep(keep);
                case Output.Changed changed -> {
                    look();
                    listener.changed(changed);
                }
                case Output.Told told -> listener.told(told.frame());
            }
        }
        look();
    }

    private void connect(long number) {
        wire.ifPresent(Wire::close);
        Wire next = new Wire(world, this, number, target.get(), world.random.nextLong());
        wiresOfThisLife.add(next);
        wire = Optional.of(next);
    }

    private void send(Frame.Up frame) {
        if (frame instanceof Frame.Ack ack && !lazy) {
            Truth.require(disk.vector().isUpTo(ack.vector()), subject + " acknowledges what is not on its disk");
        }
        wire.ifPresent(present -> present.up(frame));
    }

    private void keep(Output.Keep keep) {
        long thisLife = life;
        boolean full = world.strikes(Fault.DISK_FULL, 20);
        if (!full) {
            writing.add(keep.document());
        }
        world.after(Duration.ofMillis(WRITE_MILLIS), () -> {
            if (life == thisLife && !stopped) {
                disk = full ? disk : writing.remove();
                perform(session.kept(keep.number(), !full, now()));
            }
        });
    }

    private void look() {
        Document document = session.document();
        if (!document.equals(checked)) {
            check.accept(document);
            Vector vector = document.vector();
            Truth.require(
                    vector.isUpTo(newest)
                            && !(vector.versions().isEmpty()
                                    && !newest.versions().isEmpty()),
                    subject + " went back from " + newest + " to " + vector);
            newest = vector;
            checked = document;
        }
    }
}
