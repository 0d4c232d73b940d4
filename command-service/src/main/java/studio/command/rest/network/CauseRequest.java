package studio.command.rest.network;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Line;

@Schema(name = "Cause", description = "Why.")
record CauseRequest(
        @NotNull @Line @Schema(description = "The cause, for people.", examples = "maintenance")
        String cause) {}
