package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import studio.backbone.artifact.JoinPlace;
import studio.domain.backbone.InteriorSite;
import studio.identity.Anonymous;
import studio.projection.claim.Admissions;
import studio.projection.claim.ClaimDescription;
import studio.projection.claim.ClaimedView;

/** Takes the claims of agents for interior sites. */
@Path("/api/v1/backbones/{backbone}/sites/{site}/claims")
@Anonymous
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
public class InteriorClaimsResource {

    private final ClaimAnswers answers;
    private final Admissions admissions;

    InteriorClaimsResource(ClaimAnswers answers, Admissions admissions) {
        this.answers = answers;
        this.admissions = admissions;
    }

    @POST
    @Operation(
            operationId = "claimInteriorSite",
            summary = "Become the agent of an interior site",
            description = ClaimAnswers.DESCRIPTION)
    @RequestBodySchema(ClaimDescription.class)
    @APIResponseSchema(ClaimedView.class)
    @SecurityRequirements
    public Uni<Response> enrol(
            @RestPath String backbone, @RestPath String site, String claim, @Context HttpServerRequest from) {
        JoinPlace place = new JoinPlace.Interior(
                ClaimAnswers.name(backbone, InteriorSite.KIND, site), ClaimAnswers.name(site, InteriorSite.KIND, site));
        return answers.answer(place, claim, from, key -> admissions.interior(place.stream(), site, key));
    }
}
