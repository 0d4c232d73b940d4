package studio.command.rest.network;

import jakarta.validation.Valid;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.network.Endpoint;
import studio.domain.network.EndpointCommand;
import studio.domain.network.EndpointCommand.ChangeEndpoint;

@Schema(name = "ChangeEgress", description = "What shall be different; what is absent stays.")
record ChangeEgressRequest(
        @Valid @Schema(description = "Where it is wanted; all of it is said anew.")
        Optional<AllocationRequest> allocation,

        @Valid @Schema(description = "What it is; all of it is said anew.")
        Optional<EgressRequest> egress) {

    EndpointCommand toCommand(Name endpoint) {
        return new ChangeEndpoint(
                endpoint,
                allocation.map(AllocationRequest::toWanted),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                egress.map(EgressRequest::toSpec),
                Optional.of(Endpoint.Sort.EGRESS));
    }
}
