package studio.command.rest.backbone;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Line;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Name;

@Schema(name = "AddInteriorSite", description = "An interior site to be.")
record AddInteriorSiteRequest(
        @NotNull @Schema(description = "Its name, unique in the backbone.", examples = "paris")
        Name name,

        @NotNull @Schema(description = "What its router runs on.", examples = "kubernetes")
        Platform platform,

        @Schema(description = "A label for people.", examples = "Paris, rue de Rivoli")
        Optional<@Line String> location) {

    BackboneCommand toCommand() {
        return new AddInteriorSite(name, platform, location);
    }
}
