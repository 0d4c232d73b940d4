package studio.home.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import studio.api.json.StudioJson;
import studio.api.problem.Problem;
import studio.api.problem.ProblemType;

/** Writes answers. */
final class Answers {

    private Answers() {}

    static void json(RoutingContext context, Object body) {
        try {
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(StudioJson.json().writeValueAsString(body));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }

    static void problem(RoutingContext context, ProblemType type, String detail) {
        try {
            context.response()
                    .setStatusCode(type.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(StudioJson.json().writeValueAsString(Problem.of(type, detail)));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
