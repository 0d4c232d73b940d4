package studio.command.rest.network;

import java.util.Optional;
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

    static Allocation.Wanted wanted(Optional<AllocationRequest> request) {
        return request.map(AllocationRequest::toWanted).orElse(new Allocation.Wanted(Set.of(), Set.of()));
    }

    Allocation.Wanted toWanted() {
        return new Allocation.Wanted(sites, siteClasses);
    }
}
