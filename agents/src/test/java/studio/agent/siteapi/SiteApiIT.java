package studio.agent.siteapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.TestArchives;
import studio.agent.TestAuthority;
import studio.agent.TestNetwork;
import studio.agent.TestRouter;
import studio.agent.member.TestMember;
import studio.domain.network.AcceptancePolicy;

class SiteApiIT {

    @TempDir
    static Path directory;

    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static TestArchives archives;
    private static TestMember member;
    private static SiteApi api;

    private String cookie = "";

    @BeforeAll
    static void start() throws IOException {
        archives = new TestArchives();
        TestNetwork network = new TestNetwork();
        member = new TestMember("shop", network, AcceptancePolicy.ASK, directory, VERTX, new TestAuthority("members"));
        network.given(TestNetwork.process(
                "web",
                TestNetwork.image(
                        "web",
                        "1",
                        archives.script("web", "echo serving; exec sleep 60", List.of()),
                        List.of("acme/web"),
                        List.of()),
                member.ref()));
        network.given(TestNetwork.egress("bank", "acme/bank", member.ref()));
        member.send();
        member.change("web");
        api = SiteApi.start(VERTX, member.site(), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        api.close();
        member.close();
        archives.close();
        VERTX.close();
    }

    @BeforeEach
    void signIn() throws Exception {
        HttpResponse<String> answer = post("/api/v1/session", new JsonObject().put("code", code()));
        assertThat(answer.statusCode()).isEqualTo(204);
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).containsIgnoringCase("HttpOnly").contains("SameSite=Strict");
        cookie = set.substring(0, set.indexOf(';'));
    }

    private static String code() throws IOException {
        String link = Files.readString(SiteApi.link(directory)).strip();
        return link.substring(link.indexOf("?code=") + "?code=".length());
    }

