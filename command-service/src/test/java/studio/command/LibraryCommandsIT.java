package studio.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands to libraries, from HTTP to the log and back. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class LibraryCommandsIT {

    private static final String PINNED = "quay.io/acme/web@sha256:" + "ab".repeat(32);
    private static final String LEAST = "{\"version\":\"1.0\",\"artifacts\":{\"kubernetes\":\"" + PINNED + "\"}}";

    private Studio publisher;
    private String library;
    private String versions;

    @BeforeEach
    void signIn() {
        String name = Studio.uniqueName("publisher");
        publisher = Studio.user(name, "[]");
        library = "/api/v1/libraries/" + name;
        versions = library + "/images/web/versions";
    }

    private Response publishOrders() {
        return publisher
                .send("{\"name\":\"orders\",\"protocol\":\"http\",\"port\":8080}")
                .post(library + "/services");
    }

    private String full() {
        String service = library.substring("/api/v1/libraries/".length()) + "/orders";
        return """
                {
                  "version": "1.4.2",
                  "artifacts": {
                    "kubernetes": "%1$s",
                    "linux": {"url": "https://files.example.com/web.tgz", "sha256": "%2$s", "command": ["bin/web", "-p", "8080"]}
                  },
                  "env": {"MODE": "fast"},
                  "resources": {"cpuMillis": 250, "memoryMebibytes": 64},
                  "offers": [{"service": "%3$s", "port": 8080, "scope": "site-class"}],
                  "requires": [{"service": "globex/billing", "host": "billing", "port": 80, "optional": true}]
                }
                """.formatted(PINNED, "cd".repeat(32), service);
    }

    @Test
    void shouldPublishAServiceAndAnImageThatOffersIt() {
        // Given
        publishOrders()
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*" + library + "/services/orders"))
                .body("events.type", contains("studio.events.LibraryCreated", "studio.events.ServicePublished"));

        // When
        Response answer = publisher.send(full()).post(versions);

        // Then
        answer.then()
                .statusCode(201)
                .header("Location", matchesPattern(".*" + versions + "/1\\.4\\.2"))
                .header("ETag", "\"4\"")
                .body("subject", equalTo("image-version/web:1.4.2"))
                .body("uid", notNullValue())
                .body("events.type", contains("studio.events.ImagePublished", "studio.events.ImageVersionPublished"));
    }

    @Test
    void shouldTakeTheSameContentAgainAndNoOther() {
        // Given
        publisher.send(LEAST).post(versions).then().statusCode(201);

        // When
        Response same = publisher.send(LEAST).post(versions);
        Response other = publisher
                .send("{\"version\":\"1.0\",\"mutable\":true,\"artifacts\":{\"docker\":\"quay.io/acme/web:1\"}}")
                .post(versions);

        // Then
        same.then().statusCode(201).header("ETag", "\"3\"").body("events", empty());
        other.then()
                .statusCode(409)
                .body("code", equalTo("already-exists"))
                .body("errors.pointer", contains("/version"));
    }

    @Test
    void shouldNameEveryFlawOfARequestAtOnce() {
        publisher
                .send("""
                        {
                          "version": "-1",
                          "artifacts": {
                            "kubernetes": "Web:1",
                            "linux": {"url": "ftp://example.com/a", "sha256": "abc", "command": []}
                          },
                          "env": {"1ST": "x", "NUL": "\\u0000"},
                          "ports": [0],
                          "resources": {"cpuMillis": 0, "memoryMebibytes": "much"},
                          "offers": [{"service": "orders", "port": 70000, "scope": "galaxy"}],
                          "requires": [{"host": "Not A Host", "port": 80, "extra": 1}]
                        }
                        """)
                .post(versions)
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/version",
                                "/artifacts/kubernetes",
                                "/artifacts/linux/url",
                                "/artifacts/linux/sha256",
                                "/artifacts/linux/command",
                                "/env/1ST",
                                "/env/NUL",
                                "/ports",
                                "/resources/cpuMillis",
                                "/resources/memoryMebibytes",
                                "/offers/0/service",
                                "/offers/0/port",
                                "/offers/0/scope",
                                "/requires/0/service",
                                "/requires/0/host",
                                "/requires/0/extra"));
    }

    @Test
    void shouldNameTheFieldThatBreaksARuleOfTheDomain() {
        publisher
                .send("{\"version\":\"1\",\"artifacts\":{\"podman\":\"quay.io/acme/web:latest\"}}")
                .post(versions)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/artifacts/podman"));
        publisher
                .send(full())
                .post(versions)
                .then()
                .statusCode(404)
                .body("errors.pointer", contains("/offers/0/service"));
        publisher
                .send("{\"version\":\"1\",\"artifacts\":{}}")
                .post(versions)
                .then()
                .statusCode(422);
    }

    @Test
    void shouldWithdrawAVersionAnImageAndAServiceForGood() {
        // Given
        publishOrders();
        publisher.send(LEAST).post(versions).then().statusCode(201);

        // When
        publisher
                .send("{\"cause\":\"leaks memory\"}")
                .post(versions + "/1.0/withdraw")
                .then()
                .statusCode(200)
                .body("events.type", contains("studio.events.ImageVersionWithdrawn"));
        publisher
                .send("{}")
                .post(library + "/images/web/withdraw")
                .then()
                .statusCode(200)
                .body("events.type", contains("studio.events.ImageWithdrawn"));
        publisher
                .send("{}")
                .post(library + "/services/orders/withdraw")
                .then()
                .statusCode(200)
                .body("events.type", contains("studio.events.ServiceWithdrawn"));

        // Then
        publisher.send(LEAST).post(versions).then().statusCode(409).body("code", equalTo("wrong-state"));
        publishOrders().then().statusCode(409).body("errors.pointer", contains("/name"));
        publisher
                .send("{\"cause\":\"two\\nlines\"}")
                .post(versions + "/1.0/withdraw")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/cause"));
        publisher.send("{}").post(versions + "/2.0/withdraw").then().statusCode(404);
    }

    @Test
    void shouldOfferALibraryOnTheRevisionThatWasSeen() {
        publisher.send(LEAST).post(versions);

        publisher
                .send("{\"offeredTo\":{\"groups\":[\"guests\"]}}")
                .header("If-Match", "\"1\"")
                .patch(library)
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"");
        publisher
                .send("{\"offeredTo\":{\"users\":[\"bob\"]}}")
                .header("If-Match", "\"1\"")
                .patch(library)
                .then()
                .statusCode(412)
                .body("current.offeredTo.groups", contains("guests"));
        publisher.send("{}").patch(library).then().statusCode(400).body("errors.pointer", contains("/offeredTo"));
    }

    @Test
    void shouldPublishNothingInADryRunAndOnceUnderOneKey() {
        publisher
                .send(LEAST)
                .queryParam("dryRun", "true")
                .post(versions)
                .then()
                .statusCode(200)
                .body("events.type", hasItem("studio.events.ImageVersionPublished"))
                .body("events[2].data.content.artifacts.kubernetes", equalTo(PINNED));
        String key = Studio.uniqueName("key");
        publisher
                .send(LEAST)
                .header("Idempotency-Key", key)
                .post(versions)
                .then()
                .statusCode(201);
        publisher
                .send(LEAST)
                .header("Idempotency-Key", key)
                .post(versions)
                .then()
                .statusCode(201)
                .body("duplicate", equalTo(true));
    }

    @Test
    void shouldHideALibraryFromWhomItIsNotOfferedTo() {
        // Given
        publisher.send(LEAST).post(versions).then().statusCode(201);
        Studio other = Studio.user(Studio.uniqueName("mallory"), "[\"network-owner\"]");

        // When
        Response theirs = other.send(LEAST).post(versions);
        Response nobodys = other.send(LEAST).post("/api/v1/libraries/none/images/web/versions");

        // Then
        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.path("detail").toString().replaceAll("'.*'", ""))
                .isEqualTo(nobodys.path("detail").toString().replaceAll("'.*'", ""));
    }

    @Test
    void shouldLetAdministratorsAlonePublishInTheSharedLibrary() {
        String path = "/api/v1/libraries/public/images/" + Studio.uniqueName("web") + "/versions";

        publisher.send(LEAST).post(path).then().statusCode(403).body("code", equalTo("forbidden"));
        Studio.administrator().send(LEAST).post(path).then().statusCode(201);
    }
}
