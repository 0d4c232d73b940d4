package studio.command.rest.network;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand;
import studio.domain.network.HomeCommand.PlaceHome;

@Schema(name = "PlaceHome", description = "Who runs a home.")
record PlaceHomeRequest(
        @NotNull @Schema(description = "`managed` is the Service Home; `own` is wherever its owner likes.")
        Home.Placement placement) {

    HomeCommand toCommand() {
        return new PlaceHome(placement);
    }
}
