package studio.command.rest.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.library.EnvVariable;
import studio.domain.library.ImageSnapshot;
import studio.domain.network.Endpoint;
import studio.domain.network.EndpointCommand;
import studio.domain.network.EndpointCommand.ChangeEndpoint;

@Schema(name = "ChangeProcess", description = "What shall be different; what is absent stays.")
record ChangeProcessRequest(
        @Valid @Schema(description = "Where it is wanted; all of it is said anew.")
        Optional<AllocationRequest> allocation,

        @Valid
        @Schema(
                oneOf = {String.class, ImageReference.Parts.class},
                description = "The image's version, as `publisher/image@version` or as an object of the three. The"
                        + " network keeps what that version says now.",
                examples = "acme/web@1.4.2")
        Optional<ImageReference> image,

        @Schema(description = "Instances at each site.", examples = "2")
        Optional<@Min(1) Integer> replicas,

        @Schema(
                description = "Environment variables beside the image's; all of them are said anew.",
                examples = "{\"MODE\":\"fast\"}")
        Optional<
                        Map<
                                @Pattern(regexp = EnvVariable.NAME_PATTERN, message = EnvVariable.NAME_RULE) String,
                                @Pattern(
                                        regexp = "[^\\x00]{0," + EnvVariable.MAX_VALUE + "}",
                                        message = EnvVariable.VALUE_RULE)
                                String>>
                env) {

    EndpointCommand toCommand(Name endpoint, Optional<ImageSnapshot> snapshot) {
        return new ChangeEndpoint(
                endpoint,
                allocation.map(AllocationRequest::toWanted),
                snapshot,
                replicas,
                env.map(Labels::list),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Endpoint.Sort.PROCESS));
    }
}
