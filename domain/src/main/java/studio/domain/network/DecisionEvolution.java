package studio.domain.network;

import java.util.List;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Recorded;

/** What composition's events change, which is not built yet. */
final class DecisionEvolution {

    private DecisionEvolution() {}

    static List<Change> evolve(DecisionEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        return List.of();
    }

    /** What goes with a site that is no member any more: its decisions, and what it held. */
    static List<Change> released(Ref site, Entities entities) {
        return List.of();
    }
}
