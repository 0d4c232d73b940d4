package studio.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands to backbones, from HTTP to the log and back. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class BackboneCommandsIT {

    private static final String BACKBONES = "/api/v1/backbones";

    private Studio administrator;
    private String backbone;
    private String path;

    @BeforeEach
    void signIn() {
        administrator = Studio.administrator();
        backbone = Studio.uniqueName("acme");
        path = BACKBONES + "/" + backbone;
    }

    private Response create() {
        return administrator.send("{\"name\":\"" + backbone + "\"}").post(BACKBONES);
    }

    private Response addSite(String name) {
        return administrator
                .send("{\"name\":\"" + name + "\",\"platform\":\"linux\"}")
                .post(path + "/sites");
    }

    private Response addPeer(String name, String site) {
        return administrator
                .send("{\"name\":\"" + name + "\",\"site\":\"" + site + "\",\"use\":\"peer\","
                        + "\"host\":\"router.example.com\",\"ports\":\"55671\"}")
                .post(path + "/access-points");
    }

    @Test
    void shouldAnswerWithPlaceRevisionAndPosition() {
        // When
        Response answer = create();

        // Then
        answer.then()
                .statusCode(201)
                .header("Location", matchesPattern(".*" + path))
                .header("ETag", "\"1\"")
                .header("Studio-Position", matchesPattern("backbone/" + backbone + "@\\d+"))
                .header("Studio-Command-Id", notNullValue())
                .body("stream", equalTo("backbone/" + backbone))
                .body("subject", equalTo("backbone/" + backbone))
                .body("uid", notNullValue())
                .body("events.type", hasItem("studio.events.BackboneCreated"))
                .body("events.data", everyItem(nullValue()))
                .body("duplicate", equalTo(false))
                .body("dryRun", equalTo(false));
    }

    @Test
    void shouldBuildABackboneWithTwoLinkedSites() {
        // Given
        create();
        addSite("paris").then().statusCode(201).header("Location", matchesPattern(".*" + path + "/sites/paris"));
        addSite("lyon").then().statusCode(201);
        addPeer("paris-peer", "paris").then().statusCode(201);

        // When
        Response answer = administrator
                .send("{\"from\":\"lyon\",\"accessPoint\":\"paris-peer\"}")
                .post(path + "/links");

        // Then
        answer.then()
                .statusCode(201)
                .header("Location", matchesPattern(".*" + path + "/links/lyon-paris-peer"))
                .body("subject", equalTo("link/lyon-paris-peer"));
        administrator
                .send("{\"cost\":10}")
                .patch(path + "/links/lyon-paris-peer")
                .then()
                .statusCode(200);
        administrator
                .send("{\"location\":\"Lyon\"}")
                .patch(path + "/sites/lyon")
                .then()
                .statusCode(200)
                .body("events.type", hasItem("studio.events.InteriorSiteChanged"));
        administrator
                .send("{\"host\":\"other.example.com\",\"ports\":\"55672\"}")
                .put(path + "/access-points/paris-peer/address")
                .then()
                .statusCode(200);
        administrator
                .ask()
                .delete(path + "/access-points/paris-peer")
                .then()
                .statusCode(409)
                .body("code", equalTo("in-use"));
        administrator
                .ask()
                .delete(path + "/access-points/paris-peer?cascade=true")
                .then()
                .statusCode(200);
        administrator.ask().delete(path + "/sites/lyon?force=true").then().statusCode(200);
        administrator.ask().delete(path + "?force=true").then().statusCode(200);
    }

    @Test
    void shouldShowTheTokenOfAnInteriorSiteToARetryAlone() {
        // Given
        create();
        addSite("paris").then().statusCode(201);
        String artifact = path + "/sites/paris/artifact?platform=linux";

        // When
        Response first = administrator.ask().header("Idempotency-Key", backbone).post(artifact);
        Response again = administrator.ask().header("Idempotency-Key", backbone).post(artifact);

        // Then
        String token = first.path("token");
        first.then()
                .statusCode(200)
                .body("events.type", hasItem("studio.events.InteriorSiteInvited"))
                .body("join.claimUrl", matchesPattern(".*" + path + "/sites/paris/claims"))
                .body("join.text", equalTo(first.path("join.bundle") + "\n"));
        again.then().statusCode(200).body("token", equalTo(token)).body("duplicate", equalTo(true));
        administrator.ask().post(artifact).then().body("token", not(equalTo(token)));
        administrator.ask().post(artifact + "&dryRun=true").then().body("token", nullValue());
        administrator
                .ask()
                .post(path + "/sites/rome/artifact?platform=linux")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldTakeCommandsToCertificates() {
        // Given
        create();
        String backbones = path + "/certificates/" + UUID.randomUUID();
        String installations = "/api/v1/authority/certificates/" + UUID.randomUUID();

        for (String certificate : List.of(backbones, installations)) {
            // When
            Response retry = administrator.ask().post(certificate + "/retry");
            Response rotation = administrator.send("{\"endOld\":true}").post(certificate + "/rotate");
            Response revocation =
                    administrator.send("{\"cause\":\"the key was stolen\"}").post(certificate + "/revoke");
            Response withoutCause = administrator.send("{}").post(certificate + "/revoke");

            // Then
            for (Response answer : List.of(retry, rotation, revocation)) {
                answer.then().statusCode(404).body("code", equalTo("not-found"));
            }
            withoutCause.then().statusCode(400).body("errors.pointer", hasItem("/cause"));
        }
    }

    @Test
    void shouldRejectChangeBasedOnAnOlderRevision() {
        // Given
        create();
        addSite("paris");
        String first = administrator
                .send("{\"location\":\"Paris\"}")
                .patch(path + "/sites/paris")
                .header("ETag");
        administrator.send("{\"location\":\"Paris 1er\"}").patch(path + "/sites/paris");

        // When
        Response answer = administrator
                .send("{\"location\":\"Paris 2e\"}")
                .header("If-Match", first)
                .patch(path + "/sites/paris");

        // Then
        answer.then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("revision-conflict"))
                .body("current.location", equalTo("Paris 1er"))
                .body("commandId", notNullValue());
    }

    @Test
    void shouldNameEveryFlawOfABody() {
        // When
        Response answer = administrator
                .send(
                        "{\"name\":\"Acme!\",\"owners\":{\"users\":[\"alice\",\"B\"],\"friends\":[],\"foes\":{}},\"offeredTo\":7,\"x\":1,\"a~b\":2}")
                .post(BACKBONES);

        // Then
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/validation-failed"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/name",
                                "/owners/users/1",
                                "/owners/friends",
                                "/owners/foes",
                                "/offeredTo",
                                "/x",
                                "/a~0b"));
    }

    @Test
    void shouldNameMissingFieldsAndTheWordsThatAreKnown() {
        // Given
        create();

        // When
        Response answer = administrator.send("{\"platform\":\"windows\"}").post(path + "/sites");

        // Then
        answer.then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/name", "/platform"))
                .body("errors.find { it.pointer == '/name' }.detail", equalTo("must be given"))
                .body(
                        "errors.find { it.pointer == '/platform' }.detail",
                        equalTo("must be one of kubernetes, docker, podman, linux"));
    }

    @Test
    void shouldTellWhereJsonIsBroken() {
        administrator
                .send("{\"name\": \"acme\",, }")
                .post(BACKBONES)
                .then()
                .statusCode(400)
                .body("code", equalTo("unreadable-body"))
                .body("detail", containsString("line 1, column 17"))
                .body("detail", not(containsString("com.fasterxml")));
    }

    @Test
    void shouldGiveTheSameAnswerToTheSameCommandAgain() {
        // Given
        String body = "{\"name\":\"" + backbone + "\"}";
        String first = administrator
                .send(body)
                .header("Idempotency-Key", backbone)
                .post(BACKBONES)
                .path("uid");

        // When
        Response again =
                administrator.send(body).header("Idempotency-Key", backbone).post(BACKBONES);

        // Then
        again.then().statusCode(201).body("uid", equalTo(first)).body("duplicate", equalTo(true));
    }

    @Test
    void shouldRejectAnotherCommandUnderTheSameKey() {
        // Given
        create();
        addSiteWithKey("paris").then().statusCode(201);

        // When
        Response answer = addSiteWithKey("lyon");

        // Then
        answer.then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    private Response addSiteWithKey(String site) {
        return administrator
                .send("{\"name\":\"" + site + "\",\"platform\":\"linux\"}")
                .header("Idempotency-Key", backbone)
                .post(path + "/sites");
    }

    @Test
    void shouldAnswerAtOnceAndTellTheOutcomeLater() {
        // When
        Response answer = administrator
                .send("{\"name\":\"" + backbone + "\"}")
                .header("Prefer", "respond-async")
                .post(BACKBONES);

        // Then
        answer.then()
                .statusCode(202)
                .header("Location", matchesPattern(".*/api/v1/commands/.+"))
                .header("Retry-After", "1")
                .body("state", equalTo("under-way"));
        Response outcome = Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> administrator.ask().get(answer.header("Location")),
                        response -> response.statusCode() == 200);
        outcome.then().body("state", equalTo("accepted")).body("receipt.stream", equalTo("backbone/" + backbone));
    }

    @Test
    void shouldNotTellOthersOfACommand() {
        // Given
        String commandId = create().header("Studio-Command-Id");
        Studio other = Studio.user(Studio.uniqueName("mallory"), "[]");

        // When
        Response answer = other.ask().get("/api/v1/commands/" + commandId);

        // Then
        answer.then().statusCode(404);
        administrator.ask().get("/api/v1/commands/" + commandId).then().statusCode(200);
    }

    @Test
    void shouldAppendNothingInADryRun() {
        // When
        Response dry = administrator
                .send("{\"name\":\"" + backbone + "\"}")
                .queryParam("dryRun", "true")
                .post(BACKBONES);

        // Then
        dry.then()
                .statusCode(200)
                .header("Location", nullValue())
                .header("Studio-Position", nullValue())
                .body("dryRun", equalTo(true))
                .body("events.type", hasItem("studio.events.BackboneCreated"))
                .body("events[0].data", notNullValue());
        create().then().statusCode(201).header("ETag", "\"1\"").body("duplicate", equalTo(false));
    }

    @Test
    void shouldRejectOptionsThatMakeNoSense() {
        administrator
                .send("{\"name\":\"" + backbone + "\"}")
                .queryParam("dryRun", "yes")
                .header("Idempotency-Key", "two words")
                .header("If-Match", "7")
                .post(BACKBONES)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("dryRun", "Idempotency-Key", "If-Match"));
    }

    @Test
    void shouldHideBackbonesFromWhoeverDoesNotOwnThem() {
        // Given
        create();
        Studio other = Studio.user(Studio.uniqueName("mallory"), "[\"backbone-owner\"]");

        // When
        Response theirs =
                other.send("{\"name\":\"paris\",\"platform\":\"linux\"}").post(path + "/sites");
        Response nobodys =
                other.send("{\"name\":\"paris\",\"platform\":\"linux\"}").post(BACKBONES + "/none/sites");

        // Then
        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.path("detail").toString().replace(backbone, "none"))
                .isEqualTo(nobodys.path("detail").toString());
    }

    @Test
    void shouldAnswerWithProblemsForWhatHttpAloneCanRefuse() {
        administrator.ask().get("/api/v1/nothing").then().statusCode(404).body("code", equalTo("not-found"));
        administrator.ask().get("/nothing").then().statusCode(404).body("code", equalTo("not-found"));
        administrator
                .send("{}")
                .patch(BACKBONES + "/NOT_A_NAME")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        administrator.ask().put(BACKBONES).then().statusCode(405).body("code", equalTo("method-not-allowed"));
        administrator
                .ask()
                .contentType("text/plain")
                .body("acme")
                .post(BACKBONES)
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        administrator
                .send("{\"name\":\"" + backbone + "\"}")
                .accept("image/png")
                .post(BACKBONES)
                .then()
                .statusCode(406)
                .body("code", equalTo("not-acceptable"));
        administrator
                .send("{\"name\":\"" + "a".repeat(1_100_000) + "\"}")
                .post(BACKBONES)
                .then()
                .statusCode(413)
                .body("code", equalTo("body-too-large"));
        administrator.send("").post(BACKBONES).then().statusCode(400).body("code", equalTo("unreadable-body"));
        administrator.send("[]").post(BACKBONES).then().statusCode(400).body("code", equalTo("unreadable-body"));
    }
}
