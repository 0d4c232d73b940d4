package studio.projection.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.library.LibraryCommand.PublishImage;
import studio.domain.library.ServiceName;
import studio.domain.library.VersionName;
import studio.projection.testing.LibraryStories;
import studio.projection.testing.Service;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;
import studio.projection.testing.Tenants;

/** Reads of libraries over HTTP, from tables that a real log filled. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class LibraryReadsIT {

    private static final Service SERVICE = new Service();
    private static final String LIBRARIES = "/api/v1/libraries";
    private static final int VERSIONS = 30;

    @BeforeAll
    static void tell() {
        Tenants tenants = SERVICE.tenants();
        tenants.user("admin", Set.of(Role.ADMINISTRATOR))
                .user("audrey", Set.of(Role.AUDITOR))
                .user("alice", Set.of())
                .user("bob", Set.of())
                .user("gina", Set.of(), "guests")
                .user("paul", Set.of())
                .library("alice", new Owners(Set.of(), Set.of(Name.of("guests"))))
                .library("bob", Owners.NOBODY)
                .library("public", Owners.NOBODY);
        for (int i = 0; i < VERSIONS; i++) {
            tenants.give(
                    Stories.ROOT,
                    LibraryStories.library("bob"),
                    new PublishImage(
                            Name.of("paged"),
                            VersionName.of("v%02d".formatted(i)),
                            LibraryStories.content(ServiceName.parse("bob/orders"))));
        }
        SERVICE.append();
    }

    private static List<String> routes(String publisher) {
        String library = LIBRARIES + "/" + publisher;
        return List.of(
                library,
                library + "/images",
                library + "/images/web",
                library + "/images/web/versions",
                library + "/images/web/versions/2.0",
                library + "/services",
                library + "/services/orders");
    }

    @Test
    void shouldShowALibraryToItsPublisherAndThoseToWhomItIsOffered() {
        for (String route : routes("alice")) {
            for (String reader : List.of("alice", "gina", "admin", "audrey")) {
                SERVICE.as(reader).get(route).then().statusCode(200);
            }
        }
    }

    @Test
    void shouldHideALibraryFromEverybodyElseOnEveryRoute() {
        for (String route : routes("alice")) {
            for (String stranger : List.of("bob", "paul")) {
                SERVICE.as(stranger).get(route).then().statusCode(404).body("code", is("not-found"));
            }
            given().get(route).then().statusCode(401);
        }
        String hidden = SERVICE.as("bob").get(LIBRARIES + "/alice").path("detail");
        String absent = SERVICE.as("bob").get(LIBRARIES + "/nobody").path("detail");
        assertThat(hidden.replace("alice", "x")).isEqualTo(absent.replace("nobody", "x"));
    }

    @Test
    void shouldShowTheSharedLibraryToEveryUser() {
        for (String route : routes("public")) {
            for (String reader : List.of("alice", "bob", "gina", "paul", "admin", "audrey")) {
                SERVICE.as(reader).get(route).then().statusCode(200);
            }
            given().get(route).then().statusCode(401);
        }
    }

    @Test
    void shouldListTheLibrariesThatOneMayUse() {
        Map<String, List<String>> lists = Map.of(
                "alice", List.of("alice", "public"),
                "gina", List.of("alice", "public"),
                "bob", List.of("bob", "public"),
                "paul", List.of("public"),
                "admin", List.of("alice", "bob", "public"),
                "audrey", List.of("alice", "bob", "public"));
        lists.forEach((reader, names) ->
                SERVICE.as(reader).get(LIBRARIES).then().statusCode(200).body("items.name", equalTo(names)));
    }

    /** Whoever may use a library sees what it holds, but not who did what in it. */
    @Test
    void shouldShowTheHistoryToThePublisherAlone() {
        for (String reader : List.of("alice", "admin", "audrey")) {
            assertThat(entries(reader, "alice")).isPositive();
        }
        assertThat(entries("gina", "alice")).isZero();
        assertThat(entries("bob", "public")).isZero();
        assertThat(entries("paul", "public")).isZero();
        assertThat(entries("audrey", "public")).isPositive();
    }

    private static int entries(String reader, String publisher) {
        return SERVICE.as(reader)
                .queryParam("stream", "library/" + publisher)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .extract()
                .<List<?>>path("items")
                .size();
    }

    @Test
    void shouldShowAnImageWithItsVersionsInShort() {
        SERVICE.as("gina")
                .get(LIBRARIES + "/alice/images/web")
                .then()
                .header("ETag", "\"5\"")
                .body("state", is("published"))
                .body("library", is("alice"))
                .body("newest", is("2.0"))
                .body("versions", is(2))
                .body("withdrawn", is(1));
    }

    @Test
    void shouldShowAllThatAVersionSays() {
        SERVICE.as("alice")
                .get(LIBRARIES + "/alice/images/web/versions/2.0")
                .then()
                .body("name", is("2.0"))
                .body("image", is("web"))
                .body("state", is("published"))
                .body("number", is(2))
                .body("mutable", is(false))
                .body(
                        "digest",
                        is(LibraryStories.content(ServiceName.parse("alice/orders"))
                                .digest()
                                .hex()))
                .body("artifacts.kubernetes", is(LibraryStories.PINNED.value()))
                .body("artifacts.linux", nullValue())
                .body("env.GREETING", is("grüß \"Gott\"\\\n"))
                .body("ports", is(List.of(8080)))
                .body("resources.cpuMillis", is(250))
                .body("offers[0].service", is("alice/orders"))
                .body("offers[0].scope", is("site"))
                .body("requires[0].host", is("billing"))
                .body("requires[0].optional", is(true));
        SERVICE.as("alice")
                .get(LIBRARIES + "/alice/images/web/versions/1")
                .then()
                .body("state", is("withdrawn"))
                .body("cause", is("unsafe"));
    }

    @Test
    void shouldShowAService() {
        SERVICE.as("alice")
                .get(LIBRARIES + "/alice/services/orders")
                .then()
                .body("service", is("alice/orders"))
                .body("protocol", is("http"))
                .body("port", is(8080));
    }

    @Test
    void shouldFilterLists() {
        String versions = LIBRARIES + "/alice/images/web/versions";
        SERVICE.as("alice")
                .queryParam("state", "published")
                .get(versions)
                .then()
                .body("items.name", is(List.of("2.0")));
        SERVICE.as("alice").queryParam("digest", "none").get(versions).then().body("items", hasSize(0));
        SERVICE.as("alice")
                .queryParam("state", "withdrawn")
                .get(LIBRARIES + "/alice/images")
                .then()
                .body("items", hasSize(0));
        SERVICE.as("alice")
                .queryParam("protocol", "tcp")
                .get(LIBRARIES + "/alice/services")
                .then()
                .body("items", hasSize(0));
        SERVICE.as("alice")
                .get(LIBRARIES + "/alice/images/none/versions")
                .then()
                .statusCode(404);
        SERVICE.as("alice").queryParam("stat", "x").get(versions).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 30})
    void shouldShowEachVersionOnceWhateverThePageSize(int limit) {
        List<String> names = SERVICE.pages("bob", LIBRARIES + "/bob/images/paged/versions", limit);

        assertThat(names).hasSize(VERSIONS).isSorted().doesNotHaveDuplicates();
    }
}
