package studio.command.rest.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.library.EnvVariable;
import studio.domain.library.ImageSnapshot;
import studio.domain.network.EndpointCommand;
import studio.domain.network.EndpointCommand.ComposeProcess;

@Schema(name = "ComposeProcess", description = "A process to be.")
record ComposeProcessRequest(
        @NotNull @Schema(description = "Its name, unique among the network's endpoints.", examples = "web")
        Name name,

        @Schema(description = "Where it is wanted; nowhere yet if absent.")
        Optional<@Valid AllocationRequest> allocation,

        @NotNull
        @Valid
        @Schema(
                oneOf = {String.class, ImageReference.Parts.class},
                description = "The image's version, as `publisher/image@version` or as an object of the three. The"
                        + " network keeps what that version says now.",
                examples = "acme/web@1.4.2")
        ImageReference image,

        @Schema(description = "Instances at each site.", defaultValue = "1", examples = "2")
        Optional<@Min(1) Integer> replicas,

        @Schema(
                description = "Environment variables beside the image's. The log keeps them for ever: no passwords.",
                examples = "{\"MODE\":\"fast\"}")
        Map<
                        @Pattern(regexp = EnvVariable.NAME_PATTERN, message = EnvVariable.NAME_RULE) String,
                        @Pattern(regexp = "[^\\x00]{0," + EnvVariable.MAX_VALUE + "}", message = EnvVariable.VALUE_RULE)
                        String>
                env) {

    EndpointCommand toCommand(ImageSnapshot snapshot) {
        return new ComposeProcess(
                name, AllocationRequest.wanted(allocation), snapshot, replicas.orElse(1), Labels.list(env));
    }
}
