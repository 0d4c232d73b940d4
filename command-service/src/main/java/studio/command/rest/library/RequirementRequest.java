package studio.command.rest.library;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Port;
import studio.domain.kernel.Name;
import studio.domain.library.RequiredService;
import studio.domain.library.ServiceName;

@Schema(name = "PublishRequirement", description = "A service that an image's processes call.")
record RequirementRequest(
        @NotNull @Schema(description = "Which service.", examples = "acme/orders")
        ServiceName service,

        @NotNull @Schema(description = "The name under which they look for it.", examples = "orders")
        Name host,

        @NotNull @Port @Schema(description = "The port at which they look for it.", examples = "80")
        Integer port,

        @Schema(description = "Whether they can do without.", defaultValue = "false")
        Optional<Boolean> optional) {

    RequiredService toService() {
        return new RequiredService(service, host, port, optional.orElse(false));
    }
}
