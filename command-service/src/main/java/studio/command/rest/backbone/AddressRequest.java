package studio.command.rest.backbone;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Host;
import studio.domain.backbone.AccessPoint.Address;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.backbone.PortRange;
import studio.domain.kernel.Name;

@Schema(name = "SetAddress", description = "Where an access point listens.")
record AddressRequest(
        @NotNull @Host @Schema(description = "The DNS name at which it is reached.", examples = "paris.example.com")
        String host,

        @NotNull
        @Schema(
                description = "A port; for a member access point a range, with a port for each network.",
                examples = "10000-10099")
        PortRange ports) {

    BackboneCommand toCommand(Name accessPoint) {
        return new SetAccessPointAddress(accessPoint, new Address(host, ports));
    }
}
