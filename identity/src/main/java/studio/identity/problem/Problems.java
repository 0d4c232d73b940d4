package studio.identity.problem;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.api.problem.Problem;
import studio.api.problem.Problem.FieldError;
import studio.api.problem.ProblemType;

/**
 * The one funnel from exceptions to answers. Whatever is nobody's expected problem is a fault of ours: it is logged once, under a
 * number that the answer has too, and nothing else of it goes out.
 */
public class Problems {

    private static final Logger LOGGER = LoggerFactory.getLogger(Problems.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    /** States of SQL that pass: connection lost, out of resources, shutting down, and tables that are being made anew. */
    private static final List<String> PASSING = List.of("08", "53", "57", "42P01", "3F000");

    /** The answer to a problem that somebody named. */
    @ServerExceptionMapper
    public Response named(ProblemException exception) {
        Response.ResponseBuilder answer = answer(exception.problem());
        exception.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, seconds(wait)));
        return answer.build();
    }

    /** The answer to parameters that break their rules. */
    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException exception) {
        List<FieldError> errors = exception.getConstraintViolations().stream()
                .map(Problems::error)
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        return answer(validationFailed(errors)).build();
    }

    /** The answer to a request that JAX-RS itself refuses: no such path, method or media type. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException exception, HttpServerRequest request) {
        int status = exception.getResponse().getStatus();
        if (status >= Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            return fault(exception, request);
        }
        Response.ResponseBuilder answer = answer(Refusals.problem(status, request));
        String allow = exception.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
    }

    /** The answer when the database or another part does not answer. */
    @ServerExceptionMapper({TimeoutException.class, ConnectException.class, VertxException.class})
    public Response unavailable(Exception exception) {
        LOGGER.atWarn().addKeyValue("reason", exception.toString()).log("a part that a request needs does not answer");
        Problem problem = Problem.of(ProblemType.UNAVAILABLE, "a part that this needs does not answer at the moment");
        return answer(problem).header(HttpHeaders.RETRY_AFTER, seconds(SOON)).build();
    }

    /** The answer when the database refuses: for a while, or because of a fault of ours. */
    @ServerExceptionMapper
    public Response database(PgException exception, HttpServerRequest request) {
        String state = String.valueOf(exception.getSqlState());
        return PASSING.stream().anyMatch(state::startsWith) ? unavailable(exception) : fault(exception, request);
    }

    /** The answer to a fault of ours. */
    @ServerExceptionMapper
    public Response fault(Throwable thrown, HttpServerRequest request) {
        String incident = UUID.randomUUID().toString();
        LOGGER.atError()
                .addKeyValue("incident", incident)
                .addKeyValue("method", request.method())
                .addKeyValue("path", request.path())
                .setCause(thrown)
                .log("a request met a fault");
        Problem problem = Problem.of(ProblemType.INTERNAL_FAULT, "the log has more under the incident's number");
        return answer(problem.withIncident(incident)).build();
    }

    /** The problem of a request some of whose fields break their rules. */
    public static Problem validationFailed(List<FieldError> errors) {
        String detail = errors.size() == 1 ? "1 field breaks a rule" : errors.size() + " fields break a rule";
        return Problem.of(ProblemType.VALIDATION_FAILED, detail).withErrors(errors);
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return new FieldError(Pointers.parameter(violation.getPropertyPath()), violation.getMessage());
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
