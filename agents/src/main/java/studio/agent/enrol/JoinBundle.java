package studio.agent.enrol;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody was given who was invited.
 *
 * @param claimUrl where to claim
 * @param token    what opens the place; secret
 * @param trust    the certificates, in PEM, that alone vouch for whoever is there; those of the system if absent
 */
public record JoinBundle(URI claimUrl, String token, Optional<String> trust) {

    private static final String PREFIX = "studio-join-";
    private static final String VERSION = PREFIX + "1.";
    private static final int MOST_CHARACTERS = 100_000;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * Reads a bundle.
     *
     * @throws IllegalArgumentException if it is none, for people
     */
    public static JoinBundle parse(String text) {
        String line = text.strip();
        if (!line.startsWith(VERSION)) {
            throw new IllegalArgumentException(
                    line.startsWith(PREFIX)
                            ? "this join bundle is of another version; take an agent of the version that made it"
                            : "a join bundle begins with " + VERSION);
        }
        if (line.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a join bundle has at most " + MOST_CHARACTERS + " characters");
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(line.substring(VERSION.length()));
            JsonObject content = new JsonObject(new String(json, StandardCharsets.UTF_8));
            return new JoinBundle(
                    url(required(content, "claimUrl")),
                    required(content, "token"),
                    Optional.ofNullable(content.getString("trust")));
        } catch (DecodeException | ClassCastException e) {
            throw broken();
        } catch (IllegalArgumentException e) {
            throw e.getCause() == null && e.getMessage() != null && e.getMessage().startsWith("the join bundle")
                    ? e
                    : broken();
        }
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException(
                "the join bundle is damaged; take all of the line, from " + VERSION + " to its end");
    }

    private static String required(JsonObject content, String field) {
        return Optional.ofNullable(content.getString(field))
                .filter(value -> !value.isBlank())
                .orElseThrow(JoinBundle::broken);
    }

    /** A token goes over no wire that others can read. */
    private static URI url(String text) {
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme());
            boolean plain = scheme.equals("http");
            if (url.getHost() == null || !(plain || scheme.equals("https"))) {
                throw new IllegalArgumentException("the join bundle names no address that can be claimed at: " + text);
            }
            if (plain && !LOOPBACK.contains(url.getHost())) {
                throw new IllegalArgumentException("the join bundle names " + url.getHost()
                        + " over plain http, which would show the token to everybody on the way; whoever runs Studio sets"
                        + " studio.claims.url to an https address");
            }
            return url;
        } catch (URISyntaxException e) {
            throw broken();
        }
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "JoinBundle[claimUrl=" + claimUrl + "]";
    }
}
