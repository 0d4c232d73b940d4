package studio.projection.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.api.json.StudioJson;
import studio.domain.backbone.BackboneCommand;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.projection.testing.Service;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;
import studio.schema.ChainVerifier;
import studio.schema.EventCodec;
import studio.schema.StoredEvent;

/** Listing and exporting the audit over HTTP. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class AuditIT {

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
    void shouldListTheNewestFirstAndPageThroughAll() {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request =
                    SERVICE.as("admin").queryParam("stream", "backbone/globex").queryParam("limit", 4);
            Response page = (after == null ? request : request.queryParam("after", after)).get("/api/v1/audit");
            page.then().statusCode(200);
            seen.addAll(page.path("items.eventId"));
            after = page.path("next");
        } while (after != null);

        List<String> expected = SERVICE.history().of(Stories.backbone("globex")).stream()
                .map(event -> event.meta().eventId().toString())
                .toList()
                .reversed();
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void shouldShowWhatWasRefused() {
        SERVICE.as("alice")
                .queryParam("outcome", "refused")
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].type", is("studio.commands.DeleteBackbone"))
                .body("items[0].actor.name", is("mallory"))
                .body("items[0].data.reason", is("not-found"));
    }

    @Test
    void shouldFilter() {
        SERVICE.as("admin")
                .queryParam("type", "BackboneCreated")
                .get("/api/v1/audit")
                .then()
                .body("items.type", everyItem(is("studio.events.BackboneCreated")))
                .body("items", hasSize(2));
        SERVICE.as("admin")
                .queryParam("subject", "interior-site/west")
                .queryParam("stream", "backbone/acme")
                .get("/api/v1/audit")
                .then()
                .body("items.subject", everyItem(is("interior-site/west")));
        SERVICE.as("admin")
                .queryParam("actor", "mallory")
                .get("/api/v1/audit")
                .then()
                .body("items", hasSize(1));
        SERVICE.as("admin")
                .queryParam("commandId", "command-1")
                .get("/api/v1/audit")
                .then()
                .body("items.commandId", everyItem(is("command-1")));
        SERVICE.as("admin")
                .queryParam("until", "2020-01-01T00:00:00Z")
                .get("/api/v1/audit")
                .then()
                .body("items", hasSize(0));
        SERVICE.as("admin")
                .queryParam("since", "2020-01-01T00:00:00Z")
                .get("/api/v1/audit")
                .then()
                .body("items", not(hasSize(0)));
        SERVICE.as("admin")
                .queryParam("since", "yesterday")
                .get("/api/v1/audit")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("since"));
    }

    @Test
    void shouldShowEachTenantItsOwnStreams() {
        SERVICE.as("alice")
                .queryParam("limit", 500)
                .get("/api/v1/audit")
                .then()
                .body("items.stream", not(hasItem("backbone/globex")))
                .body("items.stream", not(hasItem("user/bob")))
                .body("items.stream", hasItem("backbone/acme"))
                .body("items.stream", hasItem("user/alice"));
        SERVICE.as("alice")
                .queryParam("stream", "backbone/globex")
                .get("/api/v1/audit")
                .then()
                .body("items", hasSize(0));
        assertThat(export("bob", ""))
                .noneMatch(line -> line.path("stream").asText().equals("backbone/acme"));
    }

    private List<JsonNode> export(String user, String query) {
        Response response = SERVICE.as(user).accept("application/x-ndjson").get("/api/v1/audit" + query);
        response.then().statusCode(200);
        return response.asString().lines().map(AuditIT::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return StudioJson.json().readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    @Test
    void shouldExportChainsThatHold() {
        SERVICE.relocate("acme", 1200);
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
        assertThat(verifier.heads()).containsAllEntriesOf(Map.of(Stories.backbone("acme"), head("acme")));
        assertThat(export("audrey", "?outcome=refused")).hasSize(1);
    }

    private static ChainVerifier.Head head(String backbone) {
        StoredEvent last = SERVICE.history().of(Stories.backbone(backbone)).getLast();
        return new ChainVerifier.Head(last.meta().revision(), last.meta().hash());
    }
}
