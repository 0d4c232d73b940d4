package studio.command.rest.network;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.schema.Batch;

@Schema(name = "Batch", description = "Commands of which all are accepted or none.")
record BatchRequest(
        @Size(min = 1, max = Batch.MAX_COMMANDS, message = "must have 1 to " + Batch.MAX_COMMANDS + " commands")
        @Schema(
                description = "The commands, decided in order, each on what those before it did.",
                examples = "[{\"command\":\"remove-endpoint\",\"name\":\"web\"}]")
        List<@NotNull @Valid Part> commands) {

    @Schema(name = "BatchPart", description = "One command of a batch.")
    record Part(
            @NotNull
            @Schema(
                    implementation = String.class,
                    enumeration = {
                        "add-site-class",
                        "change-site-class",
                        "remove-site-class",
                        "compose-process",
                        "compose-ingress",
                        "compose-egress",
                        "change-process",
                        "change-ingress",
                        "change-egress",
                        "remove-endpoint",
                        "link-service",
                        "change-service-link",
                        "unlink-service"
                    },
                    description = "What is asked.",
                    examples = "compose-process")
            Composition command,

            @Schema(description = "What it is about, where a request for it alone has that in its path.")
            Optional<Name> name,

            @Schema(type = SchemaType.OBJECT, description = "The body that a request for it alone has.")
            Optional<JsonNode> body) {}
}
