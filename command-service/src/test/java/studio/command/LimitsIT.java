package studio.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is refused before anybody asks who it is. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
@TestProfile(LimitsIT.Tight.class)
class LimitsIT {

    /** So tight that a test can reach the limits. */
    public static final class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "studio.limits.requests-per-second", "1",
                    "studio.limits.request-burst", "3",
                    "studio.limits.body-bytes", "20000");
        }
    }

    private static Response get(String address) {
        return given().header("X-Forwarded-For", address).get("/api/v1/commands/none");
    }

    @Test
    void shouldRejectAnAddressThatAsksTooOften() {
        // Given
        for (int i = 0; i < 3; i++) {
            assertThat(get("192.0.2.1").statusCode()).isEqualTo(401);
        }

        // When
        Response answer = get("192.0.2.1");

        // Then
        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("code", equalTo("too-many-requests"));
        assertThat(get("192.0.2.2").statusCode()).isEqualTo(401);
    }

    @Test
    void shouldRejectABodyThatIsAnnouncedTooLong() {
        given().header("X-Forwarded-For", "192.0.2.3")
                .contentType("application/json")
                .body("x".repeat(20_001))
                .post("/api/v1/sign-in")
                .then()
                .statusCode(413)
                .body("code", equalTo("body-too-large"));
    }

    @Test
    void shouldRejectABodyThatTurnsOutTooLong() throws IOException, InterruptedException {
        // Given
        byte[] body = ("{\"username\":\"" + "x".repeat(50_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest chunked = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/sign-in"))
                .header("X-Forwarded-For", "192.0.2.4")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        // When
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(chunked, BodyHandlers.ofString());

        // Then
        assertThat(answer.body()).contains("body-too-large");
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void shouldRejectHeadersAndAddressesThatAreTooLong() {
        given().header("X-Forwarded-For", "192.0.2.5")
                .get("/api/v1/commands/" + "x".repeat(5_000))
                .then()
                .statusCode(414);
        given().header("X-Forwarded-For", "192.0.2.5")
                .header("X-Long", "x".repeat(20_000))
                .get("/api/v1/commands/none")
                .then()
                .statusCode(431);
    }
}
