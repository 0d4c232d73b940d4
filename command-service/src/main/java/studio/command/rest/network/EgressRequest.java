package studio.command.rest.network;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Port;
import studio.domain.library.ServiceName;
import studio.domain.network.Endpoint;

@Schema(name = "SetEgress", description = "Whereto a way out leads, and for whom.")
record EgressRequest(
        @NotNull @Schema(description = "The service that it offers.", examples = "acme/orders")
        ServiceName service,

        @Schema(
                description = "The host to which it leads; if absent, the participant of each site says it.",
                examples = "db.example.com")
        Optional<String> host,

        @Schema(description = "That host's port; if absent, the participant says it.", examples = "5432")
        Optional<@Port Integer> port) {

    Endpoint.EgressSpec toSpec() {
        return new Endpoint.EgressSpec(service.toString(), host, port);
    }
}
