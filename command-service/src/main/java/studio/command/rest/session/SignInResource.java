package studio.command.rest.session;

import io.micrometer.core.instrument.MeterRegistry;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.command.directory.DirectoryConfig;
import studio.command.rest.Answers;
import studio.identity.Anonymous;
import studio.identity.SessionCookie;
import studio.identity.limit.ClientAddress;
import studio.identity.problem.ProblemException;

/** Signing in with a password. */
@Path("/api/v1/sign-in")
@Anonymous
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
public class SignInResource {

    private static final Logger LOGGER = LoggerFactory.getLogger(SignInResource.class);

    private final DirectoryProvider provider;
    private final Sessions sessions;
    private final SignInAttempts attempts;
    private final ClientAddress addresses;
    private final DirectoryConfig.Session config;
    private final MeterRegistry metrics;

    SignInResource(
            DirectoryProvider provider,
            Sessions sessions,
            SignInAttempts attempts,
            ClientAddress addresses,
            DirectoryConfig config,
            MeterRegistry metrics) {
        this.provider = provider;
        this.sessions = sessions;
        this.attempts = attempts;
        this.addresses = addresses;
        this.config = config.session();
        this.metrics = metrics;
    }

    @POST
    @Operation(
            operationId = "signIn",
            summary = "Sign in",
            description =
                    "Opens a session and gives its cookie. Machines had better send an API token as a bearer token.")
    @APIResponseSchema(SignedInView.class)
    @SecurityRequirements
    public Uni<Response> signIn(SignInRequest request, @Context HttpServerRequest http) {
        String address = addresses.of(http);
        return Uni.createFrom()
                .item(request)
                .invoke(attempt -> attempts.note(address, attempt.username()))
                .chain(provider::prove)
                .map(proven -> proven.orElseThrow(Sessions::wrongCredentials))
                .chain(sessions::open)
                .map(this::signedIn)
                .onItemOrFailure()
                .invoke((answer, failure) -> note(request, address, failure));
    }

    private Response signedIn(OpenSession session) {
        return Response.ok(SignedInView.of(session))
                .cookie(SessionCookie.of(session.cookie(), config.lifetime(), config.secureCookie()))
                .header(Answers.POSITION, Answers.position(session.outcome()))
                .build();
    }

    private void note(SignInRequest request, String address, @Nullable Throwable failure) {
        String result = failure == null ? "ok" : reason(failure);
        metrics.counter("studio.sign.ins", "result", result).increment();
        if (failure != null) {
            LOGGER.atInfo()
                    .addKeyValue("user", request.username())
                    .addKeyValue("address", address)
                    .addKeyValue("reason", result)
                    .log("a sign-in was refused");
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof ProblemException refused ? refused.problem().code() : "fault";
    }
}
