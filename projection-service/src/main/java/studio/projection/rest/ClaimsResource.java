package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import studio.api.problem.ProblemType;
import studio.domain.StreamType;
import studio.domain.backbone.InteriorSite;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.StreamKey;
import studio.domain.network.MemberInvitation;
import studio.identity.Anonymous;
import studio.identity.problem.ProblemException;
import studio.projection.claim.Admissions;
import studio.projection.claim.ClaimDescription;
import studio.projection.claim.ClaimGateway;
import studio.projection.claim.ClaimedView;
import studio.projection.claim.PendingView;
import studio.projection.history.Moment;

/** Takes the claims of those who were invited, who have no identity but a token and a key. */
@Path("/api/v1")
@Anonymous
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
public class ClaimsResource {

    private static final String DESCRIPTION = "Whoever has the token of the invitation asks with a key of its own, again and"
            + " again while the answer is 202. The same key always gets the same answer. A problem says in `retryable` whether"
            + " asking again makes sense.";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What time alone may change, or somebody's wish. */
    private static final Set<String> RETRYABLE = EnumSet.of(
                    ProblemType.NETWORK_SUSPENDED,
                    ProblemType.TOO_MANY_REQUESTS,
                    ProblemType.UNAVAILABLE,
                    ProblemType.PROJECTION_LAGGING,
                    ProblemType.SIGNING_FAILED,
                    ProblemType.INTERNAL_FAULT)
            .stream()
            .map(ProblemType::slug)
            .collect(Collectors.toUnmodifiableSet());

    private final ClaimGateway gateway;
    private final Admissions admissions;
    private final Moment moment;

    ClaimsResource(ClaimGateway gateway, Admissions admissions, Moment moment) {
        this.gateway = gateway;
        this.admissions = admissions;
        this.moment = moment;
    }

    @POST
    @Path("networks/{network}/invitations/{invitation}/claims")
    @Operation(operationId = "claimInvitation", summary = "Join a network by an invitation", description = DESCRIPTION)
    @RequestBodySchema(ClaimDescription.class)
    @APIResponseSchema(ClaimedView.class)
    @SecurityRequirements
    public Uni<Response> join(
            @RestPath String network, @RestPath String invitation, String claim, @Context HttpServerRequest from) {
        StreamKey stream = StreamType.NETWORK.key(name(network, MemberInvitation.KIND, invitation));
        String place = "networks/" + network + "/invitations/" + name(invitation, MemberInvitation.KIND, invitation);
        return answer(place, claim, from, key -> admissions.member(stream, key));
    }

    @POST
    @Path("backbones/{backbone}/sites/{site}/claims")
    @Operation(
            operationId = "claimInteriorSite",
            summary = "Become the agent of an interior site",
            description = DESCRIPTION)
    @RequestBodySchema(ClaimDescription.class)
    @APIResponseSchema(ClaimedView.class)
    @SecurityRequirements
    public Uni<Response> enrol(
            @RestPath String backbone, @RestPath String site, String claim, @Context HttpServerRequest from) {
        StreamKey stream = StreamType.BACKBONE.key(name(backbone, InteriorSite.KIND, site));
        String place = "backbones/" + backbone + "/sites/" + name(site, InteriorSite.KIND, site);
        return answer(place, claim, from, key -> admissions.interior(stream, site, key));
    }

    /** What is no name is the name of nothing. */
    private static Name name(String text, Kind<?> kind, String sought) {
        if (!Name.isValid(text)) {
            throw ProblemException.of(
                    ProblemType.NOT_FOUND,
                    Rejection.notFound(new EntityKey(kind.label(), sought)).detail());
        }
        return Name.of(text);
    }

    private Uni<Response> answer(
            String place, String claim, HttpServerRequest from, Function<Digest, Uni<? extends ClaimedView>> admitted) {
        Moments.requirePresent(moment);
        return gateway.give(place, claim, from)
                .chain(admitted)
                .map(view -> Response.ok(view).build())
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> refused(failure));
    }

    private static Response refused(ProblemException refused) {
        if (!refused.problem().code().equals(ProblemType.NOT_YET.slug())) {
            ProblemException told = ProblemException.of(
                    refused.problem().withRetryable(RETRYABLE.contains(refused.problem().code())));
            throw refused.retryAfter().map(told::retryAfter).orElse(told);
        }
        long seconds = refused.retryAfter().orElse(PATIENCE).toSeconds();
        return Response.accepted(PendingView.of(refused.problem().detail(), seconds))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }
}
