package studio.command.rest.network;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Line;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.SiteClassCommand;
import studio.domain.network.SiteClassCommand.AddSiteClass;

@Schema(name = "AddSiteClass", description = "A class of sites to be.")
record AddSiteClassRequest(
        @NotNull @Schema(description = "Its name, unique in the network.", examples = "gold")
        Name name,

        @Size(max = Limits.MAX_NAMES, message = "may hold at most " + Limits.MAX_NAMES + " entries")
        @Schema(description = "Words about it.", examples = "{\"tier\":\"1\"}")
        Map<@Line String, @Line String> labels,

        @Schema(
                description = "What those who join in this class are proposed to do with changes.",
                defaultValue = "ask")
        Optional<AcceptancePolicy.Mode> proposedPolicy) {

    SiteClassCommand toCommand() {
        return new AddSiteClass(name, Labels.set(labels), proposedPolicy.orElse(AcceptancePolicy.Mode.ASK));
    }
}
