package studio.command.rest.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.network.EndpointCommand;
import studio.domain.network.EndpointCommand.ComposeEgress;

@Schema(name = "ComposeEgress", description = "A way out to be.")
record ComposeEgressRequest(
        @NotNull @Schema(description = "Its name, unique among the network's endpoints.", examples = "database")
        Name name,

        @Schema(description = "Where it is wanted; nowhere yet if absent.")
        Optional<@Valid AllocationRequest> allocation,

        @NotNull @Valid @Schema(description = "What it is.") EgressRequest egress) {

    EndpointCommand toCommand() {
        return new ComposeEgress(name, AllocationRequest.wanted(allocation), egress.toSpec());
    }
}
