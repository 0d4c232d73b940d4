package studio.command.rest.network;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Port;
import studio.domain.library.ServiceName;
import studio.domain.network.Endpoint;

@Schema(name = "SetIngress", description = "How a way in can be reached, and whereto it leads.")
record IngressRequest(
        @NotNull @Schema(description = "The service that it requires.", examples = "acme/orders")
        ServiceName service,

        @NotNull
        @Port
        @Schema(description = "Its port; if it has several listeners, the first of them.", examples = "8080")
        Integer port,

        @Schema(description = "How many ports it may use, from `port` on.", defaultValue = "1")
        Optional<@Min(1) Integer> slots,

        @Schema(description = "From where it can be reached.", defaultValue = "cluster")
        Optional<Endpoint.Exposure> exposure,

        @Schema(
                description = "Whether it has one listener, or one for each site that offers the service.",
                defaultValue = "single")
        Optional<Endpoint.Fan> fan) {

    Endpoint.IngressSpec toSpec() {
        return new Endpoint.IngressSpec(
                service.toString(),
                port,
                slots.orElse(1),
                exposure.orElse(Endpoint.Exposure.CLUSTER),
                fan.orElse(Endpoint.Fan.SINGLE));
    }
}
