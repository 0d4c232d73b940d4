package studio.agent.participant;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import studio.agent.siteapi.SiteApi;

/** Talks to the agent of a site on this machine. Whoever can read the site's directory may. */
final class SiteClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNAUTHENTICATED = 401;
    private static final int FIRST_ERROR = 400;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();
    private final Path directory;
    private final URI base;

    private SiteClient(Path directory, URI base) {
        this.directory = directory;
        this.base = base;
    }

    /** The agent refused what was asked. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /**
     * Signs in at the agent of that directory.
     *
     * @throws IOException if no agent runs there, or it lets nobody in
     */
    static SiteClient open(Path directory) throws IOException, InterruptedException {
        URI link = link(directory);
        SiteClient client = new SiteClient(directory, link.resolve("/"));
        String code = Objects.requireNonNullElse(link.getQuery(), "").replaceFirst("^code=", "");
        HttpResponse<String> answer = client.send("POST", "session", Optional.of(new JsonObject().put("code", code)));
        if (answer.statusCode() == UNAUTHENTICATED) {
            throw new IOException("another program has just signed in at " + directory + ": do it again");
        }
        checked(answer);
        return client;
    }

    private static URI link(Path directory) throws IOException {
        try {
            return URI.create(Files.readString(SiteApi.link(directory)).strip());
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "no member site runs in " + directory + "; start it with: ./studio agent run --dir " + directory,
                    e);
        } catch (IllegalArgumentException e) {
            throw new IOException(SiteApi.link(directory) + " is damaged; start the agent anew", e);
        }
    }

    /** The one object at that path. */
    JsonObject get(String path) throws IOException, InterruptedException {
        return object(checked(send("GET", path, Optional.empty())));
    }

    /** The objects of the list at that path. */
    List<JsonObject> list(String path) throws IOException, InterruptedException {
        JsonObject answer = get(path);
        JsonArray items = answer.getJsonArray("items", answer.getJsonArray("checks", new JsonArray()));
        return items.stream().map(JsonObject.class::cast).toList();
    }

    /** The text at that path. */
    String text(String path) throws IOException, InterruptedException {
        return checked(send("GET", path, Optional.empty())).body();
    }

    /** Asks for something. */
    void ask(String method, String path, JsonObject body) throws IOException, InterruptedException {
        checked(send(method, path, Optional.of(body)));
    }

    private HttpResponse<String> send(String method, String path, Optional<JsonObject> body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1/" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.encode())).orElseGet(BodyPublishers::noBody))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException(
                    "the agent of " + directory + " does not answer; start it with: ./studio agent run --dir "
                            + directory,
                    e);
        }
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) throws RefusedException {
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new RefusedException(problem(answer));
        }
        return answer;
    }

    /** The words of an RFC 9457 problem, with the fields that are wrong. */
    private static String problem(HttpResponse<String> answer) {
        try {
            JsonObject problem = new JsonObject(answer.body());
            return problem.getString("title", "refused") + ": " + problem.getString("detail", answer.body());
        } catch (DecodeException | ClassCastException notOne) {
            return "the agent answered " + answer.statusCode();
        }
    }

    private static JsonObject object(HttpResponse<String> answer) throws IOException {
        try {
            return new JsonObject(answer.body());
        } catch (DecodeException e) {
            throw new IOException("the agent answered no JSON", e);
        }
    }
}
