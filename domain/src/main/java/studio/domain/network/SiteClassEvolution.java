package studio.domain.network;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import java.util.List;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.network.SiteClassEvent.SiteClassAdded;
import studio.domain.network.SiteClassEvent.SiteClassChanged;
import studio.domain.network.SiteClassEvent.SiteClassRemoved;

/** What each event changes in site classes. Nothing that refers to one changes with it. */
final class SiteClassEvolution {

    private SiteClassEvolution() {}

    static List<Change> evolve(SiteClassEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        return switch (event) {
            case SiteClassAdded e -> List.of(put(added(e, recorded, entities)));
            case SiteClassChanged e -> List.of(put(changed(e, recorded, entities)));
            case SiteClassRemoved e -> removed(entities.get(SiteClass.KIND, e.siteClass()), entities);
        };
    }

    private static SiteClass added(SiteClassAdded event, Recorded<NetworkEvent> recorded, Entities entities) {
        entities.checkAbsent(SiteClass.KIND.key(event.siteClass()));
        ObjectMeta meta = ObjectMeta.created(event.siteClass(), event.uid(), recorded);
        return new SiteClass(meta, event.labels(), event.proposedPolicy(), 0);
    }

    private static List<Change> removed(SiteClass siteClass, Entities entities) {
        Overlay after = new Overlay(entities);
        after.apply(List.of(remove(siteClass.key())));
        after.apply(EndpointEvolution.reconsidered(after));
        return List.copyOf(after.changes());
    }

    private static SiteClass changed(SiteClassChanged event, Recorded<NetworkEvent> recorded, Entities entities) {
        SiteClass old = entities.get(SiteClass.KIND, event.siteClass());
        return new SiteClass(old.meta().changed(recorded), event.labels(), event.proposedPolicy(), old.sites());
    }
}
