package studio.feed.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.feed.document.Document;
import studio.feed.document.Safeguard;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Head;
import studio.feed.frame.Problem;
import studio.feed.frame.Vector;

/** Turns deliveries into documents: checked, then kept, then acknowledged. Until then the last good one stays. */
final class Receiver {

    /** How long to wait before what was refused is asked for again; doubled each time. */
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** The most bytes of a snapshot that wait for its last part. */
    private static final long MAX_STAGED = 256L << 20;

    /** The number of a delivery that is not answered. */
    private static final long NOBODY_ASKED = -1;

    private final boolean lazy;
    private final Checker checker;
    private final Set<Safeguard> safeguards;
    private Document document;
    private Optional<Staged> staged = Optional.empty();
    private Optional<Candidate> candidate = Optional.empty();
    private Optional<Instant> again = Optional.empty();
    private Duration wait = FIRST_WAIT;
    private Optional<Problem> refusal = Optional.empty();
    private long number;

    /** The parts of a snapshot that came so far. */
    private static final class Staged {
        private final long delivery;
        private final Vector to;
        private final List<Head> heads = new ArrayList<>();
        private final List<FeedItem> items = new ArrayList<>();
        private int parts;
        private long size;

        Staged(Frame.Snapshot first) {
            this.delivery = first.delivery();
            this.to = first.to();
        }

        boolean isFollowedBy(Frame.Snapshot part) {
            return delivery == part.delivery() && to.equals(part.to()) && parts == part.part();
        }

        void add(Frame.Snapshot part) {
            parts++;
            heads.addAll(part.heads());
            items.addAll(part.items());
            size += part.items().stream().mapToLong(FeedItem::size).sum();
        }

        Set<String> audiences(Frame.Snapshot last) {
            return Stream.concat(heads.stream().map(Head::audience), last.left().stream())
                    .collect(Collectors.toSet());
        }
    }

    /** A document that waits to be on the disk. */
    private record Candidate(long number, long delivery, Document document, Set<String> audiences, Frame.Down cause) {

        /** Who sent it is gone. */
        Candidate withoutAnswer() {
            return new Candidate(number, NOBODY_ASKED, document, audiences, cause);
        }
    }

    Receiver(Document document, boolean lazy, Checker checker, Set<Safeguard> safeguards) {
        this.document = document;
        this.lazy = lazy;
        this.checker = checker;
        this.safeguards = safeguards;
    }

    Document document() {
        return document;
    }

    Optional<Problem> refusal() {
        return refusal;
    }

    /** Says whether it is time to begin a new session, since what was refused may be good or fit on the disk by now. */
    boolean wantsAgain(Instant now) {
        return again.filter(at -> !now.isBefore(at)).isPresent();
    }

    /** The session is over: what was under way in it will not come to its end, or to no answer. */
    void parted() {
        restart();
        again = Optional.empty();
        candidate = candidate.map(Candidate::withoutAnswer);
    }

    /** A snapshot begins anew. */
    void restart() {
        staged = Optional.empty();
    }

    void delta(Frame.Delta delta, Instant now, List<Output> out) {
        if (safeguards.contains(Safeguard.FROM) && !delta.from().equals(document.vector())) {
            acknowledge(delta.delivery(), out);
            return;
        }
        Set<String> audiences = delta.heads().stream().map(Head::audience).collect(Collectors.toSet());
        take(
                new Delivery(delta.delivery(), delta, audiences, delta.upserts()),
                document.tryDelta(delta, safeguards),
                now,
                out);
    }

