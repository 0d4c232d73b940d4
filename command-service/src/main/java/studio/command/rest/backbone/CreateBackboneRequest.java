package studio.command.rest.backbone;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;

@Schema(name = "CreateBackbone", description = "A backbone to be.")
record CreateBackboneRequest(
        @NotNull @Schema(description = "Its name, unique in the installation.", examples = "acme")
        Name name,

        @Schema(description = "Who may change it; if absent, whoever makes it.")
        Optional<Owners> owners,

        @Schema(description = "Who may run networks on it; if absent, nobody.")
        Optional<Owners> offeredTo) {

    StreamKey stream() {
        return Paths.stream(name);
    }

    BackboneCommand toCommand() {
        return new CreateBackbone(owners.orElse(Owners.NOBODY), offeredTo.orElse(Owners.NOBODY));
    }
}
