package studio.agent.siteapi;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Answers requests with problems, as RFC 9457 has them. */
final class Problems {

    private Problems() {}

    /** What is wrong with a request. */
    static final class Invalid extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String field;

        Invalid(String field, String rule) {
            super(rule);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    static void answer(RoutingContext context, int status, String slug, String title, String detail) {
        answer(context, status, slug, title, detail, Optional.empty());
    }

    static void answer(RoutingContext context, Invalid invalid) {
        answer(
                context,
                422,
                "invalid-value",
                "A value is not as it should be",
                invalid.field() + " " + invalid.getMessage(),
                Optional.of(invalid.field()));
    }

    private static void answer(
            RoutingContext context, int status, String slug, String title, String detail, Optional<String> field) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        JsonObject problem = new JsonObject()
                .put("type", "urn:studio:problem:" + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        field.ifPresent(name -> problem.put("field", name));
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(problem.encode());
    }
}
