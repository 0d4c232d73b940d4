package studio.projection.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.api.json.StudioJson;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.user.UserCommand;
import studio.projection.testing.EventStream;
import studio.projection.testing.Service;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;
import studio.projection.testing.Tenants;

/** Watching lists and objects over HTTP. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class ChangeWatchIT {

    private static final Service SERVICE = new Service();
    private static final String SITES = "/api/v1/backbones/acme/sites";

    @BeforeAll
    static void tell() {
        SERVICE.tenants()
                .user("admin", Set.of(Role.ADMINISTRATOR))
                .user("alice", Set.of())
                .user("bob", Set.of())
                .backbone("acme", Owners.user(Name.of("alice")))
                .backbone("globex", Owners.user(Name.of("bob")));
        SERVICE.append();
    }

    /** Reads a list, and from which position it can be watched. */
    private static String list(String user, String path) {
        Response list = SERVICE.as(user).get(path);
        list.then().statusCode(200);
        return list.header("Studio-Watch-From");
    }

    private static EventStream watch(String user, String path, Optional<String> from) throws IOException {
        URI uri = URI.create("http://localhost:" + RestAssured.port + path);
        return EventStream.open(uri, Tenants.token(user), from);
    }

    private static JsonNode json(EventStream.Event event) {
        try {
            return StudioJson.json().readTree(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event.data(), e);
        }
    }

    @Test
    void shouldTellWhatChangesFromTheListOnAndNothingOfOthers() throws Exception {
        String from = list("alice", SITES);
        SERVICE.relocate("globex", 1);
        SERVICE.relocate("acme", 1);
        try (EventStream stream = watch("alice", SITES, Optional.of(from))) {
            EventStream.Event first = stream.nextEntry();
            assertThat(first.name()).isEqualTo("changed");
            assertThat(json(first).path("kind").asText()).isEqualTo("interior-site");
            assertThat(json(first).path("object").path("name").asText()).isEqualTo("east");
            SERVICE.relocate("acme", 2);
            assertThat(json(stream.nextEntry()).path("object").path("location").asText())
                    .startsWith("room");
        }
    }

    @Test
    void shouldGoOnWhereAWatcherWasCutOffWithoutGap() throws Exception {
        list("alice", SITES);
        String id = list("alice", SITES);
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            SERVICE.relocate("acme", 1);
            try (EventStream stream = watch("alice", SITES, Optional.of(id))) {
                EventStream.Event event = stream.nextEntry();
                id = event.id();
                seen.add(json(event).path("object").path("location").asText());
            }
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void shouldWatchOneObjectAlone() throws Exception {
        String from = list("bob", "/api/v1/backbones/globex/sites/east");
        SERVICE.tenants()
                .give(
                        Stories.ROOT,
                        Stories.backbone("globex"),
                        new BackboneCommand.AddInteriorSite(Name.of("west"), Platform.LINUX, Optional.empty()));
        SERVICE.append();
        SERVICE.relocate("globex", 1);
        try (EventStream stream = watch("bob", "/api/v1/backbones/globex/sites/east", Optional.of(from))) {
            assertThat(json(stream.nextEntry()).path("name").asText()).isEqualTo("east");
        }
    }

    @Test
    void shouldTellOfWhatComesAndGoesInTheListOfBackbones() throws Exception {
        String from = list("admin", "/api/v1/backbones");
        SERVICE.tenants().backbone("fleeting", Owners.user(Name.of("bob")));
        SERVICE.append();
        try (EventStream stream = watch("admin", "/api/v1/backbones", Optional.of(from))) {
            EventStream.Event event = stream.nextEntry();
            while (!json(event).path("name").asText().equals("fleeting")) {
                event = stream.nextEntry();
            }
            assertThat(event.name()).isEqualTo("changed");
            SERVICE.tenants()
                    .give(Stories.ROOT, Stories.backbone("fleeting"), new BackboneCommand.DeleteBackbone(true));
            SERVICE.append();
            while (!event.name().equals("removed")) {
                event = stream.nextEntry();
            }
            assertThat(json(event).path("name").asText()).isEqualTo("fleeting");
            assertThat(json(event).has("object")).isFalse();
        }
    }

    @Test
    void shouldEndWhenTheRightIsWithdrawn() throws Exception {
        SERVICE.tenants().user("carol", Set.of()).backbone("lent", Owners.user(Name.of("carol")));
        SERVICE.append();
        list("carol", "/api/v1/backbones/lent/sites");
        try (EventStream stream = watch("carol", "/api/v1/backbones/lent/sites", Optional.empty())) {
            stream.next();
            SERVICE.tenants()
                    .give(
                            Stories.ROOT,
                            Stories.backbone("lent"),
                            new BackboneCommand.ChangeBackbone(
                                    Optional.of(Owners.user(Name.of("bob"))), Optional.empty()));
            SERVICE.append();
            stream.awaitEnd();
        }
    }

    @Test
    void shouldEndWhenTheUserIsSuspended() throws Exception {
        SERVICE.tenants().user("dave", Set.of(Role.AUDITOR));
        SERVICE.append();
        list("dave", "/api/v1/backbones");
        try (EventStream stream = watch("dave", "/api/v1/backbones", Optional.empty())) {
            stream.next();
            SERVICE.tenants().give(Stories.ROOT, Stories.user("dave"), new UserCommand.SuspendUser("left"));
            SERVICE.append();
            stream.awaitEnd();
        }
    }

    @Test
    void shouldSayThatAPositionIsTooOld() {
        String from = list("bob", "/api/v1/backbones/globex/sites");
        SERVICE.relocate("globex", 60);
        list("bob", "/api/v1/backbones/globex/sites");
        for (int i = 0; i < 60; i++) {
            SERVICE.relocate("globex", 1);
        }
        list("bob", "/api/v1/backbones/globex/sites");
        SERVICE.as("bob")
                .accept("text/event-stream")
                .header("Last-Event-ID", from)
                .get("/api/v1/backbones/globex/sites")
                .then()
                .statusCode(410)
                .body("type", containsString("watch-expired"));
    }

    @Test
    void shouldHideWhatTheViewerMayNotKnowOf() {
        SERVICE.as("bob").accept("text/event-stream").get(SITES).then().statusCode(404);
        SERVICE.as("bob")
                .accept("text/event-stream")
                .get("/api/v1/backbones/globex/nothing")
                .then()
                .statusCode(404);
        SERVICE.as("bob")
                .accept("text/event-stream")
                .header("Last-Event-ID", "noise")
                .get("/api/v1/backbones")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("Last-Event-ID"));
    }
}
