package studio.agent.enrol;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;

/** What is answered to a claim. */
public sealed interface ClaimAnswer {

    /** HTTP's own words. */
    int OK = 200;

    /** Something is not there yet. */
    int ACCEPTED = 202;

    /** Too many at once. */
    int TOO_MANY = 429;

    /** Not at the moment. */
    int UNAVAILABLE = 503;

    /** The longest that anybody is told to wait. */
    Duration LONGEST = Duration.ofMinutes(5);

    /**
     * The site is let in.
     *
     * @param enrolment   who it is
     * @param certificate its certificate and those between it and the root, in PEM
     * @param trust       the authority that signs for its like, in PEM
     * @param root        the installation's root, in PEM
     */
    record Claimed(Enrolment enrolment, String certificate, String trust, String root) implements ClaimAnswer {}

    /**
     * Something is not there yet.
     *
     * @param detail what, for people
     * @param pause   how long to wait
     */
    record Pending(String detail, Duration pause) implements ClaimAnswer {}

    /**
     * It is not.
     *
     * @param slug      why, for programs
     * @param detail    why, for people
     * @param retryable whether asking again may help
     * @param pause      how long to wait then
     */
    record Refused(String slug, String detail, boolean retryable, Duration pause) implements ClaimAnswer {}

    /** Reads an answer. */
    static ClaimAnswer of(int status, String body, Optional<Long> retryAfterSeconds) {
        Duration pause = retryAfterSeconds
                .map(Duration::ofSeconds)
                .filter(told -> told.compareTo(LONGEST) <= 0)
                .orElse(Duration.ofSeconds(2));
        try {
            JsonObject json = new JsonObject(body);
            return switch (status) {
                case OK -> claimed(json);
                case ACCEPTED -> new Pending(json.getString("detail", "not yet"), pause);
                default -> refused(status, json, pause);
            };
        } catch (DecodeException | ClassCastException | IllegalArgumentException | NullPointerException e) {
            return new Refused(
                    "unreadable-answer",
                    "whoever answers there (" + status + ") is no Studio, or one of another version",
                    status >= UNAVAILABLE - 1,
                    pause);
        }
    }

    private static Refused refused(int status, JsonObject problem, Duration pause) {
        boolean passing = status == TOO_MANY || status == UNAVAILABLE;
        String fields = problem.getJsonArray("errors", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(error -> error.getString("pointer") + " " + error.getString("detail"))
                .collect(Collectors.joining("; "));
        String detail = problem.getString("detail", "no reason given") + (fields.isEmpty() ? "" : " (" + fields + ")");
        return new Refused(
                problem.getString("code", "status-" + status), detail, problem.getBoolean("retryable", passing), pause);
    }

    private static Claimed claimed(JsonObject json) {
        boolean interior = json.containsKey("backbone");
        JsonObject site = json.getJsonObject("site");
        JsonObject parent = json.getJsonObject(interior ? "backbone" : "network");
        JsonObject feed = json.getJsonObject("feed");
        Enrolment enrolment = new Enrolment(
                interior ? Enrolment.Role.INTERIOR : Enrolment.Role.MEMBER,
                required(json, "installation"),
                Name.of(required(site, "name")),
                Uid.parse(required(site, "uid")),
                Name.of(required(parent, "name")),
                Uid.parse(required(parent, "uid")),
                required(json, "routerId"),
                Optional.ofNullable(json.getString("vanId")),
                new Enrolment.Feeding(required(feed, "host"), feed.getInteger("port"), required(feed, "uri")),
                LinksJson.read(json));
        return new Claimed(enrolment, required(json, "certificate"), required(json, "trust"), required(json, "root"));
    }

    private static String required(JsonObject json, String field) {
        return Optional.ofNullable(json.getString(field))
                .orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    /** What somebody can do who reads why a claim was refused. */
    static List<String> advice(String slug) {
        return switch (slug) {
            case "invitation-expired", "invitation-exhausted", "invitation-revoked" ->
                List.of("Ask whoever invited you for another invitation.");
            case "not-found" ->
                List.of(
                        "The token is not valid, or not any more: it may have been used, or replaced by a newer one.",
                        "Ask whoever invited you for a new bundle.");
            case "network-suspended" -> List.of("The network is stopped for now; this program goes on asking.");
            case "network-expired", "network-deleting" -> List.of("The network is over; nobody can join it any more.");
            case "forbidden" -> List.of("This site was shut out. Join as another one, from an empty directory.");
            case "already-exists" ->
                List.of("This directory has the key of a site that joined before. Take another directory.");
            case "invalid-value", "validation-failed" ->
                List.of("Say what is missing with --metadata KEY=VALUE, or correct what is named above.");
            default -> List.of();
        };
    }
}
