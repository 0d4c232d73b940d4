package studio.projection.rest.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

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
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.user.ApiToken;
import studio.domain.user.UserCommand;
import studio.projection.testing.Service;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;
import studio.projection.testing.Tenants;
import studio.schema.StoredEvent;

/** What happened, and why, over HTTP. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class HistoryIT {

    private static final Service SERVICE = new Service();
    private static final Tenants TENANTS = SERVICE.tenants();
    private static final Actor ALICE = Actor.user(Name.of("alice"), Set.of(), Set.of());
    private static final String ACME = "/api/v1/backbones/acme";
    private static long secondLife;

    @BeforeAll
    static void tell() {
        TENANTS.user("admin", Set.of(Role.ADMINISTRATOR))
                .user("audrey", Set.of(Role.AUDITOR))
                .user("alice", Set.of(Role.BACKBONE_OWNER))
                .user("bob", Set.of(Role.BACKBONE_OWNER))
                .backbone("acme", Owners.user(Name.of("alice")))
                .backbone("globex", Owners.user(Name.of("bob")))
                .backbone("phoenix", Owners.user(Name.of("alice")))
                .give(Stories.ROOT, Stories.backbone("phoenix"), new BackboneCommand.DeleteBackbone(true));
        secondLife = SERVICE.history().of(Stories.backbone("phoenix")).size() + 1L;
        TENANTS.backbone("phoenix", Owners.user(Name.of("bob")))
                .give(
                        ALICE,
                        Stories.backbone("acme"),
                        new BackboneCommand.ChangeInteriorSite(Name.of("east"), Optional.of("cellar")))
                .give(ALICE, Stories.backbone("acme"), new BackboneCommand.RemoveInteriorSite(Name.of("west"), true));
        SERVICE.append();
        tellOfCauses();
    }

    /** The certificate orchestrator answers, because of what was asked of it; one of its causes lies with another tenant. */
    private static void tellOfCauses() {
        StoredEvent foreign = SERVICE.history().of(Stories.backbone("globex")).getLast();
        List<TlsCertificate> wanted =
                SERVICE.history().entities(Stories.backbone("acme")).list(TlsCertificate.KIND);
        SERVICE.history().because(requestOf(wanted.get(0)), () -> fail(wanted.get(0)));
        SERVICE.history().because(foreign.meta().eventId().toString(), () -> fail(wanted.get(1)));
        SERVICE.append();
    }

    private static String requestOf(TlsCertificate certificate) {
        return SERVICE.history().of(Stories.backbone("acme")).stream()
                .filter(event -> event.event().subject(Stories.backbone("acme")).equals(certificate.key()))
                .findFirst()
                .orElseThrow()
                .meta()
                .eventId()
                .toString();
    }

    private static void fail(TlsCertificate certificate) {
        TENANTS.give(
                Actor.CERT_ORCHESTRATOR,
                Stories.backbone("acme"),
                new CertificateCommand.FailCertificate(certificate.meta().uid(), "no signer"));
    }

    private static String certificate(int index) {
        return SERVICE.history()
                .entities(Stories.backbone("acme"))
                .list(TlsCertificate.KIND)
                .get(index)
                .meta()
                .name();
    }

    @Test
    void shouldTellWhatHappenedToAnEntityWithTheNewestFirst() {
        SERVICE.as("alice")
                .get(ACME + "/sites/east/history")
                .then()
                .statusCode(200)
                .body("items[0].sentence", is("alice changed the location of interior site east to cellar"))
                .body("items[0].type", is("studio.events.InteriorSiteChanged"))
                .body("items[0].actor.name", is("alice"))
                .body("items[0].cause.commandId", not(nullValue()))
                .body("items[0].data.location", is("cellar"))
                .body("items[-1].type", is("studio.events.InteriorSiteAdded"));
        SERVICE.as("alice")
                .queryParam("order", "oldest")
                .get(ACME + "/sites/east/history")
                .then()
                .body("items[0].sentence", is("root added interior site east on linux in east wing"));
    }

    @Test
    void shouldTellWhatChangedAnEntityAsAConsequence() {
        SERVICE.as("alice")
                .get(ACME + "/links/west-east/history")
                .then()
                .statusCode(200)
                .body("items[0].type", is("studio.events.InteriorSiteRemoved"))
                .body("items[0].subject", is("interior-site/west"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void shouldTellEachEventOnceWhateverThePageSize(String order) {
        List<Integer> revisions = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request =
                    SERVICE.as("alice").queryParam("order", order).queryParam("limit", 3);
            Response page = (after == null ? request : request.queryParam("after", after)).get(ACME + "/history");
            page.then().statusCode(200);
            revisions.addAll(page.path("items.revision"));
            after = page.path("next");
        } while (after != null);

        assertThat(revisions)
                .hasSize(SERVICE.history().of(Stories.backbone("acme")).size())
                .doesNotHaveDuplicates();
        assertThat(order.equals("oldest") ? revisions : revisions.reversed()).isSorted();
    }

    @Test
    void shouldRefuseAnOrderThatThereIsNot() {
        SERVICE.as("alice")
                .queryParam("order", "random")
                .get(ACME + "/history")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("order"));
    }

    @Test
    void shouldHideOneTenantsHistoryFromAnother() {
        for (String route : List.of(
                "/history",
                "/why",
                "/sites/east/history",
                "/sites/east/why",
                "/links/west-east/history",
                "/links/west-east/why",
                "/diff?from=1")) {
            SERVICE.as("bob").get("/api/v1/backbones/globex" + route).then().statusCode(200);
            SERVICE.as("audrey").get("/api/v1/backbones/globex" + route).then().statusCode(200);
            SERVICE.as("alice")
                    .get("/api/v1/backbones/globex" + route)
                    .then()
                    .statusCode(404)
                    .body("code", is("not-found"));
        }
        for (String route : List.of("/history", "/why", "/tokens/test/history", "/tokens/test/why", "/diff?from=1")) {
            SERVICE.as("bob").get("/api/v1/users/bob" + route).then().statusCode(200);
            SERVICE.as("alice").get("/api/v1/users/bob" + route).then().statusCode(404);
        }
        SERVICE.as("admin").get("/api/v1/planets/mars/history").then().statusCode(404);
        SERVICE.as("admin").get(ACME + "/planets/mars/history").then().statusCode(404);
        SERVICE.as("admin").get(ACME + "/sites/mars/history").then().statusCode(404);
    }

    @Test
    void shouldTellEachIncarnationToThoseWhoOwnedIt() {
        String phoenix = "/api/v1/backbones/phoenix";
        List<Integer> alices = SERVICE.as("alice")
                .queryParam("limit", 500)
                .get(phoenix + "/history")
                .path("items.revision");
        List<Integer> bobs = SERVICE.as("bob")
                .queryParam("limit", 500)
                .get(phoenix + "/history")
                .path("items.revision");

        assertThat(alices).isNotEmpty().allMatch(revision -> revision < secondLife);
        assertThat(bobs).isNotEmpty().allMatch(revision -> revision >= secondLife);
        assertThat(alices.size() + bobs.size())
                .isEqualTo(SERVICE.history().of(Stories.backbone("phoenix")).size());
        SERVICE.as("alice").get(phoenix).then().statusCode(404);
        SERVICE.as("alice").queryParam("at", secondLife - 2).get(phoenix).then().statusCode(200);
        SERVICE.as("alice").queryParam("at", secondLife).get(phoenix).then().statusCode(404);
        SERVICE.as("bob").queryParam("at", secondLife).get(phoenix).then().statusCode(200);
        SERVICE.as("bob").queryParam("at", 1).get(phoenix).then().statusCode(404);
        SERVICE.as("bob").queryParam("from", 1).get(phoenix + "/diff").then().statusCode(404);
        SERVICE.as("admin").queryParam("from", 1).get(phoenix + "/diff").then().statusCode(200);
    }

    @Test
    void shouldAuditEachIncarnationForThoseWhoOwnedIt() {
        RequestSpecification alice =
                SERVICE.as("alice").queryParam("stream", "backbone/phoenix").queryParam("limit", 500);
        List<Integer> revisions = alice.get("/api/v1/audit").path("items.revision");

        assertThat(revisions).isNotEmpty().allMatch(revision -> revision < secondLife);
    }

    @Test
    void shouldFollowCausesBackToThePerson() {
        SERVICE.as("alice")
                .get(ACME + "/certificates/" + certificate(0) + "/why")
                .then()
                .statusCode(200)
                .body("subject", is("certificate/" + certificate(0)))
                .body("steps", hasSize(2))
                .body("steps[0].event.type", is("studio.events.CertificateFailed"))
                .body("steps[0].event.actor.name", is("cert-orchestrator"))
                .body("steps[1].event.type", is("studio.events.CertificateRequested"))
                .body("steps[1].event.actor.name", is("root"))
                .body("end", is("person"));
        SERVICE.as("alice")
                .get(ACME + "/links/west-east/why")
                .then()
                .body("steps", hasSize(1))
                .body("steps[0].sentence", is("alice removed interior site west"));
    }

    @Test
    void shouldTellNothingOfACauseInAStreamThatIsNotTheReaders() {
        String why = ACME + "/certificates/" + certificate(1) + "/why";
        Response answer = SERVICE.as("alice").get(why);

        answer.then()
                .statusCode(200)
                .body("steps", hasSize(2))
                .body("steps[1].sentence", is("A change in another stream"))
                .body("steps[1].event", nullValue())
                .body("end", is("hidden"));
        assertThat(answer.asString().replaceAll("\"causationId\":\"[^\"]*\"", ""))
                .doesNotContain("globex", "bob");
        SERVICE.as("admin").get(why).then().body("steps.event.stream", hasItem("backbone/globex"));
    }

    @Test
    void shouldTellTheClocksCause() {
        TENANTS.give(
                Actor.user(Name.of("bob"), Set.of(), Set.of()),
                Stories.user("bob"),
                new UserCommand.CreateApiToken(
                        Name.of("brief"),
                        Set.of(ApiToken.Scope.READ),
                        new Digest("0f".repeat(32)),
                        Optional.of(Instant.parse("2126-01-01T00:00:00Z"))));
        ApiToken brief = SERVICE.history().entities(Stories.user("bob")).get(ApiToken.KIND, Name.of("brief"));
        TENANTS.give(
                Actor.TIMER,
                Stories.user("bob"),
                new UserCommand.ExpireToken(Name.of("brief"), brief.meta().uid()));
        SERVICE.append();

        SERVICE.as("bob")
                .get("/api/v1/users/bob/tokens/brief/why")
                .then()
                .statusCode(200)
                .body("steps.sentence[0]", is("API token brief expired"))
                .body("steps[1].event.type", is("studio.events.ApiTokenCreated"))
                .body("end", is("person"));
    }

    @Test
    void shouldTellOnlyWhatHappened() {
        SERVICE.as("admin")
                .queryParam("limit", 500)
                .get(ACME + "/history")
                .then()
                .body("items.stream", everyItem(is("backbone/acme")))
                .body("items.eventId", everyItem(not(nullValue())));
    }
}
