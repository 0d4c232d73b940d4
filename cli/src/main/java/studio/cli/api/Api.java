package studio.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.api.json.StudioJson;

/** Asks an installation over HTTP. */
public final class Api {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int ACCEPTED = 202;
    private static final int REFUSED = 400;
    private static final int UNAVAILABLE = 503;

    private final Context context;
    private final Optional<Position> position;
    private final Optional<String> cookie;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /**
     * Asks in that context.
     *
     * @param position what reads wait for and writes leave behind, if that is wanted
     */
    public Api(Context context, Optional<Position> position) {
        this(context, position, Optional.empty());
    }

    private Api(Context context, Optional<Position> position, Optional<String> cookie) {
        this.context = context;
        this.position = position;
        this.cookie = cookie;
    }

    /** The same within a session. */
    Api withCookie(String session) {
        return new Api(context, position, Optional.of(session));
    }

    /** Whom it asks, and as whom. */
    public Context context() {
        return context;
    }

    /**
     * Reads.
     *
     * @param path below {@code /api/v1/}, its segments encoded
     * @throws ProblemException     if Studio refuses
     * @throws UnreachableException if nobody answers
     */
    public Answer get(String path, Map<String, String> query) {
        HttpRequest.Builder request = request(path, query);
        position.flatMap(Position::last).ifPresent(last -> request.header("Studio-Min-Position", last));
        return read(path, send(request.GET().build(), BodyHandlers.ofString()));
    }

    /** Reads what has no end, or none that one would want in memory; the caller closes it. */
    public InputStream stream(String path, Map<String, String> query, String mediaType) {
        HttpRequest request = request(path, query).header("Accept", mediaType).build();
        HttpResponse<InputStream> response = send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() >= REFUSED) {
            try (InputStream body = response.body()) {
                throw new ProblemException(
                        response.statusCode(), StudioJson.json().readTree(body));
            } catch (IOException e) {
                throw new UnreachableException(context.url(), "it broke off", e);
            }
        }
        return response.body();
    }

    /**
     * Commands, and waits for the outcome. What is sent again after a failure has the same key, so it is done once.
     *
     * @throws ProblemException     if Studio refuses
     * @throws UnreachableException if nobody answers, or the outcome takes longer than {@code patience}
     */
    public Answer command(Write write, Duration patience) {
        HttpRequest.Builder request = request(write.path(), write.query())
                .header(
                        "Idempotency-Key",
                        write.key().orElseGet(() -> UUID.randomUUID().toString()))
                .header("Content-Type", "application/json");
        write.ifMatch().ifPresent(revision -> request.header("If-Match", '"' + revision + '"'));
        request.method(
                write.method(),
                write.body()
                        .map(body -> BodyPublishers.ofString(body.toString()))
                        .orElseGet(BodyPublishers::noBody));
        Answer answer = read(write.path(), send(request.build(), BodyHandlers.ofString()));
        answer.header("Studio-Position").ifPresent(last -> position.ifPresent(kept -> kept.keep(last)));
        return answer.status() == ACCEPTED ? outcome(answer, patience) : answer;
    }

    private Answer outcome(Answer accepted, Duration patience) {
        String id = accepted.body().path("commandId").asText();
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            Answer command = get("commands/" + encode(id), Map.of());
            JsonNode state = command.body();
            switch (state.path("state").asText()) {
                case "accepted" -> {
                    return new Answer(command.status(), command.headers(), state.path("receipt"));
                }
                case "refused" ->
                    throw new ProblemException(
                            state.path("problem").path("status").asInt(), state.path("problem"));
                default -> pause(1);
            }
        }
        throw new UnreachableException(
                context.url(), "the command " + id + " is stored but not decided yet; see /commands/" + id);
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        URI uri = context.url().resolve("/api/v1/" + path + (parameters.isEmpty() ? "" : "?" + parameters));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(ANSWER);
        cookie.ifPresent(session -> request.header("Cookie", session));
        context.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    /** Sends it, again if the service is not there for a moment: reads change nothing and commands have a key. */
    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<T> response = http.send(request, handler);
                if (response.statusCode() != UNAVAILABLE || attempt == TRIES) {
                    return response;
                }
            } catch (ConnectException e) {
                throw new UnreachableException(context.url(), "nothing listens there", e);
            } catch (HttpTimeoutException e) {
                throw new UnreachableException(context.url(), "no answer in time", e);
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new UnreachableException(context.url(), String.valueOf(e.getMessage()), e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnreachableException(context.url(), "interrupted", e);
            }
            pause(attempt);
        }
    }

    private void pause(int attempt) {
        if (!Pause.of(PAUSE.multipliedBy(attempt))) {
            throw new UnreachableException(context.url(), "interrupted");
        }
    }

    private Answer read(String path, HttpResponse<String> response) {
        JsonNode body = parse(path, response);
        if (response.statusCode() >= REFUSED) {
            throw new ProblemException(response.statusCode(), body);
        }
        return new Answer(response.statusCode(), response.headers(), body);
    }

    private JsonNode parse(String path, HttpResponse<String> response) {
        if (response.body().isBlank()) {
            return response.statusCode() >= REFUSED ? problem(response, "no reason given") : MissingNode.getInstance();
        }
        try {
            return StudioJson.json().readTree(response.body());
        } catch (JsonProcessingException noStudio) {
            if (response.statusCode() >= REFUSED) {
                return problem(response, "this is not Studio's answer");
            }
            throw new UnreachableException(context.url(), "what answers at " + path + " is not Studio", noStudio);
        }
    }

    private static ObjectNode problem(HttpResponse<String> response, String detail) {
        return StudioJson.json()
                .createObjectNode()
                .put("title", "HTTP " + response.statusCode())
                .put("detail", detail);
    }

    /** A segment of a path, or a part of a query, as it stands in a URI. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
