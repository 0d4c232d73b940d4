package studio.benchmarks.http;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;

/** What the load works on: backbones with a site each. */
final class Setup {

    static final String SITE = "site";

    private final StudioClient client;

    Setup(StudioClient client) {
        this.client = client;
    }

    static String backbone(int number) {
        return "bench-" + number;
    }

    /** Signs in and makes an API token, so that the load measures commands and not sessions. */
    void authorise(String user, String password) {
        StudioClient.Answer signIn = client.require(
                HttpMethod.POST, "/api/v1/sign-in", Map.of(), Map.of("username", user, "password", password));
        String cookie = signIn.cookie().substring(0, signIn.cookie().indexOf(';'));
        StudioClient.Answer token = client.require(
                HttpMethod.POST,
                "/api/v1/users/" + user + "/tokens",
                Map.of("Cookie", cookie),
                Map.of("name", "bench-" + System.currentTimeMillis(), "scopes", List.of("read", "write")));
        client.authorise(token.json().get("token").asText());
    }

    void makeBackbones(int count) {
        for (int i = 0; i < count; i++) {
            makeUnlessThere("/api/v1/backbones", Map.of("name", backbone(i)));
            makeUnlessThere("/api/v1/backbones/" + backbone(i) + "/sites", Map.of("name", SITE, "platform", "linux"));
        }
    }

    private void makeUnlessThere(String path, Map<String, String> body) {
        StudioClient.Answer answer = StudioClient.await(client.send(HttpMethod.POST, path, Map.of(), body));
        boolean there = answer.status() == 409;
        if (!answer.succeeded() && !there) {
            throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.body());
        }
    }
}
