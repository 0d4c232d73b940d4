package studio.command.rest.network;

import jakarta.validation.Valid;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkCommand.ChangeNetwork;

@Schema(name = "ChangeNetwork", description = "What shall be different; what is absent stays.")
record ChangeNetworkRequest(
        @Schema(description = "Who may change it.") Optional<Owners> owners,

        @Schema(description = "Who may only read it.") Optional<Owners> readers,

        @Schema(description = "The member access points through which its sites connect.")
        Optional<Set<Name>> accessPoints,

        @Valid @Schema(description = "When it begins and ends; all of it is said anew.")
        Optional<ScheduleRequest> schedule) {

    NetworkCommand toCommand() {
        return new ChangeNetwork(owners, readers, accessPoints, schedule.map(ScheduleRequest::toSchedule));
    }
}
