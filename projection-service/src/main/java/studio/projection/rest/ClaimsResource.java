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
import studio.domain.network.MemberInvitation;
import studio.identity.Anonymous;
import studio.projection.claim.Admissions;
import studio.projection.claim.ClaimDescription;
import studio.projection.claim.ClaimedView;

/** Takes the claims of those who were invited: agents of interior sites, and sites of networks. */
@Path("/api/v1")
@Anonymous
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
public class ClaimsResource {

    private final ClaimAnswers answers;
    private final Admissions admissions;

    ClaimsResource(ClaimAnswers answers, Admissions admissions) {
        this.answers = answers;
        this.admissions = admissions;
    }

    @POST
    @Path("backbones/{backbone}/sites/{site}/claims")
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

    @POST
    @Path("networks/{network}/invitations/{invitation}/claims")
    @Operation(
            operationId = "claimInvitation",
            summary = "Join a network by an invitation",
            description = ClaimAnswers.DESCRIPTION)
    @RequestBodySchema(ClaimDescription.class)
    @APIResponseSchema(ClaimedView.class)
    @SecurityRequirements
    public Uni<Response> join(
            @RestPath String network, @RestPath String invitation, String claim, @Context HttpServerRequest from) {
        JoinPlace place = new JoinPlace.Invitation(
                ClaimAnswers.name(network, MemberInvitation.KIND, invitation),
                ClaimAnswers.name(invitation, MemberInvitation.KIND, invitation));
        return answers.answer(place, claim, from, key -> admissions.member(place.stream(), key));
    }
}
