package studio.command.rest.backbone;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.ChangeAccessPoint;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;

@Schema(name = "ChangeAccessPoint", description = "What shall be different.")
record ChangeAccessPointRequest(
        @NotNull @Schema(description = "Who may attach networks to it.")
        Owners offeredTo) {

    BackboneCommand toCommand(Name accessPoint) {
        return new ChangeAccessPoint(accessPoint, offeredTo);
    }
}
