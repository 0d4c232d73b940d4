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
import studio.domain.network.MemberInvitation;
import studio.identity.Anonymous;
import studio.projection.claim.Admissions;
import studio.projection.claim.ClaimDescription;
import studio.projection.claim.ClaimedView;

/** Takes the claims of sites that were invited into a network. */
@Path("/api/v1/networks/{network}/invitations/{invitation}/claims")
@Anonymous
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
public class InvitationClaimsResource {

    private final ClaimAnswers answers;
    private final Admissions admissions;

    InvitationClaimsResource(ClaimAnswers answers, Admissions admissions) {
        this.answers = answers;
        this.admissions = admissions;
    }

    @POST
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
