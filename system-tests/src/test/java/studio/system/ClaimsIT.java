package studio.system;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.system.Tenant.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import studio.system.ApiClient.Answer;

/** Claims of those who were invited, at the public origin of a real installation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NETWORK = "claimed-shop";

    private ApiClient owner;
    private ApiClient nobody;
    private Participants participants;
    private Tenant tenant;

    @BeforeAll
    void start() {
        StudioSystem system = StudioSystem.shared();
        ApiClient admin = system.administrator();
        participants = new Participants(system, admin);
        tenant = Tenant.begin("claimed", admin, system, participants);
        nobody = system.api();
        owner = admin;
        network(NETWORK);
        participants.activate(NETWORK, tenant.backbone(), "east");
        Awaitility.await().atMost(PATIENCE).until(() -> home().isObject());
    }

    /** Where the network's home serves its sites, once it has told. */
    private JsonNode home() {
        return owner.get("/networks/" + NETWORK + "/home").json().path("feedAddress");
    }

    @AfterAll
    void stop() {
        participants.close();
    }

    /** The access point is offered to the tenant alone. */
    private void network(String name) {
        done(owner.post(
                "/networks",
                Map.of(
                        "name",
                        name,
                        "backbone",
                        tenant.backbone(),
                        "accessPoints",
                        List.of("east-member"),
                        "owners",
                        Map.of("users", List.of(tenant.publisher())))));
    }

    private String invite(String network, String name, Map<String, ?> terms) {
        String invitations = "/networks/" + network + "/invitations";
        done(owner.post(invitations, Map.of("name", name, "terms", terms)));
        return done(owner.post(invitations + "/" + name + "/artifact?platform=linux", Map.of()))
                .json()
                .path("token")
                .asText();
    }

    private static Map<String, Object> claim(String token, String request) {
        return Map.of("token", token, "certificateRequest", request, "platform", "linux");
    }

    private Answer ask(String invitation, Map<String, ?> claim) {
        return nobody.post("/networks/" + NETWORK + "/invitations/" + invitation + "/claims", claim);
    }

    private JsonNode claimed(String invitation, Map<String, ?> claim) {
        Answer answer =
                Awaitility.await().atMost(PATIENCE).until(() -> ask(invitation, claim), last -> last.status() != 202);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void assertRefused(Answer answer, int status, String slug, boolean retryable) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).isEqualTo(slug);
        assertThat(answer.json().path("retryable").asBoolean()).isEqualTo(retryable);
    }

    @Test
    void shouldTellWhoeverIsLetInAllThatItNeeds() {
        String token = invite(NETWORK, "open", Map.of());
        Map<String, Object> claim = new HashMap<>(claim(token, SigningRequest.ofNewKey()));
        claim.put("site", "hq");
        claim.put("policy", Map.of("accept", "accept-all"));

        JsonNode answer = claimed("open", claim);

        assertThat(answer.path("state").asText()).isEqualTo("claimed");
        assertThat(answer.path("site").path("name").asText()).isEqualTo("hq");
        assertThat(answer.path("network").path("name").asText()).isEqualTo(NETWORK);
        assertThat(answer.path("routerId").asText())
                .isEqualTo(answer.path("vanId").asText() + "-"
                        + answer.path("site").path("uid").asText());
        assertThat(answer.path("certificate").asText()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(answer.path("trust").asText()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(answer.path("root").asText()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(answer.path("feed").path("host").asText()).isEqualTo("127.0.0.1");
        assertThat(answer.path("feed").path("port")).isEqualTo(home().path("port"));
        assertThat(answer.path("feed").path("uri").asText())
                .matches("spiffe://[^/]+/network/"
                        + answer.path("network").path("uid").asText() + "/home/[0-9a-f-]{36}");
        assertThat(answer.path("links")).singleElement().satisfies(link -> {
            assertThat(link.path("name").asText()).isEqualTo("east-member");
            assertThat(link.path("port").asInt()).isPositive();
            assertThat(link.path("authority").asText()).startsWith("-----BEGIN CERTIFICATE-----");
        });
        JsonNode site = owner.get("/networks/" + NETWORK + "/sites/hq").json();
        assertThat(site.path("policy").path("mode").asText()).isEqualTo("accept-all");
        assertThat(claimed("open", claim)).as("the same key, again").isEqualTo(answer);
    }

    @Test
    void shouldLetInOneOfTenWhoWantTheLastPlace() {
        String token = invite(NETWORK, "one", Map.of("instanceLimit", 1));
        List<Map<String, Object>> claims = IntStream.range(0, 10)
                .mapToObj(i -> claim(token, SigningRequest.ofNewKey()))
                .toList();

        List<Answer> answers =
                claims.stream().map(claim -> CompletableFuture.supplyAsync(() -> ask("one", claim))).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() >= 300)
                .allSatisfy(answer -> assertRefused(answer, 410, "invitation-exhausted", false));
    }

    @Test
    void shouldSayWhyNobodyIsLetIn() {
        String request = SigningRequest.ofNewKey();
        Instant soon = Instant.now().plusSeconds(3);
        String late = invite(NETWORK, "late", Map.of("joinDeadline", soon.toString()));
        String gone = invite(NETWORK, "gone", Map.of());
        done(owner.post("/networks/" + NETWORK + "/invitations/gone/revoke", Map.of()));
        String asking = invite(NETWORK, "asking", Map.of("requiredMetadata", List.of("city")));

        assertRefused(ask("gone", claim(gone, request)), 410, "invitation-revoked", false);
        assertRefused(ask("gone", claim("studio_join_wrong", request)), 404, "not-found", false);
        assertRefused(ask("nothing", claim(gone, request)), 404, "not-found", false);
        Answer incomplete = ask("asking", claim(asking, request));
        assertRefused(incomplete, 422, "invalid-value", false);
        assertThat(incomplete.json().path("errors").get(0).path("pointer").asText())
                .isEqualTo("/metadata/city");
        assertRefused(ask("asking", claim(asking, "no request")), 422, "certificate-request-unreadable", false);
        assertRefused(ask("asking", Map.of("token", asking)), 400, "validation-failed", false);
        Awaitility.await().atMost(PATIENCE).until(() -> Instant.now().isAfter(soon));
        assertRefused(ask("late", claim(late, request)), 410, "invitation-expired", false);
    }

    @Test
    void shouldHaveThoseWaitWhoseNetworkIsNotActiveYet() {
        network("claimed-early");
        String token = invite("claimed-early", "open", Map.of());

        Answer answer =
                nobody.post("/networks/claimed-early/invitations/open/claims", claim(token, SigningRequest.ofNewKey()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().path("state").asText()).isEqualTo("pending");
        assertThat(answer.header("Retry-After")).isPresent();
    }
}
