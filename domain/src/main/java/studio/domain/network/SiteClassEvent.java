package studio.domain.network;

import java.util.Set;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What happens to one site class. */
public sealed interface SiteClassEvent extends NetworkEvent {

    /** The class. */
    Name siteClass();

    @Override
    default EntityKey subject(StreamKey stream) {
        return SiteClass.KIND.key(siteClass());
    }

    /** There is a class of sites. */
    record SiteClassAdded(Name siteClass, Uid uid, Set<Label> labels, AcceptancePolicy.Mode proposedPolicy)
            implements SiteClassEvent {

        /** Keeps its own copy. */
        public SiteClassAdded {
            labels = Set.copyOf(labels);
        }
    }

    /** The class has these labels and proposes that policy now. */
    record SiteClassChanged(Name siteClass, Set<Label> labels, AcceptancePolicy.Mode proposedPolicy)
            implements SiteClassEvent {

        /** Keeps its own copy. */
        public SiteClassChanged {
            labels = Set.copyOf(labels);
        }
    }

    /** The class is gone. Whoever still refers to it refers to nothing. */
    record SiteClassRemoved(Name siteClass) implements SiteClassEvent {}
}
