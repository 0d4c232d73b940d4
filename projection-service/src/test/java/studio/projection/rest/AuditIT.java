package studio.projection.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.api.json.StudioJson;
import studio.domain.backbone.BackboneCommand;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.domain.user.UserCommand;
import studio.projection.testing.EventStream;
import studio.projection.testing.History;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;
import studio.projection.testing.Tenants;
import studio.projection.testing.TestLog;
import studio.schema.ChainVerifier;
import studio.schema.EventCodec;
import studio.schema.StoredEvent;

/** The audit over HTTP: list, export and tail. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class AuditIT {

    private static final History HISTORY = new History();
    private static final Tenants TENANTS = new Tenants(HISTORY);
    private static final Actor MALLORY = Actor.user(Name.of("mallory"), Set.of(), Set.of());

    @TestHTTPResource("/api/v1/audit")
    URI audit;

    @BeforeAll
    static void tell() {
        TENANTS.user("admin", Set.of(Role.ADMINISTRATOR))
                .user("audrey", Set.of(Role.AUDITOR))
                .user("alice", Set.of())
                .user("bob", Set.of())
                .backbone("acme", Owners.user(Name.of("alice")))
                .backbone("globex", Owners.user(Name.of("bob")))
                .give(MALLORY, Stories.backbone("acme"), new BackboneCommand.DeleteBackbone(true));
        append();
    }

    private static void append() {
        try (TestLog log = TestLog.of(ConfigProvider.getConfig().getValue("studio.kafka.bootstrap-servers", String.class))) {
            log.append(TENANTS.take());
        }
    }

    private static RequestSpecification as(String user) {
        await().until(() -> bearer(user).get("/api/v1/me").statusCode() == 200);
        StreamKey acme = Stories.backbone("acme");
        return bearer(user).header("Studio-Min-Position", acme + "@" + HISTORY.of(acme).size());
    }

    private static RequestSpecification bearer(String user) {
        return given().header("Authorization", "Bearer " + Tenants.token(user));
    }

    private static void relocate(String backbone, int times) {
        for (int i = 0; i < times; i++) {
            TENANTS.give(
                    Stories.ROOT,
                    Stories.backbone(backbone),
                    new BackboneCommand.ChangeInteriorSite(Name.of("east"), Optional.of("room " + System.nanoTime())));
        }
        append();
    }

    @Test
    void shouldListTheNewestFirstAndPageThroughAll() {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request = as("admin").queryParam("stream", "backbone/globex").queryParam("limit", 4);
            Response page = (after == null ? request : request.queryParam("after", after)).get("/api/v1/audit");
            page.then().statusCode(200);
            seen.addAll(page.path("items.eventId"));
            after = page.path("next");
        } while (after != null);

        List<String> expected = HISTORY.of(Stories.backbone("globex")).stream()
                .map(event -> event.meta().eventId().toString())
                .toList()
                .reversed();
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void shouldShowWhatWasRefused() {
        as("alice").queryParam("outcome", "refused").get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].type", is("studio.commands.DeleteBackbone"))
                .body("items[0].actor.name", is("mallory"))
                .body("items[0].data.reason", is("not-found"));
    }

    @Test
    void shouldFilter() {
        as("admin").queryParam("type", "BackboneCreated").get("/api/v1/audit").then()
                .body("items.type", everyItem(is("studio.events.BackboneCreated")))
                .body("items", hasSize(2));
        as("admin").queryParam("subject", "interior-site/west").queryParam("stream", "backbone/acme").get("/api/v1/audit")
                .then()
                .body("items.subject", everyItem(is("interior-site/west")));
        as("admin").queryParam("actor", "mallory").get("/api/v1/audit").then().body("items", hasSize(1));
        as("admin").queryParam("commandId", "command-1").get("/api/v1/audit").then().body("items.commandId", everyItem(is("command-1")));
        as("admin").queryParam("until", "2020-01-01T00:00:00Z").get("/api/v1/audit").then().body("items", hasSize(0));
        as("admin").queryParam("since", "2020-01-01T00:00:00Z").get("/api/v1/audit").then().body("items", not(hasSize(0)));
        as("admin").queryParam("since", "yesterday").get("/api/v1/audit").then().statusCode(400).body("errors[0].pointer", is("since"));
    }

    @Test
    void shouldShowEachTenantItsOwnStreams() {
        as("alice").queryParam("limit", 500).get("/api/v1/audit").then()
                .body("items.stream", not(hasItem("backbone/globex")))
                .body("items.stream", not(hasItem("user/bob")))
                .body("items.stream", hasItem("backbone/acme"))
                .body("items.stream", hasItem("user/alice"));
        as("alice").queryParam("stream", "backbone/globex").get("/api/v1/audit").then().body("items", hasSize(0));
        assertThat(export("bob", "")).noneMatch(line -> line.path("stream").asText().equals("backbone/acme"));
    }

    private List<JsonNode> export(String user, String query) {
        Response response = as(user).accept("application/x-ndjson").get("/api/v1/audit" + query);
        response.then().statusCode(200);
        return response.asString().lines().map(AuditIT::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return StudioJson.json().readTree(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    @Test
    void shouldExportChainsThatHold() {
        relocate("acme", 1200);
        List<JsonNode> lines = export("audrey", "");

        ChainVerifier verifier = new ChainVerifier();
        for (JsonNode line : lines) {
            String schema = line.path("dataschema").asText();
            StoredEvent event = EventCodec.decode(
                    line.path("type").asText(),
                    Integer.parseInt(schema.substring(schema.lastIndexOf('/') + 1)),
                    Base64.getDecoder().decode(line.path("record").asText()));
            assertThat(verifier.next(event)).isEmpty();
            assertThat(line.path("hash").asText()).isEqualTo(event.meta().hash().hex());
            assertThat(line.path("data")).isEqualTo(StudioJson.json().valueToTree(event.event()));
            assertThat(line.path("specversion").asText()).isEqualTo("1.0");
        }
        assertThat(verifier.heads()).containsKeys(Stories.backbone("acme"), Stories.user("bob"));
        assertThat(verifier.heads().get(Stories.backbone("acme")).revision()).isEqualTo(HISTORY.of(Stories.backbone("acme")).size());
        assertThat(export("audrey", "?outcome=refused")).hasSize(1);
    }

    @Test
    void shouldTellWhatHappensToWhoeverWatches() throws Exception {
        relocate("acme", 1);
        as("alice").get("/api/v1/me").then().statusCode(200);
        try (EventStream stream = EventStream.open(audit, Tenants.token("alice"), Optional.empty())) {
            assertThat(stream.next().name()).isEqualTo("bookmark");

            relocate("globex", 1);
            relocate("acme", 3);

            List<Long> revisions = Stream.generate(stream::nextEntry).limit(3).map(entry -> json(entry.data()).path("revision").asLong()).toList();
            int last = HISTORY.of(Stories.backbone("acme")).size();
            assertThat(revisions).containsExactly(last - 2L, last - 1L, (long) last);
        }
    }

    @Test
    void shouldGoOnWhereAWatcherWasCutOffWithoutGapOrDuplicate() throws Exception {
        // Given: more than the tail in memory keeps, so that a resume crosses from the table into it
        as("audrey").get("/api/v1/me").then().statusCode(200);
        List<String> seen = new ArrayList<>();
        String id;
        try (EventStream stream = EventStream.open(audit, Tenants.token("audrey"), Optional.empty())) {
            id = stream.next().id();
        }
        int before = HISTORY.of(Stories.backbone("globex")).size();
        relocate("globex", 400);

        // When
        while (seen.size() < 400) {
            try (EventStream stream = EventStream.open(audit, Tenants.token("audrey"), Optional.of(id))) {
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
        assertThat(seen).isEqualTo(HISTORY.of(Stories.backbone("globex")).subList(before, before + 400).stream()
                .map(event -> event.meta().eventId().toString())
                .toList());
    }

    @Test
    void shouldEndTheStreamOfWhoeverMayNoLongerRead() throws Exception {
        TENANTS.user("carol", Set.of(Role.AUDITOR));
        append();
        as("carol").get("/api/v1/me").then().statusCode(200);
        try (EventStream stream = EventStream.open(audit, Tenants.token("carol"), Optional.empty())) {
            stream.next();

            TENANTS.give(Stories.ROOT, Stories.user("carol"), new UserCommand.SuspendUser("left"));
            append();

            assertThat(stream.awaitEnd()).isTrue();
        }
    }

    @Test
    void shouldRefuseAPositionOfAnotherLog() {
        as("alice").accept("text/event-stream").header("Last-Event-ID", "1.2-3")
                .get("/api/v1/audit")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("Last-Event-ID"));
    }
}
