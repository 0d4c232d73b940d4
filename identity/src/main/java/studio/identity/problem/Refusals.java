package studio.identity.problem;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import studio.api.problem.Problem;
import studio.api.problem.ProblemType;

/** What a status that the framework chose by itself means. */
final class Refusals {

    private Refusals() {}

    static Problem problem(int status, HttpServerRequest request) {
        return switch (status) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "there is nothing at " + request.path());
            case 405 ->
                Problem.of(
                        ProblemType.METHOD_NOT_ALLOWED,
                        request.path() + " does not know the method " + request.method());
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "this interface answers with application/json");
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "the body is larger than this interface takes");
            case 415 ->
                Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "the body is of type " + request.getHeader(HttpHeaders.CONTENT_TYPE)
                                + "; send application/json");
            default -> Problem.of(ProblemType.UNREADABLE_BODY, "the request cannot be understood");
        };
    }
}
