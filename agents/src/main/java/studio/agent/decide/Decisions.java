package studio.agent.decide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Ref;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;

/**
 * All that a participant decided.
 *
 * @param site    the site
 * @param lastSeq the number of the last statement
 * @param policy  what happens to changes that nobody looks at: as the person said who joined, or the site since then
 * @param paused  whether the participant stopped the application
 * @param stances what it makes of each endpoint, by uid
 */
public record Decisions(Uid site, long lastSeq, AcceptancePolicy policy, boolean paused, Map<Uid, Stance> stances) {

    /** The most endpoints that are remembered; of more, those that are gone are forgotten, the oldest first. */
    public static final int MOST_STANCES = 2_000;

    /** Keeps its own copy. */
    public Decisions {
        stances = Map.copyOf(stances);
    }

    /** Nothing is decided but the policy. */
    public static Decisions none(Uid site, AcceptancePolicy policy) {
        return new Decisions(site, 0, policy, false, Map.of());
    }

    /** The next number of a statement. */
    public long nextSeq() {
        return lastSeq + 1;
    }

    Stance stance(Ref endpoint, Instant now) {
        return Optional.ofNullable(stances.get(endpoint.uid())).orElseGet(() -> Stance.none(endpoint, now));
    }

    /** After the participant decided about a change. */
    public Decisions after(Statement statement, Ref endpoint) {
        Map<Uid, Stance> changed = new TreeMap<>(stances);
        changed.put(endpoint.uid(), stance(endpoint, statement.at()).after(statement));
        return new Decisions(site, Math.max(lastSeq, statement.seq()), policy, paused, changed);
    }

    /** After the participant set its policy. */
    public Decisions after(Statement statement, AcceptancePolicy next) {
        return new Decisions(site, Math.max(lastSeq, statement.seq()), next, paused, stances);
    }

    /** After the participant stopped the application, let it go on, or said that it leaves. */
    public Decisions after(Statement statement) {
        boolean stopped = switch (statement.verdict()) {
            case PAUSE -> true;
            case RESUME -> false;
            case LEAVE, POLICY, ACCEPT, DECLINE, DECLINE_AND_REMOVE -> paused;
        };
        return new Decisions(site, Math.max(lastSeq, statement.seq()), policy, stopped, stances);
    }

    /** After a number was used in an earlier life of which nothing else is known. */
    public Decisions atLeast(long seq) {
        return new Decisions(site, Math.max(lastSeq, seq), policy, paused, stances);
    }

    /**
     * With what the log says that this site decided, where that is newer than what the site remembers: a site that lost its memory
     * finds it again. It counts only if the site's own key signed it.
     */
    public Decisions recalled(List<Item> document, Signatures signatures) {
        Decisions recalled = this;
        for (Item item : document) {
            if (item.spec() instanceof ItemSpec.Decision decision) {
                Statement statement = Statement.of(decision.endpoint(), decision.verdict());
                if (recalled.isNews(statement, decision.endpoint())
                        && signatures.isOurs(statement.text(), statement.signature())) {
                    recalled = recalled.after(statement, decision.endpoint());
                }
            }
        }
        return recalled;
    }

    private boolean isNews(Statement statement, Ref endpoint) {
        return Optional.ofNullable(stances.get(endpoint.uid()))
                .flatMap(Stance::latest)
                .filter(known -> known.seq() >= statement.seq())
                .isEmpty();
    }

    Decisions with(Map<Uid, Stance> others) {
        return new Decisions(site, lastSeq, policy, paused, others);
    }
}
