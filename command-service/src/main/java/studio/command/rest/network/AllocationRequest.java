package studio.command.rest.network;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.network.Allocation;

@Schema(
        name = "SetAllocation",
        description = "Where an endpoint is wanted: at the sites that are named or have one of the classes.")
record AllocationRequest(
        @Schema(description = "Sites.", examples = "[\"berlin\"]")
        Set<Name> sites,

        @Schema(description = "Classes of sites.", examples = "[\"gold\"]")
        Set<Name> siteClasses) {

    Allocation.Wanted toWanted() {
        return new Allocation.Wanted(sites, siteClasses);
    }
}
