package studio.domain.network;

import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** Commands about one site class. */
public sealed interface SiteClassCommand extends NetworkCommand {

    /** The class. */
    Name siteClass();

    @Override
    default EntityKey subject(StreamKey stream) {
        return SiteClass.KIND.key(siteClass());
    }

    /** Makes a class of sites. */
    record AddSiteClass(Name siteClass, Set<Label> labels, AcceptancePolicy.Mode proposedPolicy)
            implements SiteClassCommand {}

    /** Gives the class other labels, or proposes another policy; what is absent stays. */
    record ChangeSiteClass(Name siteClass, Optional<Set<Label>> labels, Optional<AcceptancePolicy.Mode> proposedPolicy)
            implements SiteClassCommand {}

    /** Takes the class away; with {@code cascade} also from the sites, invitations and endpoints that have it. */
    record RemoveSiteClass(Name siteClass, boolean cascade) implements SiteClassCommand {}
}
