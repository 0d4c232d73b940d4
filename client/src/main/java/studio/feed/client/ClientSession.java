package studio.feed.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import studio.feed.document.Document;
import studio.feed.document.Safeguard;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;
import studio.feed.frame.Problem;

/**
 * The lower end of a feed, over as many connections as it takes: one life of a home or of an agent. It has the last good document
 * from its first moment to its last, whatever the server does or does not say.
 */
public final class ClientSession {

    /** The most decisions that can wait for an answer. */
    public static final int MAX_DECISIONS = Unanswered.MAX_DECISIONS;

    static final Duration BEAT = Duration.ofSeconds(30);

    /** Three beats, as long as they can take. */
    static final Duration SILENCE = Duration.ofSeconds(110);

    private static final Duration CONNECTING = Duration.ofSeconds(30);
    private static final double SHORTEST_BEAT = 0.8;
    private static final double BEAT_SPREAD = 0.4;

    private enum Phase {
        WAITING,
        CONNECTING,
        GREETED,
        LIVE
    }

    /**
     * What a life begins with.
     *
     * @param bootId       names it
     * @param capabilities what the program can do
     * @param document     the last good document
     * @param pending      decisions that nobody has answered yet
     * @param lazy         whether the document may be acknowledged before it is on the disk, as by a home, which can ask for it again
     */
    public record Start(
            String bootId, Set<String> capabilities, Document document, List<Frame.Decide> pending, boolean lazy) {}

    private final Start start;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final Receiver receiver;
    private final StatusBoard board;
    private final Unanswered unanswered = new Unanswered();
    private Phase phase = Phase.WAITING;
    private Instant until = Instant.MIN;
    private Instant earliest = Instant.MIN;
    private Instant lastHeard = Instant.MIN;
    private Optional<Instant> heard = Optional.empty();
    private Instant nextBeat = Instant.MIN;
    private long connection;
    private long beats;

    /** A life that begins now, with the first attempt at the next tick. */
    public ClientSession(Start start, Checker checker, RandomGenerator random) {
        this(start, checker, random, Safeguard.all());
    }

    /** A life with less than all safeguards, for the test that shows why they are there. */
    public ClientSession(Start start, Checker checker, RandomGenerator random, Set<Safeguard> safeguards) {
        this.start = start;
        this.random = random;
        this.backoff = new Backoff(random);
        this.receiver = new Receiver(start.document(), start.lazy(), checker, Set.copyOf(safeguards));
        this.board = new StatusBoard(backoff);
        start.pending().forEach(unanswered::decide);
    }

    /** The last good document. */
    public Document document() {
        return receiver.document();
    }

    /** Says whether the server has spoken in the present session. */
    public boolean isLive() {
        return phase == Phase.LIVE;
    }

    /** Time has passed; about once a second. */
    public List<Output> tick(Instant now) {
        List<Output> out = new ArrayList<>();
        switch (phase) {
            case WAITING -> {
                if (!now.isBefore(until)) {
                    phase = Phase.CONNECTING;
                    until = now.plus(CONNECTING);
                    connection++;
                    out.add(new Output.Connect(connection));
                }
            }
            case CONNECTING -> {
                if (now.isAfter(until)) {
                    part(now, Duration.ZERO, out);
                }
            }
            case GREETED, LIVE -> keepUp(now, out);
        }
        return out;
    }

    private void keepUp(Instant now, List<Output> out) {
        if (now.isAfter(lastHeard.plus(SILENCE)) || receiver.wantsAgain(now)) {
            part(now, Duration.ZERO, out);
            return;
        }
        if (!now.isBefore(nextBeat)) {
            beats++;
            nextBeat = now.plus(beat());
            Document document = document();
            send(new Frame.Beat(document.vector(), document.root(), board.digest(), beats), out);
        }
        speak(now, out);
    }

    private Duration beat() {
        return Duration.ofMillis(Math.round(BEAT.toMillis() * (SHORTEST_BEAT + BEAT_SPREAD * random.nextDouble())));
    }

    private void speak(Instant now, List<Output> out) {
        if (phase == Phase.LIVE) {
            board.take(now).ifPresent(status -> send(status, out));
            unanswered.take(now).forEach(frame -> send(frame, out));
        }
    }

    private void send(Frame.Up frame, List<Output> out) {
        out.add(new Output.Send(connection, frame));
    }

    private void part(Instant now, Duration atLeast, List<Output> out) {
        out.add(new Output.Disconnect(connection));
        rest(now, atLeast);
    }

    private void rest(Instant now, Duration atLeast) {
        phase = Phase.WAITING;
        earliest = now.plus(atLeast);
        until = earliest.plus(backoff.next());
        receiver.parted();
    }

