package studio.command.rest.library;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Port;
import studio.domain.kernel.Name;
import studio.domain.library.EnvVariable;
import studio.domain.library.ImageContent;
import studio.domain.library.LibraryCommand;
import studio.domain.library.LibraryCommand.PublishImage;
import studio.domain.library.Resources;
import studio.domain.library.VersionName;

@Schema(name = "PublishImage", description = "A version to be. What it says never changes.")
record PublishImageRequest(
        @NotNull @Schema(description = "The version's name, unique in the image.", examples = "1.4.2")
        VersionName version,

        @Schema(
                description = "`true` if a container is named by its tag alone, so that what runs may change;"
                        + " otherwise every container needs a digest.",
                defaultValue = "false")
        Optional<Boolean> mutable,

        @NotNull @Valid @Schema(description = "What runs on each platform; at least one.")
        ArtifactsRequest artifacts,

        @Schema(
                description = "Environment variables. The log keeps them for ever: no passwords.",
                examples = "{\"MODE\":\"fast\"}")
        Map<
                        @Pattern(regexp = EnvVariable.NAME_PATTERN, message = EnvVariable.NAME_RULE) String,
                        @Pattern(regexp = "[^\\x00]{0," + EnvVariable.MAX_VALUE + "}", message = EnvVariable.VALUE_RULE)
                        String>
                env,

        @Schema(
                description = "The TCP ports on which it listens; if absent, those of the services that it offers.",
                examples = "[8080]")
        Optional<Set<@Port Integer>> ports,

        @Valid @Schema(description = "What one instance asks of its platform.")
        Optional<ResourcesRequest> resources,

        @Schema(description = "The services that it answers.")
        List<@Valid OfferRequest> offers,

        @Schema(description = "The services that it calls.") List<@Valid RequirementRequest> requires) {

    LibraryCommand toCommand(Name image) {
        ImageContent content = new ImageContent(
                mutable.orElse(false),
                artifacts.toArtifacts(),
                env.entrySet().stream()
                        .map(variable -> new EnvVariable(variable.getKey(), variable.getValue()))
                        .sorted(Comparator.comparing(EnvVariable::name))
                        .toList(),
                ports.orElseGet(() -> offers.stream().map(OfferRequest::port).collect(Collectors.toSet())),
                resources.map(ResourcesRequest::toResources).orElse(Resources.UNSAID),
                offers.stream().map(OfferRequest::toService).toList(),
                requires.stream().map(RequirementRequest::toService).toList());
        return new PublishImage(image, version, content);
    }
}
