package studio.command.rest.network;

import jakarta.validation.Valid;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.network.Endpoint;
import studio.domain.network.EndpointCommand;
import studio.domain.network.EndpointCommand.ChangeEndpoint;

@Schema(name = "ChangeIngress", description = "What shall be different; what is absent stays.")
record ChangeIngressRequest(
        @Valid @Schema(description = "Where it is wanted; all of it is said anew.")
        Optional<AllocationRequest> allocation,

        @Valid @Schema(description = "What it is; all of it is said anew.")
        Optional<IngressRequest> ingress) {

    EndpointCommand toCommand(Name endpoint) {
        return new ChangeEndpoint(
                endpoint,
                allocation.map(AllocationRequest::toWanted),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ingress.map(IngressRequest::toSpec),
                Optional.empty(),
                Optional.of(Endpoint.Sort.INGRESS));
    }
}
