package studio.command.rest.backbone;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.ChangeBackbone;
import studio.domain.kernel.Owners;

@Schema(name = "ChangeBackbone", description = "What shall be different; what is absent stays.")
record ChangeBackboneRequest(
        @Schema(description = "Who may change it.") Optional<Owners> owners,
        @Schema(description = "Who may run networks on it.") Optional<Owners> offeredTo) {

    BackboneCommand toCommand() {
        return new ChangeBackbone(owners, offeredTo);
    }
}
