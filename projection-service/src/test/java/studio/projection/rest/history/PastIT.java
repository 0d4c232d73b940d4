package studio.projection.rest.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.projection.testing.Service;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;
import studio.projection.testing.Tenants;

/** Reads of what was, over HTTP: {@code ?at=} and differences. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class PastIT {

    private static final Service SERVICE = new Service();
    private static final Tenants TENANTS = SERVICE.tenants();
    private static final String ACME = "/api/v1/backbones/acme";
    private static long built;
    private static Instant builtAt;

    @BeforeAll
    static void tell() {
        TENANTS.user("admin", Set.of(Role.ADMINISTRATOR))
                .user("alice", Set.of(Role.BACKBONE_OWNER))
                .user("bob", Set.of(Role.BACKBONE_OWNER))
                .backbone("acme", Owners.user(Name.of("alice")));
        built = SERVICE.history().of(Stories.backbone("acme")).size();
        builtAt =
                SERVICE.history().of(Stories.backbone("acme")).getLast().meta().occurredAt();
        give(new BackboneCommand.ChangeInteriorSite(Name.of("east"), Optional.of("cellar")));
        give(new BackboneCommand.RemoveInteriorSite(Name.of("west"), true));
        give(new BackboneCommand.AddInteriorSite(Name.of("north"), Platform.PODMAN, Optional.empty()));
        SERVICE.append();
    }

    private static void give(BackboneCommand command) {
        TENANTS.give(Stories.ROOT, Stories.backbone("acme"), command);
    }

    private static Response at(String path, Object at) {
        return SERVICE.as("alice").queryParam("at", String.valueOf(at)).get(path);
    }

    @Test
    void shouldShowABackboneAsItStood() {
        at(ACME + "/sites/east", built)
                .then()
                .statusCode(200)
                .header("Studio-Position", "backbone/acme@" + built)
                .body("location", is("east wing"));
        at(ACME + "/sites/east", builtAt).then().statusCode(200).body("location", is("east wing"));
        at(ACME + "/sites/east", Instant.now()).then().statusCode(200).body("location", is("cellar"));
        at(ACME + "/sites/west", built).then().statusCode(200);
        SERVICE.as("alice").get(ACME + "/sites/west").then().statusCode(404);
        at(ACME + "/sites/north", built).then().statusCode(404).body("detail", containsString("north"));
        at("/api/v1/users/alice", 1).then().statusCode(200).body("state", is("active"));
        at("/api/v1/users/alice/tokens", 1).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void shouldShowTheSameAtTheLastRevisionAsAtPresent() {
        long head = SERVICE.history().of(Stories.backbone("acme")).size();
        for (String path : List.of("", "/sites", "/sites/east", "/access-points", "/links", "/certificates")) {
            assertThat(at(ACME + path, head).asString())
                    .as(path)
                    .isEqualTo(SERVICE.as("alice").get(ACME + path).asString());
        }
    }

    @Test
    void shouldFilterAndPageAsAtPresent() {
        SERVICE.as("alice")
                .queryParam("at", built)
                .queryParam("from", "west")
                .queryParam("accessPoint", "east-peer")
                .get(ACME + "/links")
                .then()
                .body("items.name", is(List.of("west-east")));
        SERVICE.as("alice")
                .queryParam("at", built)
                .queryParam("platform", "docker")
                .get(ACME + "/sites")
                .then()
                .body("items", hasSize(0));
        SERVICE.as("alice")
                .queryParam("at", built)
                .queryParam("state", "requested")
                .get(ACME + "/sites")
                .then()
                .body("items", hasSize(2));
        List<String> names = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request =
                    SERVICE.as("alice").queryParam("at", built).queryParam("limit", 1);
            Response page = (after == null ? request : request.queryParam("after", after)).get(ACME + "/sites");
            names.addAll(page.path("items.name"));
            after = page.path("next");
        } while (after != null);
        assertThat(names).containsExactly("east", "west");
    }

    @Test
    void shouldSayWhatWasNotThere() {
        at(ACME, 1_000_000)
                .then()
                .statusCode(404)
                .body(
                        "detail",
                        is("backbone/acme has no revision 1000000 yet: its last is "
                                + SERVICE.history().of(Stories.backbone("acme")).size()));
        at(ACME, "2020-01-01T00:00:00Z")
                .then()
                .statusCode(404)
                .body("detail", is("there was no backbone 'acme' at 2020-01-01T00:00:00Z"));
        at("/api/v1/backbones/nowhere", 1).then().statusCode(404).body("detail", is("there is no backbone 'nowhere'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "0", "-3", "2126-01-01T00:00:00Z", ""})
    void shouldRefuseWhatIsNoMomentOfThePast(String at) {
        at(ACME, at).then().statusCode(400).body("errors[0].pointer", is("at"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/backbones", "/api/v1/users", "/api/v1/me", "/api/v1/audit", ACME + "/history"})
    void shouldRefuseThePastOfWhatIsNotOneStreamsContent(String path) {
        at(path, 1)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("at"))
                .body("errors[0].detail", containsString("the name of one stream"));
    }

    @Test
    void shouldRefuseTwoMomentsAtOnce() {
        SERVICE.as("alice").get(ACME + "?at=1&at=2").then().statusCode(400);
    }

    @Test
    void shouldTellWhatDiffers() {
        SERVICE.as("alice")
                .queryParam("from", built)
                .get(ACME + "/diff")
                .then()
                .statusCode(200)
                .body("from.revision", is((int) built))
                .body("added", is(1))
                .body("items.findAll { it.change == 'added' }.name", is(List.of("north")))
                .body("items.findAll { it.change == 'removed' }.name", hasItems("west", "west-east"))
                .body("items.find { it.name == 'east' }.change", is("changed"))
                .body("items.find { it.name == 'east' }.fields", hasSize(1))
                .body("items.find { it.name == 'east' }.fields[0].pointer", is("/location"))
                .body("items.find { it.name == 'east' }.fields[0].before", is("east wing"))
                .body("items.find { it.name == 'east' }.fields[0].after", is("cellar"));
    }

    @Test
    void shouldTellEachDifferenceOnceWhateverThePageSize() {
        List<String> all =
                SERVICE.as("alice").queryParam("from", 1).get(ACME + "/diff").path("items.name");
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request =
                    SERVICE.as("alice").queryParam("from", 1).queryParam("limit", 1);
            Response page = (after == null ? request : request.queryParam("after", after)).get(ACME + "/diff");
            seen.addAll(page.path("items.name"));
            after = page.path("next");
        } while (after != null);

        assertThat(seen).isEqualTo(all).hasSizeGreaterThan(2);
    }

    @Test
    void shouldFindNoDifferenceBetweenAMomentAndItself() {
        SERVICE.as("alice")
                .queryParam("from", built)
                .queryParam("to", builtAt.toString())
                .get(ACME + "/diff")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("to.revision", is((int) built));
        SERVICE.as("alice").get(ACME + "/diff").then().statusCode(400).body("errors[0].pointer", is("from"));
    }

    @Test
    void shouldHideThePastOfOneTenantFromAnother() {
        for (String path : List.of("", "/sites", "/sites/east", "/links", "/certificates")) {
            SERVICE.as("bob").queryParam("at", built).get(ACME + path).then().statusCode(404);
        }
        SERVICE.as("bob").queryParam("at", 1).get("/api/v1/users/alice").then().statusCode(404);
        SERVICE.as("bob").queryParam("from", 1).get(ACME + "/diff").then().statusCode(404);
        assertThat(SERVICE.as("bob").queryParam("at", 1_000_000).get(ACME).<String>path("detail"))
                .isEqualTo("there is no backbone 'acme'");
    }
}
