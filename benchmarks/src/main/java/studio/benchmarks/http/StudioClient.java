package studio.benchmarks.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks to Studio over HTTP, many requests at once on kept connections. */
final class StudioClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_CONNECTIONS = 512;
    private static final int TIMEOUT_SECONDS = 30;

    private final HttpClient http;
    private String token = "";

    StudioClient(Vertx vertx, URI origin) {
        HttpClientOptions options = new HttpClientOptions()
                .setDefaultHost(origin.getHost())
                .setDefaultPort(origin.getPort())
                .setTcpNoDelay(true);
        http = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
    }

    void authorise(String newToken) {
        token = newToken;
    }

    /** This client, with the authority of the other. */
    StudioClient as(StudioClient other) {
        token = other.token;
        return this;
    }

    /** Reads; the answer may have any status. */
    Future<Answer> get(String path, Map<String, String> headers) {
        return send(HttpMethod.GET, path, headers, Buffer.buffer());
    }

    /** Sends a body as JSON; the answer may have any status. */
    Future<Answer> send(HttpMethod method, String path, Map<String, String> headers, Object body) {
        return send(method, path, headers, Buffer.buffer(json(body)));
    }

    private Future<Answer> send(HttpMethod method, String path, Map<String, String> headers, Buffer payload) {
        return http.request(method, path).compose(request -> {
            if (!token.isEmpty()) {
                request.putHeader("Authorization", "Bearer " + token);
            }
            headers.forEach(request::putHeader);
            request.putHeader("Content-Type", "application/json");
            return request.send(payload)
                    .compose(response -> response.body()
                            .map(buffer -> new Answer(
                                    response.statusCode(),
                                    String.valueOf(response.getHeader("Studio-Position")),
                                    response.headers().getAll("Set-Cookie").stream()
                                            .findFirst()
                                            .orElse(""),
                                    buffer)));
        });
    }

    /** Sends a request and waits; an answer other than 2xx is a failure. */
    Answer require(HttpMethod method, String path, Map<String, String> headers, Object body) {
        Answer answer = await(send(method, path, headers, body));
        if (!answer.succeeded()) {
            throw new IllegalStateException(
                    method + " " + path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What came back.
     *
     * @param status   the HTTP status
     * @param position what a command led to, as {@code Studio-Position}
     * @param cookie   the cookie that was set
     * @param body     the body
     */
    record Answer(int status, String position, String cookie, Buffer body) {

        boolean succeeded() {
            return status >= 200 && status < 300;
        }

        JsonNode json() {
            try {
                return JSON.readTree(body.getBytes());
            } catch (IOException e) {
                throw new IllegalStateException("the answer is no JSON: " + body, e);
            }
        }
    }
}
