package studio.projection.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import studio.api.problem.ProblemType;
import studio.identity.Anonymous;
import studio.identity.problem.ProblemException;

/** Describes the types of problems; each problem's {@code type} leads here. */
@Path(ProblemType.BASE)
@Anonymous
@Tag(name = "Problems")
public class ProblemResource {

    @GET
    @Operation(operationId = "listProblems", summary = "List the types of problems")
    public List<Description> list() {
        return Arrays.stream(ProblemType.values()).map(Description::of).toList();
    }

    @GET
    @Path("{slug}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getProblem", summary = "Show a type of problem")
    public Description json(@RestPath String slug) {
        return Description.of(find(slug));
    }

    @GET
    @Path("{slug}")
    @Produces("text/plain;qs=0.4")
    @Operation(hidden = true)
    public String plain(@RestPath String slug) {
        ProblemType type = find(slug);
        return "%d %s (%s)%n%n%s%n".formatted(type.status(), type.title(), type.slug(), type.explanation());
    }

    @GET
    @Path("{slug}")
    @Produces("text/html;qs=0.5")
    @Operation(hidden = true)
    public String html(@RestPath String slug) {
        ProblemType type = find(slug);
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%2$s</title></head>
                <body><h1>%2$s</h1><p>%4$s</p><p>Status %1$d, code <code>%3$s</code></p></body>
                </html>
                """.formatted(
                        type.status(),
                        type.title(),
                        type.slug(),
                        type.explanation().replaceAll("`([^`]*)`", "<code>$1</code>"));
    }

    private static ProblemType find(String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "there is no problem type '" + slug + "'"));
    }

    @Schema(name = "ProblemDescription", description = "A type of problem.")
    record Description(
            @Schema(description = "The stable word for it.") String code,
            String title,
            int status,

            @Schema(description = "What it means and what to do.")
            String explanation) {

        static Description of(ProblemType type) {
            return new Description(type.slug(), type.title(), type.status(), type.explanation());
        }
    }
}
