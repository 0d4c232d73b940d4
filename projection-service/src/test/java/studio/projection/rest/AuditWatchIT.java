package studio.projection.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.api.json.StudioJson;
import studio.domain.backbone.BackboneCommand;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.user.UserCommand;
import studio.projection.testing.EventStream;
import studio.projection.testing.Service;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;

/** Watching the audit over HTTP. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class AuditWatchIT {

    private static final Service SERVICE = new Service();
    private static final Actor MALLORY = Actor.user(Name.of("mallory"), Set.of(), Set.of());

    @BeforeAll
    static void tell() {
        SERVICE.tenants()
                .user("admin", Set.of(Role.ADMINISTRATOR))
                .user("audrey", Set.of(Role.AUDITOR))
                .user("alice", Set.of())
                .user("bob", Set.of())
                .backbone("acme", Owners.user(Name.of("alice")))
                .backbone("globex", Owners.user(Name.of("bob")))
                .give(MALLORY, Stories.backbone("acme"), new BackboneCommand.DeleteBackbone(true));
        SERVICE.append();
    }

    @Test
    void shouldTellWhatHappensToWhoeverWatches() throws Exception {
        SERVICE.relocate("acme", 1);
        SERVICE.as("alice").get("/api/v1/me").then().statusCode(200);
        try (EventStream stream = Service.watch("alice", Optional.empty())) {
            assertThat(stream.next().name()).isEqualTo("bookmark");

            SERVICE.relocate("globex", 1);
            SERVICE.relocate("acme", 3);

            List<Long> revisions = Stream.generate(stream::nextEntry)
                    .limit(3)
                    .map(entry -> json(entry.data()).path("revision").asLong())
                    .toList();
            int last = SERVICE.history().of(Stories.backbone("acme")).size();
            assertThat(revisions).containsExactly(last - 2L, last - 1L, (long) last);
        }
    }

    @Test
    void shouldGoOnWhereAWatcherWasCutOffWithoutGapOrDuplicate() throws Exception {
        // Given: more than the tail in memory keeps, so that a resume crosses from the table into it
        SERVICE.as("audrey").get("/api/v1/me").then().statusCode(200);
        List<String> seen = new ArrayList<>();
        String id;
        try (EventStream stream = Service.watch("audrey", Optional.empty())) {
            id = stream.next().id();
        }
        int before = SERVICE.history().of(Stories.backbone("globex")).size();
        SERVICE.relocate("globex", 400);

        // When
        while (seen.size() < 400) {
            try (EventStream stream = Service.watch("audrey", Optional.of(id))) {
                for (int i = 0; i < 37 && seen.size() < 400; i++) {
                    EventStream.Event entry = stream.nextEntry();
                    JsonNode event = json(entry.data());
                    id = entry.id();
                    if (event.path("stream").asText().equals("backbone/globex")) {
                        seen.add(event.path("id").asText());
                    }
                }
            }
        }

        // Then
        assertThat(seen)
                .isEqualTo(SERVICE.history().of(Stories.backbone("globex")).subList(before, before + 400).stream()
                        .map(event -> event.meta().eventId().toString())
                        .toList());
    }

    @Test
    void shouldEndTheStreamOfWhoeverMayNoLongerRead() throws Exception {
        SERVICE.tenants().user("carol", Set.of(Role.AUDITOR));
        SERVICE.append();
        SERVICE.as("carol").get("/api/v1/me").then().statusCode(200);
        try (EventStream stream = Service.watch("carol", Optional.empty())) {
            stream.next();

            SERVICE.tenants().give(Stories.ROOT, Stories.user("carol"), new UserCommand.SuspendUser("left"));
            SERVICE.append();

            stream.awaitEnd();
        }
    }

    @Test
    void shouldRefuseAPositionOfAnotherLog() {
        SERVICE.as("alice")
                .accept("text/event-stream")
                .header("Last-Event-ID", "1.2-3")
                .get("/api/v1/audit")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("Last-Event-ID"));
    }

    private static JsonNode json(String line) {
        try {
            return StudioJson.json().readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }
}
