package studio.command.rest.backbone;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.ChangeLinkCost;
import studio.domain.backbone.InterRouterLink;
import studio.domain.kernel.Name;

@Schema(name = "ChangeLink", description = "What shall be different.")
record ChangeLinkRequest(
        @NotNull
        @Min(1)
        @Max(InterRouterLink.MAX_COST)
        @Schema(description = "What the routers weigh it with; 1 is preferred.", examples = "10")
        Integer cost) {

    BackboneCommand toCommand(Name link) {
        return new ChangeLinkCost(link, cost);
    }
}
