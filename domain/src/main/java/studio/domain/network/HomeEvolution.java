package studio.domain.network;

import java.util.List;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Recorded;

/** What each event changes. */
final class HomeEvolution {

    private HomeEvolution() {}

    static List<Change> evolve(HomeEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        throw new IllegalStateException("not built yet: " + event);
    }
}
