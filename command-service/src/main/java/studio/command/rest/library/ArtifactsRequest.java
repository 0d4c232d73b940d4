package studio.command.rest.library;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Digest;
import studio.domain.library.ArchiveUrl;
import studio.domain.library.Artifacts;
import studio.domain.library.Artifacts.Archive;
import studio.domain.library.ContainerReference;

@Schema(name = "PublishArtifacts", description = "What runs on each platform; a version need not be for all of them.")
record ArtifactsRequest(
        @Schema(
                description = "The container on Kubernetes.",
                examples = "quay.io/acme/web@sha256:7b1b38aa5e0dcb8e2ff0a7ab5c3ac9f2f2ef4d5a8b27b0f6b4bd2c9c8b1f5a6e")
        Optional<ContainerReference> kubernetes,

        @Schema(
                description = "The container on Docker.",
                examples = "quay.io/acme/web@sha256:7b1b38aa5e0dcb8e2ff0a7ab5c3ac9f2f2ef4d5a8b27b0f6b4bd2c9c8b1f5a6e")
        Optional<ContainerReference> docker,

        @Schema(
                description = "The container on Podman.",
                examples = "quay.io/acme/web@sha256:7b1b38aa5e0dcb8e2ff0a7ab5c3ac9f2f2ef4d5a8b27b0f6b4bd2c9c8b1f5a6e")
        Optional<ContainerReference> podman,

        @Valid @Schema(description = "The archive on a Linux host.")
        Optional<ArchiveRequest> linux) {

    Artifacts toArtifacts() {
        return new Artifacts(kubernetes, docker, podman, linux.map(ArchiveRequest::toArchive));
    }

    @Schema(name = "PublishArchive", description = "What a Linux host fetches, unpacks and runs.")
    record ArchiveRequest(
            @NotNull @Schema(description = "Where it is.", examples = "https://files.example.com/web-1.4.2.tar.gz")
            ArchiveUrl url,

            @NotNull
            @Schema(
                    description = "The SHA-256 digest of its bytes.",
                    examples = "7b1b38aa5e0dcb8e2ff0a7ab5c3ac9f2f2ef4d5a8b27b0f6b4bd2c9c8b1f5a6e")
            Digest sha256,

            @Size(min = 1, max = Archive.MAX_COMMAND, message = "must have 1 to " + Archive.MAX_COMMAND + " parts")
            @Schema(
                    description = "The program within and its arguments, which no shell sees.",
                    examples = "[\"bin/web\",\"--port\",\"8080\"]")
            List<@Size(max = Archive.MAX_ARGUMENT) String> command) {

        Archive toArchive() {
            return new Archive(url, sha256, command);
        }
    }
}
