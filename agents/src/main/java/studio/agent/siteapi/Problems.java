package studio.agent.siteapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Answers requests with problems, as RFC 9457 has them and in the words of Studio's catalogue. */
final class Problems {

    private Problems() {}

    /** What can go wrong. */
    enum Problem {
        UNREADABLE_BODY("unreadable-body", 400, "The body cannot be read"),
        NOT_SIGNED_IN("not-signed-in", 401, "Not signed in"),
        FORBIDDEN("forbidden", 403, "Not allowed"),
        NOT_FOUND("not-found", 404, "Not found"),
        METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
        SUPERSEDED("superseded", 409, "Superseded"),
        BODY_TOO_LARGE("body-too-large", 413, "Body too large"),
        UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Unsupported media type"),
        INVALID_VALUE("invalid-value", 422, "A value is not allowed"),
        TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
        INTERNAL_FAULT("internal-fault", 500, "Internal fault"),
        UNAVAILABLE("unavailable", 503, "Not available at the moment");

        private final String code;
        private final int status;
        private final String title;

        Problem(String code, int status, String title) {
            this.code = code;
            this.status = status;
            this.title = title;
        }
    }

    /** What is wrong with a request. */
    static final class Invalid extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Problem problem;
        private final String field;
        private final String pointer;

        /** A field of the body, with dots between the names of what it is in. */
        Invalid(String field, String rule) {
            this(Problem.INVALID_VALUE, field, "/" + field.replace('.', '/'), rule);
        }

        private Invalid(Problem problem, String field, String pointer, String rule) {
            super(rule);
            this.problem = problem;
            this.field = field;
            this.pointer = pointer;
        }

        /** A parameter of the address, which a pointer cannot lead to. */
        static Invalid parameter(String name, String rule) {
            return new Invalid(Problem.INVALID_VALUE, name, name, rule);
        }

        /** A header. */
        static Invalid header(Problem problem, String name, String rule) {
            return new Invalid(problem, name, name, rule);
        }

        /** The whole body, which a pointer that is empty leads to. */
        static Invalid unreadable() {
            return new Invalid(Problem.UNREADABLE_BODY, "the body", "", "must be a JSON object");
        }
    }

    static void answer(RoutingContext context, Problem problem, String detail) {
        answer(context, problem, detail, Optional.empty());
    }

    static void answer(RoutingContext context, Invalid invalid) {
        String rule = String.valueOf(invalid.getMessage());
        JsonObject error = new JsonObject().put("pointer", invalid.pointer).put("detail", rule);
        answer(context, invalid.problem, invalid.field + " " + rule, Optional.of(error));
    }

    private static void answer(RoutingContext context, Problem problem, String detail, Optional<JsonObject> error) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        JsonObject json = new JsonObject()
                .put("type", "/problems/" + problem.code)
                .put("code", problem.code)
                .put("title", problem.title)
                .put("status", problem.status)
                .put("detail", detail);
        error.ifPresent(one -> json.put("errors", new JsonArray().add(one)));
        context.response()
                .setStatusCode(problem.status)
                .putHeader("Content-Type", "application/problem+json")
                .end(json.encode());
    }
}
