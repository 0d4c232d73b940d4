package studio.domain.network;

import java.util.List;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Recorded;

/** What composition's events change, which is not built yet. */
final class ServiceLinkEvolution {

    private ServiceLinkEvolution() {}

    static List<Change> evolve(ServiceLinkEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        return List.of(
                Change.remove(entities.get(ServiceLink.KIND, event.link()).key()));
    }
}
