package studio.feed.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.plan.ItemsHash;
import studio.feed.document.Safeguard;
import studio.feed.frame.Bounds;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Frame.Resync;
import studio.feed.frame.Problem;
import studio.feed.frame.Vector;
import studio.feed.source.Source;
import studio.feed.source.Standing;
import studio.feed.source.Subject;

/**
 * One session's upper end. It keeps what was last acknowledged and at most one delivery in flight; everything else is asked of the
 * source when it can be sent, so that the latest wins and a slow peer costs nothing.
 */
final class ServerSession {

    /** How long a peer may take to say who it is. */
    static final Duration GREETING = Duration.ofSeconds(15);

    /** How long a delivery may stay without an answer. */
    static final Duration ANSWER = Duration.ofSeconds(60);

    /** Three beats, as long as they can take. */
    static final Duration SILENCE = Duration.ofSeconds(110);

    private enum Phase {
        GREETING,
        SERVING,
        PARTING,
        CLOSED
    }

    private final Subject subject;
    private final Source source;
    private final Instant notAfter;
    private final Set<Safeguard> safeguards;
    private Phase phase = Phase.GREETING;
    private Instant lastHeard;
    private String bootId = "";
    private long attempt;
    private Vector acked = Vector.NONE;
    private ItemsHash ackedRoot = ItemsHash.EMPTY;
    private boolean greeted;
    private boolean resync;
    private Vector refused = Vector.NONE;
    private long delivery;
    private Optional<InFlight> inFlight = Optional.empty();
    private List<String> indexed = List.of();

    /** What was sent and not answered yet. */
    private record InFlight(Vector to, ItemsHash root, Instant since, Optional<Parts> parts) {}

    ServerSession(Subject subject, Source source, Instant notAfter, Instant now, Set<Safeguard> safeguards) {
        this.subject = subject;
        this.source = source;
        this.notAfter = notAfter;
        this.lastHeard = now;
        this.safeguards = safeguards;
    }

    Subject subject() {
        return subject;
    }

    /** The audiences under which the hub finds it. */
    List<String> indexed() {
        return indexed;
    }

    void setIndexed(List<String> audiences) {
        indexed = audiences;
    }

    boolean isOpen() {
        return phase != Phase.CLOSED;
    }

    boolean isServing() {
        return phase == Phase.SERVING;
    }

    Vector acked() {
        return acked;
    }

    /** Says whether that greeting is of the same life as this session's, and from before it. */
    boolean isLaterThan(Frame.Hello hello) {
        return bootId.equals(hello.bootId()) && attempt >= hello.attempt();
    }

    List<Output> receive(Frame.Up frame, Instant now) {
        List<Output> out = new ArrayList<>();
        if (phase == Phase.CLOSED) {
            return out;
        }
        lastHeard = now;
        if (phase == Phase.GREETING && !(frame instanceof Frame.Hello)) {
            close(new Problem(Problem.BAD_FRAME, "the first frame must be a HELLO"), Duration.ZERO, out);
            return out;
        }
        switch (frame) {
            case Frame.Hello hello -> greet(hello);
            case Frame.Ack ack -> acknowledge(ack);
            case Frame.Nack nack -> refuse(nack);
            case Frame.Beat beat -> beat(beat, out);
            case Frame.Cleaned cleaned -> phase = Phase.PARTING;
            case Frame.Status status -> {}
            case Frame.Decide decide -> {}
            case Frame.Csr csr -> {}
            case Frame.Flows flows -> {}
            case Frame.FromSite fromSite -> {}
        }
        out.add(new Output.Told(frame));
        advance(now, out);
        return out;
    }

    private void greet(Frame.Hello hello) {
        if (phase != Phase.GREETING) {
            return;
        }
        phase = Phase.SERVING;
        bootId = hello.bootId();
        attempt = hello.attempt();
        acked = hello.vector();
        ackedRoot = hello.root();
    }

    private void acknowledge(Frame.Ack ack) {
        if (answers(ack.delivery())) {
            acked = ack.vector();
            ackedRoot = ack.root();
            resync = false;
            inFlight = Optional.empty();
        }
    }

    private boolean answers(long number) {
        return inFlight.isPresent() && (number == delivery || !safeguards.contains(Safeguard.ACK_OF_DELIVERY));
    }

    private void refuse(Frame.Nack nack) {
        if (!answers(nack.delivery())) {
            return;
        }
        boolean again = nack.problem().slug().equals(Problem.ROOT_DIFFERS) && !resync;
        if (!again && !nack.problem().slug().equals(Problem.OLDER)) {
            // It would be refused again: what comes after it may be better.
            refused = inFlight.map(InFlight::to).orElse(Vector.NONE);
        }
        resync = again;
        acked = nack.vector();
        inFlight = Optional.empty();
    }