    void snapshot(Frame.Snapshot part, Instant now, List<Output> out) {
        boolean inOrder = staged.filter(parts -> parts.isFollowedBy(part)).isPresent();
        if (part.part() == 0 || (!safeguards.contains(Safeguard.PARTS_IN_ORDER) && staged.isEmpty())) {
            staged = Optional.of(new Staged(part));
        } else if (!inOrder && safeguards.contains(Safeguard.PARTS_IN_ORDER)) {
            staged = Optional.empty();
            Problem missing = new Problem(Problem.ROOT_DIFFERS, "a part of the snapshot is missing");
            refuse(part.delivery(), missing, now, out);
            return;
        }
        staged.ifPresent(parts -> parts.add(part));
        if (staged.filter(parts -> parts.size > MAX_STAGED).isPresent()) {
            staged = Optional.empty();
            refuse(part.delivery(), new Problem(Problem.TOO_LARGE, "more than " + MAX_STAGED + " bytes"), now, out);
        } else if (part.last()) {
            staged.ifPresent(parts -> take(
                    new Delivery(part.delivery(), part, parts.audiences(part), parts.items),
                    document.trySnapshot(parts.heads, parts.items, part, safeguards),
                    now,
                    out));
            staged = Optional.empty();
        }
    }

    /** What was delivered, in how many parts ever. */
    private record Delivery(long number, Frame.Down cause, Set<String> audiences, List<FeedItem> items) {}

    private void take(Delivery delivery, Document.Tried tried, Instant now, List<Output> out) {
        switch (tried) {
            case Document.Unfit unfit -> refuse(delivery.number(), unfit.problem(), now, out);
            case Document.Fits fits -> {
                for (FeedItem item : delivery.items()) {
                    Optional<Problem> problem =
                            safeguards.contains(Safeguard.ITEM_DIGEST) ? checker.check(item) : Optional.empty();
                    if (problem.isPresent()) {
                        refuse(delivery.number(), Optional.of(item), problem.get(), now, out);
                        return;
                    }
                }
                keep(delivery, fits.document(), out);
            }
        }
    }

    private void keep(Delivery delivery, Document fitting, List<Output> out) {
        number++;
        Candidate next = new Candidate(number, delivery.number(), fitting, delivery.audiences(), delivery.cause());
        out.add(new Output.Keep(number, fitting));
        if (lazy) {
            apply(next, out);
        } else {
            if (!safeguards.contains(Safeguard.KEPT_BEFORE_ACK)) {
                out.add(new Output.Send(0, new Frame.Ack(delivery.number(), fitting.vector(), fitting.root())));
            }
            candidate = Optional.of(next);
        }
    }

    private void apply(Candidate next, List<Output> out) {
        document = next.document();
        refusal = Optional.empty();
        again = Optional.empty();
        wait = FIRST_WAIT;
        out.add(new Output.Changed(document, next.audiences(), next.cause()));
        acknowledge(next.delivery(), out);
    }

    void kept(long keptNumber, boolean written, Instant now, List<Output> out) {
        Optional<Candidate> waiting = candidate.filter(next -> next.number() == keptNumber);
        waiting.ifPresent(next -> {
            candidate = Optional.empty();
            if (written) {
                apply(next, out);
            } else {
                refuse(next.delivery(), new Problem(Problem.NOT_STORED, "the disk takes no more"), now, out);
            }
        });
    }

    private void acknowledge(long delivery, List<Output> out) {
        if (delivery != NOBODY_ASKED) {
            out.add(new Output.Send(0, new Frame.Ack(delivery, document.vector(), document.root())));
        }
    }

    private void refuse(long delivery, Problem problem, Instant now, List<Output> out) {
        refuse(delivery, Optional.empty(), problem, now, out);
    }

    private void refuse(long delivery, Optional<FeedItem> item, Problem problem, Instant now, List<Output> out) {
        refusal = Optional.of(problem);
        again = Optional.of(now.plus(wait));
        Duration doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        if (delivery != NOBODY_ASKED) {
            out.add(new Output.Send(
                    0,
                    new Frame.Nack(
                            delivery,
                            document.vector(),
                            item.map(FeedItem::key).orElse(""),
                            item.map(FeedItem::digest).orElse(""),
                            problem)));
        }
    }
}
