package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.api.problem.ProblemType;
import studio.backbone.artifact.JoinPlace;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.identity.problem.ProblemException;
import studio.projection.claim.ClaimGateway;
import studio.projection.claim.ClaimedView;
import studio.projection.claim.PendingView;
import studio.projection.history.Moment;

/** What is answered to those who were invited, who have no identity but a token and a key. */
@ApplicationScoped
class ClaimAnswers {

    static final String DESCRIPTION =
            "Whoever has the token of the invitation asks with a key of its own, again and again while the answer is"
                    + " 202. The same key always gets the same answer. A problem says in `retryable` whether asking again"
                    + " makes sense.";

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
    private final Moment moment;

    ClaimAnswers(ClaimGateway gateway, Moment moment) {
        this.gateway = gateway;
        this.moment = moment;
    }

    /** What is no name is the name of nothing. */
    static Name name(String text, Kind<?> kind, String sought) {
        if (!Name.isValid(text)) {
            throw ProblemException.of(
                    ProblemType.NOT_FOUND,
                    Rejection.notFound(new EntityKey(kind.label(), sought)).detail());
        }
        return Name.of(text);
    }

    /** The answer to a claim of that place, with what is there of whoever is let in. */
    Uni<Response> answer(
            JoinPlace place,
            String claim,
            HttpServerRequest from,
            Function<Digest, Uni<? extends ClaimedView>> admitted) {
        Moments.requirePresent(moment);
        return gateway.give(place.path(), claim, from)
                .chain(admitted)
                .map(view -> Response.ok(view).build())
                .onFailure(ProblemException.class)
                .recoverWithUni(ClaimAnswers::refused);
    }

    private static Uni<Response> refused(ProblemException refused) {
        return refused.problem().code().equals(ProblemType.NOT_YET.slug())
                ? Uni.createFrom().item(pending(refused))
                : Uni.createFrom().failure(told(refused));
    }

    private static ProblemException told(ProblemException refused) {
        ProblemException told = ProblemException.of(refused.problem()
                .withRetryable(RETRYABLE.contains(refused.problem().code())));
        return refused.retryAfter().map(told::retryAfter).orElse(told);
    }

    private static Response pending(ProblemException refused) {
        long seconds = refused.retryAfter().orElse(PATIENCE).toSeconds();
        return Response.accepted(PendingView.of(refused.problem().detail(), seconds))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }
}
