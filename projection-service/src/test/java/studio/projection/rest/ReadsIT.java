package studio.projection.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;
import studio.domain.user.UserCommand;
import studio.projection.testing.Service;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;
import studio.projection.testing.Tenants;

/** Reads over HTTP, from tables that a real log filled. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class ReadsIT {

    private static final Service SERVICE = new Service();
    private static final Tenants TENANTS = SERVICE.tenants();
    private static final Actor MALLORY = Actor.user(Name.of("mallory"), Set.of(), Set.of());
    private static final Instant END = Instant.parse("2026-05-01T00:00:00Z");
    private static final String CHAIN = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

    @BeforeAll
    static void tell() {
        TENANTS.user("admin", Set.of(Role.ADMINISTRATOR))
                .user("audrey", Set.of(Role.AUDITOR))
                .user("alice", Set.of(Role.BACKBONE_OWNER))
                .user("bob", Set.of(Role.BACKBONE_OWNER), "globex-people")
                .backbone("acme", Owners.user(Name.of("alice")))
                .backbone("globex", new Owners(Set.of(), Set.of(Name.of("globex-people"))))
                .offered("acme", new Owners(Set.of(Name.of("bob")), Set.of(Name.of("nobody"))))
                .offered("globex", new Owners(Set.of(), Set.of(Name.of("globex-people"))))
                .give(
                        Actor.CERT_ORCHESTRATOR,
                        StreamType.AUTHORITY.key(Name.of("root")),
                        new CertificateCommand.RequestCertificate(
                                new CertificateSubject(CertificateSubject.Kind.ROOT, Name.of("root")),
                                Optional.empty()))
                .give(MALLORY, Stories.backbone("acme"), new BackboneCommand.DeleteBackbone(true));
        for (int i = 0; i < 25; i++) {
            TENANTS.backbone("page%02d".formatted(i), Owners.user(Name.of("alice")));
        }
        TENANTS.give(
                Actor.CERT_ORCHESTRATOR,
                Stories.backbone("globex"),
                new CertificateCommand.RecordCertificate(
                        authority("globex"),
                        new TlsCertificate.Signed(
                                "0a",
                                new Digest("ab".repeat(32)),
                                Instant.parse("2026-01-01T00:00:00Z"),
                                END,
                                Optional.empty(),
                                Optional.of(CHAIN))));
        SERVICE.append();
        // By now its stream is in the tables, though it has no root to look for there.
        TENANTS.give(
                Actor.CERT_ORCHESTRATOR,
                StreamType.AUTHORITY.key(Name.of("root")),
                new CertificateCommand.RequestCertificate(
                        new CertificateSubject(CertificateSubject.Kind.ROOT, Name.of("root")),
                        Optional.of("-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n")));
        SERVICE.append();
    }

    /** The authority of the backbone's interior routers. */
    private static Uid authority(String backbone) {
        return SERVICE.history().entities(Stories.backbone(backbone)).list(TlsCertificate.KIND).stream()
                .filter(certificate -> certificate.subject().kind() == CertificateSubject.Kind.INTERIOR_CA)
                .findFirst()
                .orElseThrow()
                .meta()
                .uid();
    }

    @Test
    void shouldShowWhoseCertificatesEndWhen() {
        SERVICE.as("bob")
                .queryParam("expiresBefore", END.plusSeconds(1).toString())
                .queryParam("use", "interior-ca")
                .get("/api/v1/certificates")
                .then()
                .statusCode(200)
                .body("items.uid", is(List.of(authority("globex").toString())))
                .body("items.stream", is(List.of("backbone/globex")));
        SERVICE.as("bob")
                .queryParam("expiresBefore", END.toString())
                .get("/api/v1/certificates")
                .then()
                .body("items", is(List.of()));
        SERVICE.as("alice").get("/api/v1/certificates").then().body("items", is(List.of()));
        SERVICE.as("admin").get("/api/v1/certificates").then().body("items", hasSize(1));
        SERVICE.as("bob")
                .queryParam("expiresBefore", "soon")
                .get("/api/v1/certificates")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldSumUpABackboneForWhoeverMayReadIt() {
        SERVICE.as("bob")
                .get("/api/v1/backbones/globex/summary")
                .then()
                .statusCode(200)
                .body("name", is("globex"))
                .body("sites.requested", is(2))
                .body("links.size()", is(1))
                .body("linkStates.link", is(List.of("west-east")))
                .body("linkStates.cost", is(List.of(1)))
                .body("certificates.values().sum()", is(1))
                .body("firstEnd", is(END.toString()));
        SERVICE.as("alice").get("/api/v1/backbones/globex/summary").then().statusCode(404);
        SERVICE.as("bob")
                .queryParam("at", "1")
                .get("/api/v1/backbones/globex/summary")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldGiveOutTheChainOfACertificateThatWasSigned() {
        String globex = "/api/v1/backbones/globex/certificates/" + authority("globex") + "/chain";
        String answer = SERVICE.as("bob")
                .get(globex)
                .then()
                .statusCode(200)
                .contentType("application/pem-certificate-chain")
                .extract()
                .asString();
        assertThat(answer).isEqualTo(CHAIN);
        SERVICE.as("alice").get(globex).then().statusCode(404);
        SERVICE.as("alice")
                .get("/api/v1/backbones/acme/certificates/" + authority("acme") + "/chain")
                .then()
                .statusCode(409);
    }

    @Test
    void shouldShowWhatRevokingACertificateWouldBreak() {
        String impact = "/api/v1/backbones/globex/certificates/" + authority("globex") + "/impact";
        SERVICE.as("bob")
                .get(impact)
                .then()
                .statusCode(200)
                .body("certificates", is(List.of(authority("globex").toString())))
                .body("links", is(List.of()));
        SERVICE.as("alice").get(impact).then().statusCode(404);
    }

    @Test
    void shouldShowABackboneToItsOwner() {
        ValidatableResponse answer =
                SERVICE.as("alice").get("/api/v1/backbones/acme").then();
        answer.statusCode(200)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "no-store")
                .body("name", is("acme"))
                .body("state", is("requested"))
                .body("owners.users", is(List.of("alice")));
    }

    @Test
    void shouldShowWhoAsks() {
        SERVICE.as("bob")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", is("bob"))
                .body("roles", is(List.of("backbone-owner")))
                .body("groups", is(List.of("globex-people")))
                .body("token", is("test"))
                .body("scopes", is(List.of("read")));
    }

    private static List<String> routes(String backbone, String user) {
        String certificate = SERVICE.history()
                .entities(Stories.backbone(backbone))
                .list(TlsCertificate.KIND)
                .getFirst()
                .meta()
                .name();
        String attachment = SERVICE.history()
                .entities(Stories.backbone(backbone))
                .list(NetworkAttachment.KIND)
                .getFirst()
                .meta()
                .name();
        String content = "/api/v1/backbones/" + backbone;
        return List.of(
                content,
                content + "/sites",
                content + "/sites/east",
                content + "/access-points",
                content + "/access-points/east-peer",
                content + "/links",
                content + "/links/west-east",
                content + "/attachments",
                content + "/attachments/" + attachment,
                content + "/certificates",
                content + "/certificates/" + certificate,
                "/api/v1/users/" + user,
                "/api/v1/users/" + user + "/tokens",
                "/api/v1/users/" + user + "/tokens/test",
                "/api/v1/users/" + user + "/sessions");
    }

    @Test
    void shouldHideOneTenantFromAnotherOnEveryRoute() {
        for (String route : routes("globex", "bob")) {
            SERVICE.as("bob").get(route).then().statusCode(200);
            SERVICE.as("admin").get(route).then().statusCode(200);
            SERVICE.as("audrey").get(route).then().statusCode(200);
            SERVICE.as("alice")
                    .get(route)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", is("not-found"));
            given().get(route).then().statusCode(401).body("code", is("not-signed-in"));
        }
        for (String route : routes("acme", "alice")) {
            SERVICE.as("alice").get(route).then().statusCode(200);
            SERVICE.as("bob").get(route).then().statusCode(404);
        }
        SERVICE.as("alice").get("/api/v1/users/alice/sessions/none").then().statusCode(404);
    }

    @Test
    void shouldListTheAccessPointsThatAreOfferedAndTellNothingElse() {
        SERVICE.as("bob")
                .get("/api/v1/access-points")
                .then()
                .statusCode(200)
                .body("items.backbone", is(List.of("acme", "globex")))
                .body("items.name", is(List.of("east-member", "east-member")))
                .body("items.site", is(List.of("east", "east")))
                .body("items.state", is(List.of("requested", "requested")))
                .body("items[0].keySet()", is(Set.of("uid", "name", "backbone", "site", "state")));
        for (String other : List.of("alice", "admin", "audrey")) {
            SERVICE.as(other)
                    .get("/api/v1/access-points")
                    .then()
                    .statusCode(200)
                    .body("items", is(List.of()));
        }
        given().get("/api/v1/access-points").then().statusCode(401);
    }

    @Test
    void shouldPageAndFilterTheAccessPointsThatAreOffered() {
        String next = SERVICE.as("bob")
                .get("/api/v1/access-points?limit=1")
                .then()
                .body("items.backbone", is(List.of("acme")))
                .extract()
                .path("next");
        SERVICE.as("bob")
                .get("/api/v1/access-points?limit=1&after=" + next)
                .then()
                .body("items.backbone", is(List.of("globex")))
                .body("next", is(nullValue()));
        SERVICE.as("bob")
                .get("/api/v1/access-points?backbone=globex")
                .then()
                .body("items.backbone", is(List.of("globex")));
    }

    @Test
    void shouldShowWhatIsAttachedWhere() {
        SERVICE.as("alice")
                .get("/api/v1/backbones/acme/attachments?network=shop")
                .then()
                .statusCode(200)
                .body("items[0].accessPoint", is("east-member"))
                .body("items[0].port", is(46000))
                .body("items[0].vanId.length()", is(26))
                .body("items[0].state", is("requested"));
        SERVICE.as("alice")
                .get("/api/v1/backbones/acme/attachments?network=depot")
                .then()
                .body("items", is(List.of()));
    }

    @Test
    void shouldShowTheInstallationsOwnCertificatesToThoseWhoReadAll() {
        String uid = SERVICE.as("admin")
                .get("/api/v1/authority/certificates")
                .then()
                .statusCode(200)
                .body("items.use", is(List.of("root")))
                .extract()
                .path("items[0].uid");
        SERVICE.as("audrey").get("/api/v1/authority/certificates/" + uid).then().statusCode(200);
        SERVICE.as("alice").get("/api/v1/authority/certificates/" + uid).then().statusCode(404);
        SERVICE.as("audrey")
                .get("/api/v1/authority/certificates/" + uid + "?at=1")
                .then()
                .statusCode(200)
                .header("Studio-Position", "authority/root@1");
        SERVICE.as("admin").get("/api/v1/authority/certificates?at=1").then().body("items", hasSize(1));
        SERVICE.as("alice")
                .get("/api/v1/authority/certificates/" + uid + "?at=1")
                .then()
                .statusCode(404);
        SERVICE.as("alice").get("/api/v1/authority/certificates").then().body("items", is(List.of()));
    }

    @Test
    void shouldShowAUsersQuota() {
        SERVICE.as("alice").get("/api/v1/users/alice").then().body("quota.networks", is(20));
    }

    @Test
    void shouldSayTheSameOfWhatIsHiddenAndWhatIsNot() {
        String hidden = SERVICE.as("alice")
                .get("/api/v1/backbones/globex")
                .then()
                .extract()
                .path("detail");
        String absent = SERVICE.as("alice")
                .get("/api/v1/backbones/nowhere")
                .then()
                .extract()
                .path("detail");

        assertThat(hidden.replace("globex", "x")).isEqualTo(absent.replace("nowhere", "x"));
    }

    @Test
    void shouldLeaveOutOfListsWhatIsHidden() {
        SERVICE.as("bob")
                .get("/api/v1/backbones")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("globex")));
        SERVICE.as("alice").get("/api/v1/users").then().body("items.name", equalTo(List.of("alice")));
        SERVICE.as("admin")
                .get("/api/v1/users")
                .then()
                .body("items.name", equalTo(List.of("admin", "alice", "audrey", "bob")));
        SERVICE.as("audrey")
                .queryParam("limit", 500)
                .get("/api/v1/backbones")
                .then()
                .body("items", hasSize(27));
    }

    @Test
    void shouldFilterLists() {
        SERVICE.as("alice")
                .queryParam("platform", "linux")
                .get("/api/v1/backbones/acme/sites")
                .then()
                .body("items", hasSize(2));
        SERVICE.as("alice")
                .queryParam("platform", "docker")
                .get("/api/v1/backbones/acme/sites")
                .then()
                .body("items", hasSize(0));
        SERVICE.as("alice")
                .queryParam("from", "west")
                .get("/api/v1/backbones/acme/links")
                .then()
                .body("items", hasSize(1));
        SERVICE.as("alice")
                .queryParam("use", "interior-ca")
                .get("/api/v1/backbones/acme/certificates")
                .then()
                .body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 26})
    void shouldShowEachItemOnceWhateverThePageSize(int limit) {
        List<String> names = SERVICE.pages("alice", "/api/v1/backbones", limit);

        assertThat(names).hasSize(26).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void shouldGoOnAtTheSamePlaceWhateverIsAddedMeanwhile() {
        Response first = SERVICE.as("admin")
                .queryParam("limit", 2)
                .queryParam("state", "active")
                .get("/api/v1/users");
        TENANTS.user("aaron", Set.of()).give(Stories.ROOT, Stories.user("aaron"), new UserCommand.RemoveUser());
        SERVICE.append();
        Response second = SERVICE.as("admin")
                .queryParam("after", first.<String>path("next"))
                .get("/api/v1/users");

        assertThat(first.<List<String>>path("items.name")).containsExactly("admin", "alice");
        assertThat(second.<List<String>>path("items.name")).containsExactly("audrey", "bob");
        SERVICE.as("admin")
                .queryParam("state", "removed")
                .get("/api/v1/users")
                .then()
                .body("items.name", is(List.of("aaron")));
        SERVICE.as("admin").get("/api/v1/users/aaron").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "after=%21", "stat=ready"})
    void shouldRefuseParametersThatItDoesNotKnow(String query) {
        SERVICE.as("alice")
                .get("/api/v1/backbones?" + query)
                .then()
                .statusCode(400)
                .body("code", is("validation-failed"))
                .body("errors[0].pointer", is(query.substring(0, query.indexOf('='))));
    }

    @Test
    void shouldWaitForAPositionAndSayWhenItDoesNotCome() {
        SERVICE.as("alice")
                .header("Studio-Min-Position", "backbone/acme@100000")
                .get("/api/v1/backbones/acme")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", is("projection-lagging"));
        SERVICE.as("alice")
                .header("Studio-Min-Position", "acme")
                .get("/api/v1/backbones/acme")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("Studio-Min-Position"));
    }

    @Test
    void shouldReadWhatWasJustWritten() {
        for (int i = 0; i < 20; i++) {
            TENANTS.give(
                    Stories.ROOT,
                    Stories.backbone("acme"),
                    new BackboneCommand.ChangeInteriorSite(Name.of("east"), Optional.of("room " + i)));
            SERVICE.append();
            SERVICE.as("alice").get("/api/v1/backbones/acme/sites/east").then().body("location", is("room " + i));
        }
    }

    @Test
    void shouldBeReadyAndMeasured() {
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(given().get("/metrics").asString())
                .contains("studio_projection_delay_seconds", "studio_projection_lag_records");
    }

    @Test
    void shouldAnswerUnknownPathsWithAProblem() {
        Service.bearer("alice").get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
    }
}
