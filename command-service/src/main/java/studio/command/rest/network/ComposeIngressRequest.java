package studio.command.rest.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.network.EndpointCommand;
import studio.domain.network.EndpointCommand.ComposeIngress;

@Schema(name = "ComposeIngress", description = "A way in to be.")
record ComposeIngressRequest(
        @NotNull @Schema(description = "Its name, unique among the network's endpoints.", examples = "front")
        Name name,

        @Schema(description = "Where it is wanted; nowhere yet if absent.")
        Optional<@Valid AllocationRequest> allocation,

        @NotNull @Valid @Schema(description = "What it is.") IngressRequest ingress) {

    EndpointCommand toCommand() {
        return new ComposeIngress(name, AllocationRequest.wanted(allocation), ingress.toSpec());
    }
}
