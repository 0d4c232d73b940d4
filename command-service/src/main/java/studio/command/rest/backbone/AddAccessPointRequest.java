package studio.command.rest.backbone;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Host;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.AccessPoint.Address;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.AddAccessPoint;
import studio.domain.backbone.PortRange;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;

@Schema(name = "AddAccessPoint", description = "An access point to be. Where it listens can be said later.")
record AddAccessPointRequest(
        @NotNull @Schema(description = "Its name, unique in the backbone.", examples = "paris-peer")
        Name name,

        @NotNull @Schema(description = "The site whose router listens.", examples = "paris")
        Name site,

        @NotNull @Schema(description = "Who connects to it.", examples = "peer")
        AccessPoint.Use use,

        @Schema(description = "Who may attach networks to it; only for member access points.")
        Optional<Owners> offeredTo,

        @Schema(description = "The DNS name at which it is reached; with `ports`.", examples = "paris.example.com")
        Optional<@Host String> host,

        @Schema(description = "A port or a range of ports; with `host`.")
        Optional<PortRange> ports) {

    BackboneCommand toCommand() {
        Optional<Address> address = host.flatMap(name -> ports.map(range -> new Address(name, range)));
        return new AddAccessPoint(name, site, use, offeredTo.orElse(Owners.NOBODY), address);
    }
}
