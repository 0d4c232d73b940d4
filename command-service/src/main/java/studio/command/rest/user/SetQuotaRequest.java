package studio.command.rest.user;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.user.Quota;
import studio.domain.user.UserCommand;
import studio.domain.user.UserCommand.SetQuota;

@Schema(name = "SetQuota", description = "How much of the installation a user may take; all of it is said anew.")
record SetQuotaRequest(
        @NotNull
        @Min(0)
        @Max(Quota.MAX_NETWORKS)
        @Schema(description = "Application networks that it may own.", examples = "20")
        Integer networks,

        @NotNull @Min(0) @Max(Quota.MAX_SITES) @Schema(description = "Member sites of each of them.", examples = "1000")
        Integer sitesPerNetwork,

        @NotNull
        @Min(0)
        @Max(Quota.MAX_INVITATIONS)
        @Schema(description = "Invitations of each of them that are not over.", examples = "200")
        Integer invitationsPerNetwork,

        @NotNull
        @Min(1)
        @Max(Quota.MAX_COMMANDS)
        @Schema(description = "Commands that it may give in a second.", examples = "50")
        Integer commandsPerSecond) {

    UserCommand toCommand() {
        return new SetQuota(new Quota(networks, sitesPerNetwork, invitationsPerNetwork, commandsPerSecond));
    }
}
