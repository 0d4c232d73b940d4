package studio.command.rest.network;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;

@Schema(name = "RenameSite", description = "A site's new name.")
record RenameSiteRequest(
        @NotNull @Schema(description = "Its name from now on.", examples = "berlin")
        Name name) {}
