package studio.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks: passwords, sessions and API tokens. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class IdentityIT {

    private static final String COOKIE = "studio-session";

    private String user;

    @BeforeEach
    void register() {
        user = Studio.uniqueName("alice");
        Studio.register(user, "[\"backbone-owner\"]");
    }

    private static RequestSpecification create(RequestSpecification request) {
        return request.contentType(ContentType.JSON).body("{\"name\":\"" + Studio.uniqueName("acme") + "\"}");
    }

    private static void awaitUnknown(RequestSpecification request) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> create(request).post("/api/v1/backbones").statusCode() == 401);
    }

    @Test
    void shouldGiveTheFirstAdministratorAPasswordThatItsOwnerAloneCanRead() throws Exception {
        // When
        Studio.administratorPassword();

        // Then
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(Studio.dataDir().resolve("admin-password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldOpenASessionThatWorksAtOnce() {
        // Given
        Studio.cookie(user, Studio.PASSWORD);

        // When
        Response answer = Studio.signIn(user, Studio.PASSWORD);

        // Then
        answer.then()
                .statusCode(200)
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .header("Set-Cookie", containsString("Path=/"))
                .body("username", equalTo(user))
                .body("roles", hasItem("backbone-owner"))
                .body("expiresAt", notNullValue());
        create(given().cookie(COOKIE, answer.cookie(COOKIE)))
                .post("/api/v1/backbones")
                .then()
                .statusCode(201);
    }

    @Test
    void shouldNotTellAWrongPasswordFromAnUnknownUser() {
        // When
        Response wrong = Studio.signIn(user, "wrong horse battery staple");
        Response unknown = Studio.signIn(Studio.uniqueName("nobody"), Studio.PASSWORD);

        // Then
        wrong.then().statusCode(401).body("code", equalTo("wrong-credentials"));
        assertThat(unknown.asString()).isEqualTo(wrong.asString());
    }

    @Test
    void shouldRejectPasswordsTriedTooOften() {
        // Given
        for (int i = 0; i < 10; i++) {
            Studio.signIn(user, "wrong horse battery staple");
        }

        // When
        Response answer = Studio.signIn(user, Studio.PASSWORD);

        // Then
        answer.then().statusCode(429).header("Retry-After", notNullValue()).body("code", equalTo("too-many-requests"));
    }

    @Test
    void shouldCloseTheSession() {
        // Given
        String cookie = Studio.cookie(user, Studio.PASSWORD);

        // When
        Response answer = given().cookie(COOKIE, cookie).post("/api/v1/sign-out");

        // Then
        answer.then().statusCode(204).header("Set-Cookie", containsString("Max-Age=0"));
        awaitUnknown(given().cookie(COOKIE, cookie));
        given().cookie(COOKIE, cookie).post("/api/v1/sign-out").then().statusCode(204);
    }

    @Test
    void shouldRejectWhoeverIsUnknown() {
        create(given()).post("/api/v1/backbones").then().statusCode(401).body("code", equalTo("not-signed-in"));
        create(given().header("Authorization", "Bearer studio_none"))
                .post("/api/v1/backbones")
                .then()
                .statusCode(401);
        create(given().header("Authorization", "Basic YWRtaW46YWRtaW4="))
                .post("/api/v1/backbones")
                .then()
                .statusCode(401);
        create(given().cookie(COOKIE, "none")).post("/api/v1/backbones").then().statusCode(401);
    }

    @Test
    void shouldRejectWritingWithATokenForReading() {
        // Given
        String token = Studio.token(user, Studio.cookie(user, Studio.PASSWORD), "[\"read\"]");

        // When
        Response answer = Awaitility.await()
                .until(
                        () -> create(Studio.withToken(token).ask()).post("/api/v1/backbones"),
                        response -> response.statusCode() != 401);

        // Then
        answer.then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void shouldShowTheSameTokenToARetry() {
        // Given
        String cookie = Studio.cookie(user, Studio.PASSWORD);

        // When
        Response first = createToken(cookie);
        Response again = createToken(cookie);

        // Then
        first.then().statusCode(201).body("token", containsString("studio_"));
        again.then().statusCode(201).body("duplicate", equalTo(true)).body("token", equalTo(first.path("token")));
    }

    private Response createToken(String cookie) {
        return given().cookie(COOKIE, cookie)
                .header("Idempotency-Key", user)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"ci\",\"scopes\":[\"write\"]}")
                .post("/api/v1/users/" + user + "/tokens");
    }

    @Test
    void shouldForgetARevokedToken() {
        // Given
        String cookie = Studio.cookie(user, Studio.PASSWORD);
        String token = createToken(cookie).path("token");

        // When
        given().cookie(COOKIE, cookie)
                .delete("/api/v1/users/" + user + "/tokens/ci")
                .then()
                .statusCode(200);

        // Then
        awaitUnknown(Studio.withToken(token).ask());
    }

    @Test
    void shouldRejectWhatAnotherSitesPageSends() {
        // Given
        String cookie = Studio.cookie(user, Studio.PASSWORD);

        // When
        Response fetched = create(given().cookie(COOKIE, cookie).header("Sec-Fetch-Site", "cross-site"))
                .post("/api/v1/backbones");
        Response posted = create(given().cookie(COOKIE, cookie).header("Origin", "https://evil.example"))
                .post("/api/v1/backbones");

        // Then
        fetched.then().statusCode(403);
        posted.then().statusCode(403);
        create(given().cookie(COOKIE, cookie).header("Sec-Fetch-Site", "same-origin"))
                .post("/api/v1/backbones")
                .then()
                .statusCode(201);
    }

    @Test
    void shouldChangeThePasswordOfWhoeverKnowsIt() {
        // Given
        String cookie = Studio.cookie(user, Studio.PASSWORD);
        String better = "staple battery horse correct";

        // When
        Response wrong = setPassword(cookie, "{\"current\":\"wrong\",\"password\":\"" + better + "\"}");
        Response name = setPassword(cookie, "{\"current\":\"x\",\"password\":\"short\"}");
        Response right =
                setPassword(cookie, "{\"current\":\"" + Studio.PASSWORD + "\",\"password\":\"" + better + "\"}");

        // Then
        wrong.then().statusCode(400).body("errors[0].pointer", equalTo("/current"));
        name.then().statusCode(400).body("errors[0].pointer", equalTo("/password"));
        right.then().statusCode(200);
        assertThat(Studio.signIn(user, Studio.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(Studio.signIn(user, better).statusCode()).isEqualTo(200);
        awaitUnknown(given().cookie(COOKIE, cookie));
    }

    private Response setPassword(String cookie, String body) {
        return given().cookie(COOKIE, cookie)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/users/" + user + "/password");
    }

    @Test
    void shouldKeepASuspendedUserOut() {
        // Given
        String cookie = Studio.cookie(user, Studio.PASSWORD);

        // When
        Studio.administrator()
                .send("{\"cause\":\"has left\"}")
                .post("/api/v1/users/" + user + "/suspend")
                .then()
                .statusCode(200);

        // Then
        awaitUnknown(given().cookie(COOKIE, cookie));
        assertThat(Studio.signIn(user, Studio.PASSWORD).statusCode()).isEqualTo(401);
        Studio.administrator()
                .ask()
                .post("/api/v1/users/" + user + "/resume")
                .then()
                .statusCode(200);
        assertThat(Studio.cookie(user, Studio.PASSWORD)).isNotEmpty();
    }

    @Test
    void shouldForgetTheCredentialsOfARemovedUser() {
        // Given
        Studio.administrator().ask().delete("/api/v1/users/" + user).then().statusCode(200);

        Studio.administrator()
                .send("{\"name\":\"" + user + "\"}")
                .post("/api/v1/users")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/inherits"));

        // When
        Studio.administrator()
                .send("{\"name\":\"" + user + "\",\"inherits\":true}")
                .post("/api/v1/users")
                .then()
                .statusCode(201);

        // Then
        assertThat(Studio.signIn(user, Studio.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldSayHowMuchAUserMayTake() {
        // Given
        Studio administrator = Studio.administrator();
        String quota = "/api/v1/users/" + user + "/quota";

        // When
        Response set = administrator
                .send("{\"networks\":1,\"sitesPerNetwork\":2,\"invitationsPerNetwork\":3,\"commandsPerSecond\":4}")
                .put(quota);
        Response flawed = administrator
                .send("{\"networks\":-1,\"sitesPerNetwork\":2,\"commandsPerSecond\":0}")
                .put(quota);

        // Then
        set.then().statusCode(200).body("events.type", hasItem("studio.events.QuotaSet"));
        flawed.then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/networks", "/invitationsPerNetwork", "/commandsPerSecond"));
    }

    @Test
    void shouldHoldAUserToItsCommandsPerSecond() {
        // Given
        String name = Studio.uniqueName("hasty");
        Studio user = Studio.user(name, "[\"backbone-owner\"]");
        Studio.administrator()
                .send("{\"networks\":1,\"sitesPerNetwork\":1,\"invitationsPerNetwork\":1,\"commandsPerSecond\":1}")
                .put("/api/v1/users/" + name + "/quota")
                .then()
                .statusCode(200);

        // When
        Response refused = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> create(user.ask()).post("/api/v1/backbones"), answer -> answer.statusCode() == 429);

        // Then
        refused.then()
                .header("Retry-After", "1")
                .body("code", equalTo("too-many-requests"))
                .body("detail", equalTo("the quota 'commandsPerSecond' is 1, and all of them were given"));
        assertThat(user.ask().get("/api/v1/commands/none").statusCode())
                .as("reading")
                .isEqualTo(404);
    }

    @Test
    void shouldChangeRolesAndPersonalData() {
        Studio.administrator()
                .send("{\"roles\":[\"auditor\"],\"displayName\":\"Alice\",\"email\":null}")
                .patch("/api/v1/users/" + user)
                .then()
                .statusCode(200)
                .body("events.type", hasItem("studio.events.UserChanged"));
        Studio.administrator()
                .send("{\"email\":\"not an address\"}")
                .patch("/api/v1/users/" + user)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/email"));
    }
}
