package studio.command.rest.network;

import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Line;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.SiteClassCommand;
import studio.domain.network.SiteClassCommand.ChangeSiteClass;

@Schema(name = "ChangeSiteClass", description = "What shall be different; what is absent stays.")
record ChangeSiteClassRequest(
        @Schema(description = "Words about it; all of them are said anew.", examples = "{\"tier\":\"1\"}")
        Optional<
                        @Size(max = Limits.MAX_NAMES, message = "may hold at most " + Limits.MAX_NAMES + " entries")
                                Map<
                                @Line String, @Line String>>
                labels,

        @Schema(description = "What those who join in this class are proposed to do with changes.")
        Optional<AcceptancePolicy.Mode> proposedPolicy) {

    SiteClassCommand toCommand(Name siteClass) {
        return new ChangeSiteClass(siteClass, labels.map(Labels::set), proposedPolicy);
    }
}