    private static String origin() {
        return "http://127.0.0.1:" + member.site().apiPort();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, JsonObject body) throws IOException, InterruptedException {
        return send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.encode())));
    }

    private HttpResponse<String> put(String path, JsonObject body) throws IOException, InterruptedException {
        return send(
                request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body.encode())));
    }

    private JsonObject change(String endpoint) throws IOException, InterruptedException {
        return items("/api/v1/changes")
                .filter(change ->
                        change.getJsonObject("endpoint").getString("name").equals(endpoint))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonObject> items(String path) throws IOException, InterruptedException {
        return new JsonObject(get(path).body()).getJsonArray("items").stream().map(JsonObject.class::cast);
    }

    private HttpResponse<String> decide(String verdict, JsonObject change, Optional<JsonObject> inputs, String reason)
            throws IOException, InterruptedException {
        JsonObject seen = new JsonObject()
                .put("endpoint", change.getJsonObject("endpoint").getString("uid"))
                .put("digest", change.getString("digest"));
        inputs.ifPresent(given -> seen.put("inputs", given));
        return post(
                "/api/v1/decisions",
                new JsonObject()
                        .put("verdict", verdict)
                        .put("reason", reason)
                        .put("changes", new JsonArray().add(seen)));
    }

    @Test
    void shouldLetNobodyInWithoutASession() throws Exception {
        cookie = "";

        assertThat(get("/api/v1/status").statusCode()).isEqualTo(401);
        assertThat(get("/metrics").statusCode()).isEqualTo(401);
    }

    @Test
    void shouldTakeACodeOnce() throws Exception {
        String code = code();
        JsonObject body = new JsonObject().put("code", code);

        assertThat(post("/api/v1/session", body).statusCode()).isEqualTo(204);
        assertThat(post("/api/v1/session", body).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldRefuseOtherOrigins() throws Exception {
        assertThat(send(request("/api/v1/status").header("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldRefuseToBeAskedForAnotherHost() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), member.site().apiPort())) {
            socket.getOutputStream()
                    .write("GET /api/v1/status HTTP/1.1\r\nHost: evil.example\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String first = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();

            assertThat(first).contains("403");
        }
    }

    @Test
    void shouldShowTheSite() throws Exception {
        HttpResponse<String> answer = get("/api/v1/status");

        JsonObject status = new JsonObject(answer.body());
        assertThat(status.getJsonObject("site").getString("name")).isEqualTo("shop");
        assertThat(status.getJsonObject("policy").getString("accept")).isEqualTo("ask");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }

    @Test
    void shouldShowWhatIsWantedAndTakeADecision() throws Exception {
        JsonObject web = change("web");
        assertThat(web.getString("state")).isEqualTo("proposed");
        assertThat(web.getJsonArray("risks")).contains("new-image");
        assertThat(web.getJsonObject("wanted").getString("image")).isEqualTo("acme/web 1");

        HttpResponse<String> answer = decide("accept", web, Optional.empty(), "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(new JsonObject(answer.body()).getJsonArray("seqs")).hasSize(1);
        member.awaitRunning("web");
        JsonObject component = items("/api/v1/components").findFirst().orElseThrow();
        assertThat(component.getString("state")).isEqualTo("running");
        assertThat(TestRouter.eventually(() -> logs().equals("serving\n"))).isTrue();
        assertThat(change("web").getJsonObject("verdict").getString("by")).isEqualTo("pat");
    }

    private String logs() {
        try {
            return get("/api/v1/components/web/logs?tail=5").body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldSayWhatIsWrongWithADecision() throws Exception {
        JsonObject bank = change("bank");

        assertThat(decide("accept", bank, Optional.empty(), "").body()).contains("/changes/0/inputs");
        assertThat(decide("decline", bank, Optional.empty(), "").body()).contains("reason");
        assertThat(decide("postpone", bank, Optional.empty(), "").body()).contains("verdict");
        assertThat(errors(decide("accept", bank.copy().put("digest", ""), Optional.empty(), "")))
                .containsExactly("/changes/0/digest must be a text of 1 to 1000 characters");
        assertThat(errors(get("/api/v1/components/web/logs?tail=x"))).containsExactly("tail must be 0 to 1000");
        HttpResponse<String> old = decide("decline", bank.copy().put("digest", "d1:other"), Optional.empty(), "no");
        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(old.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    /** The fields that broke a rule, each with the rule, as every service tells them. */
    private static List<String> errors(HttpResponse<String> answer) {
        return new JsonObject(answer.body())
                .getJsonArray("errors").stream()
                        .map(JsonObject.class::cast)
                        .map(error -> error.getString("pointer") + " " + error.getString("detail"))
                        .toList();
    }

    @Test
    void shouldRefuseWhatIsTooLarge() throws Exception {
        HttpResponse<String> answer = post("/api/v1/decisions", new JsonObject().put("reason", "x".repeat(1 << 18)));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void shouldSetThePolicyAndTellThoseWhoWatch() throws Exception {
        try (Socket watching =
                new Socket(InetAddress.getLoopbackAddress(), member.site().apiPort())) {
            String head = "GET /api/v1/watch HTTP/1.1\r\nHost: 127.0.0.1:"
                    + member.site().apiPort() + "\r\nCookie: " + cookie + "\r\n\r\n";
            watching.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(watching.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(lines.readLine()).contains("200");

            assertThat(put("/api/v1/policy", new JsonObject().put("accept", "never"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(put("/api/v1/paused", new JsonObject().put("paused", true))
                            .statusCode())
                    .isEqualTo(202);

            watching.setSoTimeout(20_000);
            String line = String.valueOf(lines.readLine());
            while (!line.equals("event: status")) {
                line = String.valueOf(lines.readLine());
            }
            assertThat(lines.readLine()).isEqualTo("data:");
        }
        assertThat(new JsonObject(get("/api/v1/status").body()).getBoolean("paused"))
                .isTrue();
        put("/api/v1/paused", new JsonObject().put("paused", false));
    }

    @Test
    void shouldExamineItself() throws Exception {
        JsonObject answer = new JsonObject(get("/api/v1/doctor").body());

        assertThat(answer.getJsonArray("checks").stream()
                        .map(JsonObject.class::cast)
                        .map(check -> check.getString("name")))
                .containsExactly("certificate", "home", "document", "router", "access-point", "disk", "leftovers");
    }

    @Test
    void shouldShowMetrics() throws Exception {
        assertThat(get("/metrics").body())
                .contains("studio_site_connected 1.0", "studio_site_changes{state=\"proposed\"}");
    }
}
