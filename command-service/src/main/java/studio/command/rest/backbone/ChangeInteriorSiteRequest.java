package studio.command.rest.backbone;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.valueextraction.Unwrapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Line;
import studio.command.rest.body.Replacement;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.ChangeInteriorSite;
import studio.domain.kernel.Name;

@Schema(name = "ChangeInteriorSite", description = "What shall be different.")
record ChangeInteriorSiteRequest(
        @NotNull(payload = Unwrapping.Skip.class)
        @Line
        @Schema(
                implementation = String.class,
                nullable = true,
                description = "Another label for people; `null` takes the label away.",
                examples = "Lyon")
        Replacement location) {

    BackboneCommand toCommand(Name site) {
        return new ChangeInteriorSite(site, location.text());
    }
}
