package studio.command.rest.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkCommand.CreateNetwork;

@Schema(name = "CreateNetwork", description = "An application network to be.")
record CreateNetworkRequest(
        @NotNull @Schema(description = "Its name, unique in the installation.", examples = "shop")
        Name name,

        @Schema(description = "Who may change it; if absent, whoever makes it.")
        Optional<Owners> owners,

        @Schema(description = "Who may only read it; if absent, nobody.")
        Optional<Owners> readers,

        @NotNull @Schema(description = "The backbone that carries it.", examples = "acme")
        Name backbone,

        @NotEmpty
        @Schema(
                description = "The member access points of the backbone through which its sites connect.",
                examples = "[\"paris-members\"]")
        Set<Name> accessPoints,

        @Valid @Schema(description = "When it begins and ends; if absent, at once and never.")
        Optional<ScheduleRequest> schedule) {

    StreamKey stream() {
        return Paths.stream(name);
    }

    NetworkCommand toCommand() {
        return new CreateNetwork(
                owners.orElse(Owners.NOBODY),
                readers.orElse(Owners.NOBODY),
                backbone,
                accessPoints,
                schedule.map(ScheduleRequest::toSchedule).orElse(ScheduleRequest.ALWAYS));
    }
}
