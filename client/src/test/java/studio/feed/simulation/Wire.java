package studio.feed.simulation;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import studio.domain.plan.ItemsHash;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Vector;
import studio.feed.source.Subject;
import studio.schema.feed.FrameCodec;

/** One connection between a node below and one above, with all that can happen to what goes over it. */
final class Wire {

    private static final int USUAL_MILLIS = 20;
    private static final int WILD_MILLIS = 3_000;

    private final World world;
    private final Below below;
    private final Above above;
    private final long number;
    private final long session;
    private boolean open = true;
    private boolean halfOpen;
    private long lastUp;
    private long lastDown;
    private long outstanding = -1;

    Wire(World world, Below below, long number, Above above, long session) {
        this.world = world;
        this.below = below;
        this.number = number;
        this.above = above;
        this.session = session;
        world.after(USUAL_MILLIS, this::connect);
    }

    private void connect() {
        if (open) {
            above.connected(this, below.subject());
            below.connected(this, number);
        }
    }

    long session() {
        return session;
    }

    /** The number that the lower end gave it. */
    long number() {
        return number;
    }

    Subject subject() {
        return below.subject();
    }

    boolean isOpen() {
        return open;
    }

    void up(Frame.Up frame) {
        if (frame instanceof Frame.Hello) {
            outstanding = -1;
        }
        transmit(frame, () -> {
            if (answers(frame)) {
                outstanding = -1;
            }
            above.receive(this, world.random.nextInt(50) == 0 ? FrameCodec.decodeUp(FrameCodec.encode(frame)) : frame);
        });
    }

    private boolean answers(Frame.Up frame) {
        return (frame instanceof Frame.Ack ack && ack.delivery() == outstanding)
                || (frame instanceof Frame.Nack nack && nack.delivery() == outstanding);
    }

    void down(Frame.Down frame) {
        if (frame instanceof Frame.Delta || (frame instanceof Frame.Snapshot snapshot && snapshot.part() == 0)) {
            Truth.require(outstanding < 0 || world.isPipelined(), "a session has two deliveries in flight");
            outstanding = frame instanceof Frame.Delta delta ? delta.delivery() : ((Frame.Snapshot) frame).delivery();
        }
        Frame.Down harmed = harmed(frame);
        transmit(
                harmed,
                () -> below.receive(
                        this,
                        world.random.nextInt(50) == 0 ? FrameCodec.decodeDown(FrameCodec.encode(harmed)) : harmed));
        boolean slow = world.strikes(Fault.SLOW, 5);
        world.after(slow ? 20_000 : USUAL_MILLIS, () -> above.drained(this));
    }

    private void transmit(Frame frame, Runnable arrival) {
        if (!open) {
            return;
        }
        if (world.strikes(Fault.BREAK, 400)) {
            close();
            return;
        }
        halfOpen |= world.strikes(Fault.HALF_OPEN, 1_000);
        if (halfOpen || world.strikes(Fault.DROP, 50)) {
            return;
        }
        arrive(frame, arrival);
        if (world.strikes(Fault.DUPLICATE, 40)) {
            arrive(frame, arrival);
        }
    }

    private void arrive(Frame frame, Runnable arrival) {
        boolean reordered = world.strikes(Fault.REORDER, 20);
        boolean goesUp = frame instanceof Frame.Up;
        long last = goesUp ? lastUp : lastDown;
        long at = Math.max(millis() + 1 + world.random.nextInt(USUAL_MILLIS), last);
        long late = reordered ? millis() + world.random.nextInt(WILD_MILLIS) : at;
        if (goesUp) {
            lastUp = at;
        } else {
            lastDown = at;
        }
        world.after(Duration.ofMillis(late - millis()), () -> {
            if (open || (world.isWild() && reordered)) {
                arrival.run();
            }
        });
    }

    private long millis() {
        return world.now().toEpochMilli();
    }

    private Frame.Down harmed(Frame.Down frame) {
        return switch (frame) {
            case Frame.Delta delta
            when world.strikes(Fault.CORRUPT, 50) ->
                delta(delta, delta.upserts().stream().map(Wire::flipped).toList());
            case Frame.Delta delta
            when world.strikes(Fault.TRUNCATE, 50) ->
                delta(delta, delta.upserts().stream().skip(1).toList());
            case Frame.Snapshot part
            when world.strikes(Fault.CORRUPT, 20) ->
                snapshot(part, part.items().stream().map(Wire::flipped).toList());
            case Frame.Snapshot part
            when world.strikes(Fault.TRUNCATE, 20) ->
                snapshot(part, part.items().stream().skip(1).toList());
            case Frame.Snapshot part when world.strikes(Fault.EMPTY, 10) -> empty(part);
            case Frame.Down other -> other;
        };
    }

    private static FeedItem flipped(FeedItem item) {
        byte[] spec = new byte[item.spec().remaining()];
        item.spec().duplicate().get(spec);
        spec[0] ^= 1;
        return new FeedItem(
                item.audience(),
                item.key(),
                item.kind(),
                item.digest(),
                ByteBuffer.wrap(spec),
                item.previous(),
                item.cause());
    }

    private static Frame.Delta delta(Frame.Delta delta, List<FeedItem> upserts) {
        return new Frame.Delta(
                delta.delivery(), delta.from(), delta.to(), delta.heads(), upserts, delta.deletes(), delta.root());
    }

    private static Frame.Snapshot snapshot(Frame.Snapshot part, List<FeedItem> items) {
        return new Frame.Snapshot(
                part.delivery(), part.part(), part.last(), part.to(), part.heads(), part.left(), items, part.root());
    }

    private static Frame.Snapshot empty(Frame.Snapshot part) {
        return new Frame.Snapshot(
                part.delivery(), 0, true, Vector.NONE, List.of(), List.of(), List.of(), ItemsHash.EMPTY);
    }

    /** Both ends learn that it is gone, each in its time. */
    void close() {
        if (open) {
            open = false;
            world.after(USUAL_MILLIS, () -> above.disconnected(this));
            world.after(USUAL_MILLIS, () -> below.disconnected(this));
        }
    }
}