    private void beat(Frame.Beat beat, List<Output> out) {
        if (inFlight.isEmpty()) {
            acked = beat.vector();
            ackedRoot = beat.root();
        }
        out.add(new Output.Send(new Frame.Bookmark(acked)));
    }

    /** The source has changed for the subject. */
    List<Output> changed(Instant now) {
        List<Output> out = new ArrayList<>();
        advance(now, out);
        return out;
    }

    /** What was sent has gone, so that there is room for more. */
    List<Output> drained(Instant now) {
        List<Output> out = new ArrayList<>();
        Optional<InFlight> unfinished = inFlight.filter(
                sent -> sent.parts().filter(parts -> !parts.isFinished()).isPresent());
        unfinished.flatMap(InFlight::parts).ifPresent(parts -> out.add(new Output.Send(parts.next())));
        inFlight = unfinished
                .map(sent -> new InFlight(sent.to(), sent.root(), now, sent.parts()))
                .or(() -> inFlight);
        return out;
    }

    List<Output> tick(Instant now) {
        List<Output> out = new ArrayList<>();
        if (phase == Phase.CLOSED) {
            return out;
        }
        if (!now.isBefore(notAfter)) {
            close(new Problem(Problem.CERTIFICATE_EXPIRED, "valid until " + notAfter), Duration.ZERO, out);
        } else if (now.isAfter(lastHeard.plus(phase == Phase.GREETING ? GREETING : SILENCE))
                || inFlight.filter(sent -> now.isAfter(sent.since().plus(ANSWER)))
                        .isPresent()) {
            close(new Problem(Problem.SILENT, "nothing was said for too long"), Duration.ZERO, out);
        }
        return out;
    }

    /** Ends the session. */
    void close(Problem problem, Duration retryAfter, List<Output> out) {
        phase = Phase.CLOSED;
        inFlight = Optional.empty();
        out.add(new Output.Send(new Frame.Refused(problem, retryAfter.toMillis())));
        out.add(new Output.Close(problem));
    }

    private void advance(Instant now, List<Output> out) {
        if (phase != Phase.SERVING || (inFlight.isPresent() && safeguards.contains(Safeguard.ONE_IN_FLIGHT))) {
            return;
        }
        switch (source.standing(subject)) {
            case Standing.Unknown unknown -> {
                // It may come: the source may be younger than the subject.
            }
            case Standing.Removed removed -> {
                phase = Phase.PARTING;
                out.add(new Output.Send(new Frame.Farewell(removed.reason())));
            }
            case Standing.Known known -> deliver(known, now, out);
        }
    }

    private void deliver(Standing.Known known, Instant now, List<Output> out) {
        boolean sameVector = known.vector().equals(acked);
        if (sameVector && known.root().equals(ackedRoot)) {
            if (!greeted) {
                out.add(new Output.Send(new Frame.Synced(acked, ackedRoot)));
                greeted = true;
            }
            return;
        }
        // A source that is behind its peer, as one that has just begun, has nothing to say yet.
        boolean behind =
                safeguards.contains(Safeguard.FENCING) && !known.vector().isUpTo(acked);
        if (behind || known.vector().equals(refused)) {
            return;
        }
        greeted = true;
        resync |= sameVector;
        delivery++;
        Optional<Source.Changes> changes = resync ? Optional.empty() : source.since(subject, acked, now);
        changes.filter(ServerSession::isSmall)
                .ifPresentOrElse(small -> sendDelta(small, known, now, out), () -> sendSnapshot(known, now, out));
        if (!safeguards.contains(Safeguard.ONE_IN_FLIGHT)) {
            acked = known.vector();
            ackedRoot = known.root();
        }
    }

    private static boolean isSmall(Source.Changes changes) {
        int count = changes.heads().size()
                + changes.upserts().size()
                + changes.deletes().size();
        return count <= Bounds.MAX_ELEMENTS
                && changes.upserts().stream().mapToInt(FeedItem::size).sum() <= Bounds.MAX_ITEMS_BYTES;
    }

    private void sendDelta(Source.Changes changes, Standing.Known to, Instant now, List<Output> out) {
        inFlight = Optional.of(new InFlight(to.vector(), to.root(), now, Optional.empty()));
        out.add(new Output.Send(new Frame.Delta(
                delivery, acked, to.vector(), changes.heads(), changes.upserts(), changes.deletes(), to.root())));
    }

    private void sendSnapshot(Standing.Known to, Instant now, List<Output> out) {
        if (resync) {
            out.add(new Output.Send(new Resync(Resync.Reason.DOCUMENT)));
        }
        Source.Cut cut = source.cut(subject, resync ? Vector.NONE : acked);
        List<String> left = to.vector().missing(acked);
        Parts parts = new Parts(delivery, new Source.Cut(cut.to(), cut.root(), cut.shelves(), left));
        inFlight = Optional.of(new InFlight(to.vector(), to.root(), now, Optional.of(parts)));
        out.add(new Output.Send(parts.next()));
    }
}
