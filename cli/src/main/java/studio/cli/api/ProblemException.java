package studio.cli.api;

import com.fasterxml.jackson.databind.JsonNode;

/** Studio refused what was asked, and said why (RFC 9457). */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient JsonNode problem;

    ProblemException(int status, JsonNode problem) {
        super(problem.path("title").asText("HTTP " + status));
        this.status = status;
        this.problem = problem;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The problem's stable slug, such as {@code revision-conflict}. */
    public String code() {
        return problem.path("code").asText();
    }

    /** The whole document. */
    public JsonNode problem() {
        return problem;
    }

    /** What it says, a line each: the problem, then each field that breaks a rule. */
    public String words() {
        StringBuilder words = new StringBuilder(getMessage());
        String detail = problem.path("detail").asText();
        if (!detail.isEmpty() && !detail.equals(getMessage())) {
            words.append(": ").append(detail);
        }
        for (JsonNode field : problem.path("errors")) {
            words.append("%n  ".formatted())
                    .append(field.path("pointer").asText())
                    .append(' ')
                    .append(field.path("detail").asText());
        }
        return words.toString();
    }
}
