package studio.agent.siteapi;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.agent.decide.Verdict;
import studio.agent.member.Choices;
import studio.agent.siteapi.Problems.Invalid;
import studio.agent.siteapi.Problems.Problem;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;

/** Reads what people ask for; whatever is wrong with it is told by field and rule. */
final class Requests {

    private static final int MOST_CHANGES = 1_000;
    private static final int MOST_CHARACTERS = 1_000;
    private static final int MOST_INPUTS = 20;

    private Requests() {}

    /**
     * A decision about changes.
     *
     * @param verdict what is decided
     * @param changes about which changes
     * @param reason  why, or empty
     */
    record Deciding(Verdict verdict, List<Choices.Seen> changes, String reason) {}

    static JsonObject body(RoutingContext context) {
        String type =
                Optional.ofNullable(context.request().getHeader("Content-Type")).orElse("");
        if (!type.startsWith("application/json")) {
            throw Invalid.header(Problem.UNSUPPORTED_MEDIA_TYPE, "Content-Type", "must be application/json");
        }
        try {
            JsonObject body = context.body().asJsonObject();
            if (body != null) {
                return body;
            }
        } catch (DecodeException | ClassCastException notOne) {
            throw Invalid.unreadable();
        }
        throw Invalid.unreadable();
    }

    static String code(JsonObject body) {
        return text(body, "code");
    }

    private static String text(JsonObject json, String field) {
        return text(json, "", field);
    }

    /** The text of a field of an object that is there in the body. */
    private static String text(JsonObject json, String there, String field) {
        if (json.getValue(field) instanceof String text && !text.isBlank() && text.length() <= MOST_CHARACTERS) {
            return text;
        }
        throw new Invalid(there + field, "must be a text of 1 to " + MOST_CHARACTERS + " characters");
    }

    static boolean paused(JsonObject body) {
        if (body.getValue("paused") instanceof Boolean paused) {
            return paused;
        }
        throw new Invalid("paused", "must be true or false");
    }

    static AcceptancePolicy policy(JsonObject body, Instant now) {
        AcceptancePolicy.Mode mode = switch (text(body, "accept")) {
            case "ask" -> AcceptancePolicy.Mode.ASK;
            case "all" -> AcceptancePolicy.Mode.ACCEPT_ALL;
            default -> throw new Invalid("accept", "must be ask or all");
        };
        Optional<Instant> until =
                body.getValue("until") == null ? Optional.empty() : Optional.of(instant(text(body, "until")));
        if (until.isPresent() && mode == AcceptancePolicy.Mode.ASK) {
            throw new Invalid("until", "must be absent: only a standing acceptance ends");
        }
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            throw new Invalid("until", "must be in the future");
        }
        return new AcceptancePolicy(mode, until);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Invalid("until", "must be a time such as 2030-01-31T12:00:00Z");
        }
    }

    static Deciding decision(JsonObject body) {
        Verdict verdict = Verdict.find(text(body, "verdict"))
                .filter(Verdict::isAboutAChange)
                .orElseThrow(() -> new Invalid("verdict", "must be accept, decline or decline-and-remove"));
        boolean said = body.getValue("reason") != null
                && !(body.getValue("reason") instanceof String empty && empty.isBlank());
        String reason = said ? text(body, "reason") : "";
        if (verdict != Verdict.ACCEPT && reason.isEmpty()) {
            throw new Invalid("reason", "must say why a change is declined");
        }
        return new Deciding(verdict, changes(body), verdict == Verdict.ACCEPT ? "" : reason);
    }

    private static List<Choices.Seen> changes(JsonObject body) {
        if (!(body.getValue("changes") instanceof JsonArray array) || array.isEmpty() || array.size() > MOST_CHANGES) {
            throw new Invalid("changes", "must be a list of 1 to " + MOST_CHANGES + " changes");
        }
        List<Choices.Seen> changes = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.getValue(i) instanceof JsonObject change)) {
                throw new Invalid("changes." + i, "must be an object");
            }
            Choices.Seen seen = seen(change, "changes." + i);
            if (changes.stream().anyMatch(other -> other.endpoint().equals(seen.endpoint()))) {
                throw new Invalid("changes." + i + ".endpoint", "must be there only once");
            }
            changes.add(seen);
        }
        return changes;
    }

    private static Choices.Seen seen(JsonObject change, String field) {
        try {
            String there = field + ".";
            return new Choices.Seen(
                    Uid.parse(text(change, there, "endpoint")), text(change, there, "digest"), inputs(change, field));
        } catch (IllegalArgumentException e) {
            throw new Invalid(field + ".endpoint", "must be the endpoint's uid");
        }
    }

    private static Map<String, String> inputs(JsonObject change, String field) {
        Map<String, String> inputs = new HashMap<>();
        if (change.getValue("inputs") instanceof JsonObject given) {
            if (given.size() > MOST_INPUTS) {
                throw new Invalid(field + ".inputs", "may have at most " + MOST_INPUTS + " values");
            }
            given.fieldNames().forEach(key -> inputs.put(key, text(given, field + ".inputs.", key)));
        } else if (change.getValue("inputs") != null) {
            throw new Invalid(field + ".inputs", "must be an object of texts");
        }
        return inputs;
    }
}
