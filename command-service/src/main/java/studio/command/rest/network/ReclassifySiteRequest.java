package studio.command.rest.network;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;

@Schema(name = "ReclassifySite", description = "A site's new classes.")
record ReclassifySiteRequest(
        @NotNull @Schema(description = "All of its classes from now on.", examples = "[\"gold\"]")
        Set<Name> siteClasses) {}
