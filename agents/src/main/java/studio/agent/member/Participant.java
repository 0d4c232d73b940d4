package studio.agent.member;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import studio.agent.decide.Change;
import studio.agent.decide.DecisionFile;
import studio.agent.decide.Decisions;
import studio.agent.decide.Judgement;
import studio.agent.decide.Statement;
import studio.agent.decide.Verdict;
import studio.agent.feed.Feed;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Ref;
import studio.domain.plan.Item;
import studio.feed.frame.Frame;

/** The participant's side: what was decided, kept on the disk and said to the network, one decision after the other. */
final class Participant {

    /** What becomes of a decision that the network took. */
    private static final String TAKEN = "accepted";

    private final DecisionFile file;
    private final SiteKeys keys;
    private final Feed feed;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Frame.Decided> refusals = new ConcurrentHashMap<>();
    private volatile Decisions decisions;
    private volatile boolean leaving;
    private Optional<Judged> last = Optional.empty();

    private Participant(DecisionFile file, SiteKeys keys, Feed feed, Clock clock, Decisions decisions) {
        this.file = file;
        this.keys = keys;
        this.feed = feed;
        this.clock = clock;
        this.decisions = decisions;
    }

    /** Remembers what was decided before; if nothing was, the policy is the one that was stated on joining. */
    static Participant open(DecisionFile file, SiteKeys keys, Feed feed, Clock clock, Uid site, AcceptancePolicy stated)
            throws IOException {
        Optional<Decisions> kept = file.read().filter(known -> known.site().equals(site));
        Participant participant =
                new Participant(file, keys, feed, clock, kept.orElseGet(() -> Decisions.none(site, stated)));
        feed.onDecided(participant::answered);
        return participant;
    }

    private void answered(Frame.Decided decided) {
        if (decided.outcome().equals(TAKEN)) {
            refusals.remove(decided.seq());
        } else {
            refusals.put(decided.seq(), decided);
        }
    }

    Decisions decisions() {
        return decisions;
    }

    /** Whether the participant said that the site leaves. */
    boolean isLeaving() {
        return leaving;
    }

    /** Why the network did not take that decision, if it did not. */
    Optional<String> refusal(long seq) {
        return Optional.ofNullable(refusals.get(seq))
                .map(decided -> decided.detail().isEmpty() ? decided.outcome() : decided.detail());
    }

    /** Judges a document, and remembers what follows from that. Where nothing changed the last judgement holds. */
    Judgement judge(List<Item> document) throws IOException {
        lock.lock();
        try {
            Instant now = clock.instant();
            Basis basis = new Basis(document, decisions, decisions.policy().acceptsAll(now));
            if (last.filter(judged -> judged.basis().equals(basis)).isEmpty()) {
                Judgement judgement = Judgement.of(document, decisions.recalled(document, keys), now);
                keep(judgement.decisions());
                last = Optional.of(new Judged(new Basis(document, decisions, basis.acceptsAll()), judgement));
            }
            return last.orElseThrow().judgement();
        } finally {
            lock.unlock();
        }
    }

    /** All that a judgement depends on. */
    private record Basis(List<Item> document, Decisions decisions, boolean acceptsAll) {}

    private record Judged(Basis basis, Judgement judgement) {}

    private void keep(Decisions next) throws IOException {
        if (!next.equals(decisions)) {
            file.write(next);
            decisions = next;
        }
    }

    /** Decides about changes; each was looked at before. */
    List<Long> decide(
            List<Change> changes, Verdict verdict, String reason, Map<Uid, Map<String, String>> inputs, String by) {
        List<Long> seqs = new ArrayList<>();
        for (Change change : changes) {
            Ref endpoint = change.endpoint();
            Map<String, String> given = inputs.getOrDefault(endpoint.uid(), Map.of());
            Statement.Said said =
                    new Statement.Said(endpoint.uid().toString(), change.digest(), verdict, reason, given, by);
            seqs.add(say(said, statement -> decisions.after(statement, endpoint)));
        }
        return seqs;
    }

    /** Sets what happens to changes that nobody looks at. */
    long set(AcceptancePolicy policy, String by) {
        Map<String, String> inputs = new TreeMap<>();
        inputs.put("accept", word(policy));
        policy.until().ifPresent(until -> inputs.put("until", until.toString()));
        return say(Statement.Said.ofSite(Verdict.POLICY, inputs, by), statement -> decisions.after(statement, policy));
    }

    /** A policy in the words of the site's API. */
    static String word(AcceptancePolicy policy) {
        return switch (policy.mode()) {
            case ASK -> "ask";
            case ACCEPT_ALL -> "all";
        };
    }

    /** Stops the application here, or lets it go on. */
    long pause(boolean paused, String by) {
        return say(
                Statement.Said.ofSite(paused ? Verdict.PAUSE : Verdict.RESUME, Map.of(), by),
                statement -> decisions.after(statement));
    }

    /** Leaves the network: it says so, and what is here goes when the document says that it is to. */
    long leave(String by) {
        long seq = say(Statement.Said.ofSite(Verdict.LEAVE, Map.of(), by), statement -> decisions.after(statement));
        leaving = true;
        return seq;
    }

    private interface Then {
        Decisions after(Statement statement);
    }

    /**
     * Its number is taken first, so that no other decision ever gets it. It is said before it is remembered: what was said and not
     * remembered comes back from the log, what was remembered and not said would never get there.
     */
    private long say(Statement.Said said, Then then) {
        lock.lock();
        try {
            Instant now = clock.instant();
            Statement statement = Statement.sign(decisions.nextSeq(), said, now, keys);
            keep(decisions.atLeast(statement.seq()));
            if (!feed.decide(statement.frame())) {
                throw new FullException();
            }
            keep(then.after(statement));
            return statement.seq();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /** Too many decisions wait for the network's answer. */
    static final class FullException extends RuntimeException {

        private static final long serialVersionUID = 1;

        FullException() {
            super("too many decisions wait for the network's answer; decide again when it can be reached");
        }
    }
}
