package studio.command.rest.network;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.network.EdgeLink;

@Schema(name = "EdgeLink", description = "A connection that sites make to the backbone.")
record EdgeLinkRequest(
        @NotNull @Schema(description = "An access point to which the network is attached.", examples = "paris-members")
        Name accessPoint,

        @Schema(description = "1 is tried first, and the default.", defaultValue = "1")
        Optional<@Min(1) Integer> priority) {

    EdgeLink.Wanted toWanted() {
        return new EdgeLink.Wanted(accessPoint, priority.orElse(1));
    }
}
