package studio.domain.network;

import java.util.List;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Recorded;

/** What each event changes. */
final class MemberEvolution {

    private MemberEvolution() {}

    static List<Change> evolve(MemberEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        throw new IllegalStateException("not built yet: " + event);
    }
}