    /** There may be a way now where there was none: who waits does so no longer than after a first failure, or as long as it was told. */
    public void hurry(Instant now) {
        if (phase == Phase.WAITING && !now.isBefore(earliest)) {
            backoff.reset();
            Instant soon = now.plus(backoff.next());
            until = until.isBefore(soon) ? until : soon;
        }
    }

    /** The connection of that number is made. */
    public List<Output> connected(long number, Instant now) {
        List<Output> out = new ArrayList<>();
        if (number == connection && phase == Phase.CONNECTING) {
            phase = Phase.GREETED;
            lastHeard = now;
            nextBeat = now.plus(beat());
            beats = 0;
            unanswered.forget();
            Document document = document();
            send(
                    new Frame.Hello(
                            start.bootId(),
                            connection,
                            document.vector(),
                            document.root(),
                            board.digest(),
                            start.capabilities()),
                    out);
        } else {
            out.add(new Output.Disconnect(number));
        }
        return out;
    }

    /** The connection of that number is gone, or could not be made. */
    public List<Output> disconnected(long number, Instant now) {
        if (number == connection && phase != Phase.WAITING) {
            rest(now, Duration.ZERO);
        }
        return List.of();
    }

    /** A frame came on the connection of that number. */
    public List<Output> receive(long number, Frame.Down frame, Instant now) {
        List<Output> out = new ArrayList<>();
        if (number != connection || (phase != Phase.GREETED && phase != Phase.LIVE)) {
            return out;
        }
        lastHeard = now;
        heard = Optional.of(now);
        if (frame instanceof Frame.Refused refused) {
            out.add(new Output.Told(refused));
            part(now, Duration.ofMillis(Math.max(0, refused.retryAfter())), out);
            return out;
        }
        phase = Phase.LIVE;
        backoff.reset();
        switch (frame) {
            case Frame.Delta delta -> receiver.delta(delta, now, out);
            case Frame.Snapshot snapshot -> receiver.snapshot(snapshot, now, out);
            case Frame.Resync resync -> resync(resync.reason(), now);
            case Frame.Decided decided -> unanswered.answered(decided);
            case Frame.Certificate certificate -> unanswered.answered(certificate);
            case Frame.Synced synced -> {}
            case Frame.Bookmark bookmark -> {}
            case Frame.Farewell farewell -> {}
            case Frame.ToSite toSite -> {}
            case Frame.Refused refused -> {}
        }
        if (frame instanceof Frame.Decided
                || frame instanceof Frame.Certificate
                || frame instanceof Frame.Farewell
                || frame instanceof Frame.ToSite) {
            out.add(new Output.Told(frame));
        }
        return addressed(out);
    }

    private void resync(Frame.Resync.Reason reason, Instant now) {
        switch (reason) {
            case DOCUMENT -> receiver.restart();
            case STATUS -> board.tellAll(now);
        }
    }

    /** The receiver knows nothing of connections. */
    private List<Output> addressed(List<Output> out) {
        return out.stream()
                .map(output -> output instanceof Output.Send send ? new Output.Send(connection, send.frame()) : output)
                .toList();
    }

    /** What was to be kept is on the disk now, or could not be written. */
    public List<Output> kept(long number, boolean written, Instant now) {
        List<Output> out = new ArrayList<>();
        receiver.kept(number, written, now, out);
        boolean connected = phase == Phase.GREETED || phase == Phase.LIVE;
        return addressed(out).stream()
                .filter(output -> connected || !(output instanceof Output.Send))
                .toList();
    }

    /** Items do differently than before. */
    public void status(Collection<ItemStatus> changed, Collection<String> gone, Instant now) {
        board.put(changed, gone, now);
    }

    /**
     * The participant decided, and that is written down already.
     *
     * @return whether there was room for it
     */
    public boolean decide(Frame.Decide decision) {
        return unanswered.decide(decision);
    }

    /** A certificate is asked for, until it comes. */
    public void request(Frame.Csr csr) {
        unanswered.request(csr);
    }

    /** The certificate of that uid is asked for no more: the document says that the request has arrived. */
    public void settled(String certificate) {
        unanswered.settled(certificate);
    }

    /** When the server spoke last, if it has in this life. */
    public Optional<Instant> lastHeard() {
        return heard;
    }

    /**
     * Something goes up that nobody here waits for an answer to: what a site said, or that all is cleaned up.
     *
     * @return what is to be done; nothing while there is no session
     */
    public List<Output> say(Frame.Up frame) {
        return phase == Phase.LIVE ? List.of(new Output.Send(connection, frame)) : List.of();
    }

    /** Why the last delivery was refused, if it was. */
    public Optional<Problem> refusal() {
        return receiver.refusal();
    }
}
