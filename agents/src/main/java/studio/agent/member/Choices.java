package studio.agent.member;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import studio.agent.decide.Change;
import studio.agent.decide.Verdict;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;

/** What a participant can decide, checked against what there is to decide about. */
public final class Choices {

    private final MemberSite site;
    private final Participant participant;

    Choices(MemberSite site, Participant participant) {
        this.site = site;
        this.participant = participant;
    }

    /**
     * A change as it was seen.
     *
     * @param endpoint the endpoint
     * @param digest   what was seen
     * @param inputs   what the participant supplies
     */
    public record Seen(Uid endpoint, String digest, Map<String, String> inputs) {

        /** Keeps its own copy. */
        public Seen {
            inputs = Map.copyOf(inputs);
        }
    }

    /** What becomes of a decision. */
    public sealed interface Outcome {

        /** It was made, and the network is told. */
        record Made(List<Long> seqs) implements Outcome {}

        /** What was seen is not what there is any more. */
        record Superseded(String detail) implements Outcome {}

        /** It can't be made so. */
        record Invalid(String field, String rule) implements Outcome {}

        /** Too many wait for the network. */
        record Full(String detail) implements Outcome {}
    }

    /** Decides about changes: all of them, or none if something is wrong with one. */
    public Outcome decide(Verdict verdict, List<Seen> seen, String reason, String by) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            Seen each = seen.get(i);
            Optional<Change> change = change(each);
            if (change.isEmpty()) {
                return new Outcome.Superseded(
                        "changes." + i + ": the network wants something else there by now; look again");
            }
            Optional<String> flaw = verdict == Verdict.ACCEPT
                    ? change.get().flaw(each.inputs())
                    : Optional.of("must be empty where a change is declined")
                            .filter(rule -> !each.inputs().isEmpty());
            if (flaw.isPresent()) {
                return new Outcome.Invalid("changes." + i + ".inputs", flaw.get());
            }
            changes.add(change.get());
        }
        Map<Uid, Map<String, String>> inputs = new HashMap<>();
        seen.forEach(each -> inputs.put(each.endpoint(), each.inputs()));
        return made(() -> participant.decide(changes, verdict, reason, inputs, by));
    }

    private Optional<Change> change(Seen seen) {
        return site.view().stream()
                .flatMap(view -> view.changes().stream())
                .filter(change -> change.endpoint().uid().equals(seen.endpoint())
                        && change.digest().equals(seen.digest()))
                .findFirst();
    }

    private Outcome made(Supplier<List<Long>> decision) {
        try {
            return new Outcome.Made(decision.get());
        } catch (Participant.FullException full) {
            return new Outcome.Full(String.valueOf(full.getMessage()));
        } finally {
            site.wake();
        }
    }

    /** Sets what happens to changes that nobody looks at. */
    public Outcome set(AcceptancePolicy policy, String by) {
        return made(() -> List.of(participant.set(policy, by)));
    }

    /** Stops the application here, or lets it go on. */
    public Outcome pause(boolean paused, String by) {
        return made(() -> List.of(participant.pause(paused, by)));
    }

    /** Leaves the network. */
    public Outcome leave(String by) {
        return made(() -> List.of(participant.leave(by)));
    }

    /** Why the network did not take a decision, if it did not. */
    public Optional<String> refusal(long seq) {
        return participant.refusal(seq);
    }
}
