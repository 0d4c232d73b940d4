package studio.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Speaks to Studio as {@code curl} would. */
final class ApiClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private final URI origin;
    private final Map<String, String> headers;

    ApiClient(URI origin) {
        this(origin, Map.of());
    }

    private ApiClient(URI origin, Map<String, String> headers) {
        this.origin = origin;
        this.headers = headers;
    }

    /** The same client with one more header in every request. */
    ApiClient with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new ApiClient(origin, more);
    }

    /** The same client, which sees at least what that command did. */
    ApiClient after(Answer command) {
        return with("Studio-Min-Position", command.header("Studio-Position").orElseThrow());
    }

    /** Signs in, makes an API token and goes on with that. */
    ApiClient signIn(String username, String password) {
        Answer signIn = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> post("/sign-in", Map.of("username", username, "password", password)),
                        // A machine that just started all of it may need longer than a request may take.
                        answer -> answer.status() != 503);
        assertThat(signIn.status()).as(signIn.body()).isEqualTo(200);
        String cookie = signIn.header("Set-Cookie").orElseThrow();
        ApiClient session = with("Cookie", cookie.substring(0, cookie.indexOf(';')));
        Answer token = session.post(
                "/users/" + username + "/tokens", Map.of("name", "test", "scopes", new String[] {"read", "write"}));
        return with("Authorization", "Bearer " + token.json().path("token").asText());
    }

    Answer get(String path) {
        return send("GET", path, Optional.empty());
    }

    Answer post(String path, Object body) {
        return send("POST", path, Optional.of(body));
    }

    Answer patch(String path, Object body) {
        return send("PATCH", path, Optional.of(body));
    }

    Answer put(String path, Object body) {
        return send("PUT", path, Optional.of(body));
    }

    Answer delete(String path) {
        return send("DELETE", path, Optional.empty());
    }

    /** What any of these does. */
    Answer send(String method, String path, Optional<Object> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve("/api/v1" + path))
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json");
            headers.forEach(request::header);
            HttpRequest.BodyPublisher publisher = body.isPresent()
                    ? BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body.get()))
                    : BodyPublishers.noBody();
            return new Answer(HTTP.send(request.method(method, publisher).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What that text says. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + text, e);
        }
    }

    /**
     * What came back.
     *
     * @param response the response
     */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        JsonNode json() {
            return ApiClient.json(body());
        }
    }
}
