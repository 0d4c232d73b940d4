package studio.command.rest.backbone;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.LinkInteriorSites;
import studio.domain.backbone.InterRouterLink;
import studio.domain.kernel.Name;

@Schema(name = "LinkSites", description = "A link to be: one site's router connects to another's peer access point.")
record LinkSitesRequest(
        @Schema(
                description = "Its name, unique in the backbone; if absent made from the two others.",
                examples = "lyon-paris-peer")
        Optional<Name> name,

        @NotNull @Schema(description = "The site that connects.", examples = "lyon")
        Name from,

        @NotNull @Schema(description = "The peer access point that it connects to.", examples = "paris-peer")
        Name accessPoint,

        @Schema(description = "What the routers weigh it with; 1 is preferred, and the default.", examples = "1")
        Optional<@Min(1) @Max(InterRouterLink.MAX_COST) Integer> cost) {

    private static final int MAX_NAME = 63;
    private static final int PREFERRED = 1;

    BackboneCommand toCommand() {
        return new LinkInteriorSites(name.orElseGet(this::madeName), from, accessPoint, cost.orElse(PREFERRED));
    }

    /** Cut to a name's length, and not after a hyphen, with which no name may end. */
    private Name madeName() {
        String both = from + "-" + accessPoint;
        return Name.of(both.substring(0, Math.min(MAX_NAME, both.length())).replaceFirst("-+$", ""));
    }
}
