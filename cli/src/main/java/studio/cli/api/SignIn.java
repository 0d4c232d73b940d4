package studio.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import studio.api.json.StudioJson;

/** Turns a password into an API token; the session that this takes ends at once. */
public final class SignIn {

    private static final Duration OUTCOME = Duration.ofSeconds(30);

    private final Api api;
    private final String username;

    /** Signs in there. */
    public SignIn(URI url, String username) {
        this.api = new Api(new Context(url, username, Optional.empty(), Map.of()), Optional.empty());
        this.username = username;
    }

    /**
     * The context to go on in.
     *
     * @param tokenName the new token's name
     * @param days      how long the token is good for
     * @throws ProblemException if the password is wrong, or the token's name is taken
     */
    public Context with(String password, String tokenName, int days) {
        ObjectNode credentials =
                StudioJson.json().createObjectNode().put("username", username).put("password", password);
        String cookie = api.command(Write.of("POST", "sign-in", Optional.of(credentials)), OUTCOME)
                .header("Set-Cookie")
                .orElseThrow();
        Api session = api.withCookie(cookie.substring(0, cookie.indexOf(';')));
        ObjectNode wanted = StudioJson.json().createObjectNode().put("name", tokenName);
        wanted.putArray("scopes").add("read").add("write");
        wanted.put(
                "expiresAt",
                Instant.now()
                        .plus(days, ChronoUnit.DAYS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        JsonNode made = session.command(
                        Write.of("POST", "users/" + Api.encode(username) + "/tokens", Optional.of(wanted)), OUTCOME)
                .body();
        session.command(Write.of("POST", "sign-out", Optional.empty()), OUTCOME);
        Context anonymous = api.context();
        return new Context(
                anonymous.url(), username, Optional.of(made.path("token").asText()), Map.of());
    }
}
