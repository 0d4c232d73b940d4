package studio.domain.network;

import java.util.List;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Recorded;

/** What composition's events change, which is not built yet. */
final class EndpointEvolution {

    private EndpointEvolution() {}

    static List<Change> evolve(EndpointEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        return List.of(
                Change.remove(entities.get(Endpoint.KIND, event.endpoint()).key()));
    }

    /** What changes where a site is named that has another name now. */
    static List<Change> renamed(Ref before, Name newName, Entities entities) {
        return List.of();
    }
}
