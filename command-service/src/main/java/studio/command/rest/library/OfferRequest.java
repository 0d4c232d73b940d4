package studio.command.rest.library;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Port;
import studio.domain.library.OfferedService;
import studio.domain.library.ServiceName;
import studio.domain.library.ServiceScope;

@Schema(name = "PublishOffer", description = "A service that an image's processes answer.")
record OfferRequest(
        @NotNull @Schema(description = "Which service.", examples = "acme/orders")
        ServiceName service,

        @NotNull @Port @Schema(description = "The port on which they listen for it.", examples = "8080")
        Integer port,

        @Schema(description = "How far it reaches unless a network says otherwise.", defaultValue = "network")
        Optional<ServiceScope> scope) {

    OfferedService toService() {
        return new OfferedService(service, port, scope.orElse(ServiceScope.NETWORK));
    }
}
