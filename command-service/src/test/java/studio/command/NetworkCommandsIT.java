package studio.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.command.submit.CommandSubmitter;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.library.ImageSnapshot;
import studio.domain.network.Endpoint;
import studio.domain.network.Group;
import studio.domain.network.MemberCommand.LeaveNetwork;
import studio.domain.network.MemberInvitation;
import studio.domain.network.Network;
import studio.identity.Secret;

/** Commands to application networks, from HTTP to the log and back. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class NetworkCommandsIT {

    private static final String NETWORKS = "/api/v1/networks";
    private static final String PINNED = "quay.io/acme/web@sha256:" + "ab".repeat(32);

    @Inject
    CommandSubmitter submitter;

    private Studio owner;
    private String user;
    private String network;
    private String path;

    @BeforeEach
    void signIn() {
        user = Studio.uniqueName("owner");
        owner = Studio.user(user, "[\"network-owner\"]");
        network = Studio.uniqueName("shop");
        path = NETWORKS + "/" + network;
    }

    private String body() {
        return "{\"name\":\"" + network + "\",\"backbone\":\"acme\",\"accessPoints\":[\"west\"]}";
    }

    private void create() {
        owner.send(body()).post(NETWORKS).then().statusCode(201);
    }

    private Response post(String below, String body) {
        return owner.send(body).post(path + below);
    }

    private void publish(Studio publisher, String name, String version) {
        String library = "/api/v1/libraries/" + name;
        publisher
                .send("{\"name\":\"orders\",\"protocol\":\"http\",\"port\":8080}")
                .post(library + "/services")
                .then()
                .statusCode(201);
        publisher
                .send("""
                    {
                      "version": "%s",
                      "artifacts": {"kubernetes": "%s"},
                      "offers": [{"service": "%s/orders", "port": 8080}]
                    }
                    """.formatted(version, PINNED, name))
                .post(library + "/images/web/versions")
                .then()
                .statusCode(201);
    }

    private Response compose(String image) {
        return post(
                "/processes",
                "{\"name\":\"web\",\"allocation\":{\"siteClasses\":[\"gold\"]},\"image\":" + image
                        + ",\"replicas\":2,\"env\":{\"MODE\":\"fast\"}}");
    }

    private void furnish() {
        create();
        post("/site-classes", "{\"name\":\"gold\",\"labels\":{\"tier\":\"1\"},\"proposedPolicy\":\"accept-all\"}")
                .then()
                .statusCode(201)
                .header("Location", endsWith(path + "/site-classes/gold"));
    }

    @Test
    void shouldMakeANetworkOfWhoeverAsks() {
        // When
        Response answer = owner.send("""
            {
              "name": "%s",
              "backbone": "acme",
              "accessPoints": ["west", "east"],
              "schedule": {"endTime": "2099-01-01T00:00:00.123456789Z", "deleteDelay": "PT2H"}
            }
            """.formatted(network)).post(NETWORKS);

        // Then
        answer.then()
                .statusCode(201)
                .header("Location", endsWith(path))
                .header("ETag", "\"1\"")
                .header("Studio-Position", matchesPattern("network/" + network + "@\\d+"))
                .body("uid", notNullValue())
                .body("events.type", hasItem("studio.events.NetworkCreated"));
        Network made = new Participants(submitter, network).entities().get(Network.KIND, Name.of(network));
        assertThat(made.spec().owners().users()).containsExactly(Name.of(user));
        assertThat(made.spec().schedule().deleteDelaySeconds()).isEqualTo(7_200);
        assertThat(made.spec().schedule().endTime().orElseThrow()).hasToString("2099-01-01T00:00:00.123456Z");
    }

    @Test
    void shouldChangeStopAndDeleteANetwork() {
        // Given
        create();
        new Participants(submitter, network).activate("west");

        // When, then
        owner.send("{\"readers\":{\"groups\":[\"watchers\"]},\"accessPoints\":[\"west\",\"east\"]}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("events.type", contains("studio.events.NetworkChanged", "studio.events.AttachmentRequested"));
        post("/suspend", "{\"cause\":\"maintenance\"}")
                .then()
                .statusCode(200)
                .body("events.type", contains("studio.events.NetworkSuspended"));
        owner.ask().post(path + "/resume").then().statusCode(200);
        owner.ask()
                .delete(path + "?force=true")
                .then()
                .statusCode(200)
                .body("events.type", hasItem("studio.events.NetworkDeleted"));
        owner.ask().post(path + "/resume").then().statusCode(404);
    }

    @Test
    void shouldGiveTheFirstAnswerAgainWhenTheImageWasWithdrawnSince() {
        // Given
        furnish();
        publish(owner, user, "1.4.2");
        String body = "{\"name\":\"web\",\"allocation\":{},\"image\":\"" + user + "/web@1.4.2\"}";
        String other = body.replace("\"web\"", "\"other\"");
        String key = Studio.uniqueName("key");
        owner.send(body)
                .header("Idempotency-Key", key)
                .post(path + "/processes")
                .then()
                .statusCode(201);
        owner.send("{}")
                .post("/api/v1/libraries/" + user + "/images/web/versions/1.4.2/withdraw")
                .then()
                .statusCode(200);

        // When
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> post("/processes?dryRun=true", other).statusCode(), status -> status == 409);
        Response again = owner.send(body).header("Idempotency-Key", key).post(path + "/processes");

        // Then
        again.then()
                .statusCode(201)
                .header("Location", endsWith(path + "/processes/web"))
                .body("duplicate", equalTo(true));
        post("/processes", other).then().statusCode(409).body("code", equalTo("wrong-state"));
    }

    @Test
    void shouldFindAnEndpointOnlyAsWhatItIs() {
        // Given
        furnish();
        post("/ingresses", """
            {
              "name": "front",
              "allocation": {"siteClasses": ["gold"]},
              "ingress": {"service": "acme/orders", "port": 8080}
            }
            """).then().statusCode(201);
        String allocation = "{\"allocation\":{}}";

        // When, then
        owner.send(allocation).patch(path + "/processes/front").then().statusCode(404);
        owner.ask().delete(path + "/processes/front").then().statusCode(404);
        owner.send(allocation).patch(path + "/egresses/front").then().statusCode(404);
        owner.send(allocation).patch(path + "/ingresses/front").then().statusCode(200);
        owner.ask().delete(path + "/ingresses/front").then().statusCode(200);
    }

    @Test
    void shouldRefuseTimesThatAreNumbers() {
        // When
        Response answer = owner.send("{\"name\":\"" + network + "\",\"backbone\":\"acme\",\"accessPoints\":[\"west\"],"
                        + "\"schedule\":{\"endTime\":4070908800,\"startTime\":\"1893456000\"}}")
                .post(NETWORKS);

        // Then
        answer.then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/schedule/endTime", "/schedule/startTime"))
                .body("errors.detail", everyItem(equalTo("must be a time such as 2030-01-01T00:00:00Z")));
    }

    @Test
    void shouldComposeAnApplication() {
        // Given
        furnish();
        publish(owner, user, "1.4.2");

        // When
        Response process = compose("\"" + user + "/web@1.4.2\"");

        // Then
        process.then()
                .statusCode(201)
                .header("Location", endsWith(path + "/processes/web"))
                .body("subject", equalTo("endpoint/web"));
        ImageSnapshot image = ((Group.OfProcess) new Participants(submitter, network)
                        .entities()
                        .get(Endpoint.KIND, Name.of("web"))
                        .group())
                .image();
        assertThat(image.library()).hasToString("library/" + user);
        assertThat(image.content().offers()).hasSize(1);
        post("/ingresses", """
            {
              "name": "front",
              "allocation": {"siteClasses": ["gold"]},
              "ingress": {"service": "%s/orders", "port": 8080, "exposure": "loadbalancer"}
            }
            """.formatted(user))
                .then()
                .statusCode(201)
                .header("Location", endsWith(path + "/ingresses/front"));
        post("/egresses", """
            {
              "name": "database",
              "allocation": {"siteClasses": ["gold"]},
              "egress": {"service": "acme/db", "host": "db.example.com", "port": 5432}
            }
            """).then().statusCode(201).header("Location", endsWith(path + "/egresses/database"));
        post("/service-links", """
            {
              "name": "orders",
              "service": "%s/orders",
              "members": [{"endpoint": "web", "role": "offers"}, {"endpoint": "front", "role": "requires"}]
            }
            """.formatted(user))
                .then()
                .statusCode(201)
                .header("Location", endsWith(path + "/service-links/orders"));
        change();
    }

    private void change() {
        owner.send("{\"replicas\":3}").patch(path + "/processes/web").then().statusCode(200);
        owner.send("{\"image\":\"" + user + "/web@1.4.2\",\"env\":{}}")
                .patch(path + "/processes/web")
                .then()
                .statusCode(200);
        owner.send("{\"ingress\":{\"service\":\"" + user + "/orders\",\"port\":8443}}")
                .patch(path + "/ingresses/front")
                .then()
                .statusCode(200);
        owner.send("{\"allocation\":{}}")
                .patch(path + "/egresses/database")
                .then()
                .statusCode(200);
        // A way in is no process.
        owner.send("{\"replicas\":2}").patch(path + "/processes/front").then().statusCode(404);
        owner.send("{\"distribution\":\"closest\",\"scope\":\"site-class\"}")
                .patch(path + "/service-links/orders")
                .then()
                .statusCode(200);
        owner.ask().delete(path + "/service-links/orders").then().statusCode(200);
        owner.ask().delete(path + "/processes/web").then().statusCode(200);
        owner.ask().delete(path + "/ingresses/front").then().statusCode(200);
        owner.ask().delete(path + "/egresses/database").then().statusCode(200);
        owner.send("{\"labels\":{}}").patch(path + "/site-classes/gold").then().statusCode(200);
        owner.ask().delete(path + "/site-classes/gold?cascade=true").then().statusCode(200);
    }

    private Response batch(String last) {
        return post("/batch", """
            {
              "commands": [
                {"command": "add-site-class", "body": {"name": "silver"}},
                {"command": "compose-process", "body": {
                  "name": "web", "allocation": {"siteClasses": ["silver"]}, "image": "%1$s/web@1"}},
                {"command": "compose-ingress", "body": {
                  "name": "front",
                  "allocation": {"siteClasses": ["silver"]},
                  "ingress": {"service": "%1$s/orders", "port": 8080}}},
                %2$s
              ]
            }
            """.formatted(user, last));
    }

    private String link(String endpoint) {
        return """
            {"command": "link-service", "body": {
              "name": "orders",
              "service": "%s/orders",
              "members": [{"endpoint": "web", "role": "offers"}, {"endpoint": "%s", "role": "requires"}]}}
            """.formatted(user, endpoint);
    }

    @Test
    void shouldTakeABatchWholeOrNotAtAll() {
        // Given
        create();
        publish(owner, user, "1");

        // When
        Response flawed =
                batch("{\"command\":\"link-service\",\"body\":{\"members\":7}},{\"command\":\"unlink-service\"}");
        Response refused = batch(link("nobody"));
        Response withoutImage =
                batch("{\"command\":\"change-process\",\"name\":\"web\",\"body\":{\"image\":\"" + user + "/web@2\"}}");
        Response accepted = batch(link("front"));

        // Then
        flawed.then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("/commands/3/body/name", "/commands/3/body/members", "/commands/4/name"));
        refused.then()
                .statusCode(greaterThanOrEqualTo(404))
                .body("detail", startsWith("command 3 of the batch: "))
                .body("errors.pointer", contains("/commands/3/body/members"));
        withoutImage.then().statusCode(404).body("errors.pointer", contains("/commands/3/body/image"));
        accepted.then()
                .statusCode(200)
                .body("subject", equalTo("network/" + network))
                .body(
                        "events.type",
                        hasItems(
                                "studio.events.SiteClassAdded",
                                "studio.events.ProcessComposed",
                                "studio.events.ServiceLinked"));
    }

    @Test
    void shouldTakeAnImageAsAnObjectToo() {
        // Given
        furnish();
        publish(owner, user, "1");

        // When
        Response answer = compose("{\"publisher\":\"" + user + "\",\"image\":\"web\",\"version\":\"1\"}");

        // Then
        answer.then().statusCode(201);
    }

    @Test
    void shouldSayWhichImageCannotBeUsed() {
        // Given
        furnish();
        publish(owner, user, "1");
        String other = Studio.uniqueName("publisher");
        publish(Studio.user(other, "[]"), other, "1");
        owner.send("{\"cause\":\"broken\"}")
                .post("/api/v1/libraries/" + user + "/images/web/versions/1/withdraw")
                .then()
                .statusCode(200);

        // When
        Response absent = compose("\"" + user + "/web@2\"");
        Response foreign = compose("\"" + other + "/web@1\"");
        Response snapshot = compose("{\"publisher\":\"" + user + "\",\"digest\":\"" + "ab".repeat(32) + "\"}");

        // Then
        for (Response answer : List.of(absent, foreign)) {
            answer.then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"))
                    .body("detail", containsString("there is no image"))
                    .body("errors.pointer", contains("/image"));
        }
        compose("\"" + user + "/web@1\"")
                .then()
                .statusCode(409)
                .body("code", equalTo("wrong-state"))
                .body("detail", containsString("was withdrawn"))
                .body("errors.pointer", contains("/image"));
        snapshot.then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/image/image", "/image/version", "/image/digest"));
    }

    @Test
    void shouldNameEveryFlawOfANetwork() {
        owner.send("""
            {
              "name": "Shop",
              "owners": {"users": ["B!"]},
              "accessPoints": [],
              "schedule": {"startTime": "tomorrow", "deleteDelay": "91 days", "x": 1}
            }
            """)
                .post(NETWORKS)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/name",
                                "/owners/users/0",
                                "/backbone",
                                "/accessPoints",
                                "/schedule/startTime",
                                "/schedule/deleteDelay",
                                "/schedule/x"));
        owner.send(body().replace("}", ",\"schedule\":{\"deleteDelay\":7776001}}"))
                .post(NETWORKS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/schedule/deleteDelay"))
                .body("errors[0].detail", equalTo("must be at most 90 days"));
        owner.send(body().replace("}", ",\"schedule\":{\"endTime\":\"2001-01-01T00:00:00Z\"}}"))
                .post(NETWORKS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/schedule/endTime"));
    }

    @Test
    void shouldNameEveryFlawOfWhatIsInANetwork() {
        // Given
        create();
        Map<String, List<String>> flaws = Map.of(
                "/site-classes {\"labels\":{\"a\":\"\"},\"proposedPolicy\":\"maybe\"}",
                List.of("/name", "/labels/a", "/proposedPolicy"),
                "/invitations"
                        + " {\"terms\":{\"instanceLimit\":0,\"joinDeadline\":\"soon\"},\"edgeLinks\":[{\"priority\":0}]}",
                List.of(
                        "/name",
                        "/terms/instanceLimit",
                        "/terms/joinDeadline",
                        "/edgeLinks/0/accessPoint",
                        "/edgeLinks/0/priority"),
                "/processes {\"name\":\"web\",\"image\":\"web\",\"replicas\":0,\"env\":{\"1ST\":\"x\"}}",
                List.of("/image", "/replicas", "/env/1ST"),
                "/ingresses {\"name\":\"front\",\"allocation\":{},\"ingress\":{\"service\":\"orders\",\"port\":0}}",
                List.of("/ingress/service", "/ingress/port"),
                "/egresses {\"name\":\"db\",\"allocation\":{},\"egress\":{\"port\":70000}}",
                List.of("/egress/service", "/egress/port"),
                "/service-links"
                        + " {\"name\":\"orders\",\"service\":\"a/b\",\"members\":[{\"endpoint\":\"web\",\"role\":\"x\"}]}",
                List.of("/members/0/role"),
                "/suspend {}",
                List.of("/cause"));

        flaws.forEach((request, pointers) -> {
            // When
            int space = request.indexOf(' ');
            Response answer = post(request.substring(0, space), request.substring(space + 1));

            // Then
            answer.then().statusCode(400).body("errors.pointer", containsInAnyOrder(pointers.toArray(String[]::new)));
        });
    }

    @Test
    void shouldShowTheTokenOfAnInvitationToARetryAndKeepItsDigestAlone() {
        // Given
        create();
        post("/invitations", "{\"name\":\"stores\",\"terms\":{\"instanceLimit\":2,\"namePrefix\":\"store\"}}")
                .then()
                .statusCode(201)
                .header("Location", endsWith(path + "/invitations/stores"));
        String artifact = path + "/invitations/stores/artifact?platform=kubernetes";

        // When
        Response first = owner.ask().header("Idempotency-Key", network).post(artifact);
        Response again = owner.ask().header("Idempotency-Key", network).post(artifact);
        Response other = owner.ask().post(artifact);

        // Then
        String token = first.path("token");
        first.then()
                .statusCode(200)
                .body("token", matchesPattern("studio_join_[A-Za-z0-9_-]{43}"))
                .body("join.platform", equalTo("kubernetes"))
                .body("join.claimUrl", endsWith(path + "/invitations/stores/claims"))
                .body("join.text", containsString("kind: Secret"))
                .body("join.bundle", startsWith("studio-join-1."))
                .body("join.command", startsWith("./studio join studio-join-1."))
                .body("join.text", containsString(first.path("join.bundle")));
        again.then().statusCode(200).body("token", equalTo(token)).body("duplicate", equalTo(true));
        other.then().statusCode(200).body("token", not(equalTo(token)));
        MemberInvitation invitation =
                new Participants(submitter, network).entities().get(MemberInvitation.KIND, Name.of("stores"));
        assertThat(invitation.spec().tokenHashes())
                .containsExactly(new Secret(token).digest(), new Secret(other.path("token")).digest());
        owner.ask()
                .post(path + "/invitations/stores/artifact?platform=linux&dryRun=true")
                .then()
                .statusCode(200)
                .body("token", nullValue())
                .body("join", nullValue());
        owner.ask()
                .post(path + "/invitations/stores/artifact?platform=windows")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("platform"));
    }

    @Test
    void shouldChangeAndRevokeAnInvitation() {
        // Given
        create();
        post("/invitations", "{\"name\":\"stores\"}").then().statusCode(201);

        // When
        Response changed = owner.send("{\"terms\":{\"instanceLimit\":5},\"edgeLinks\":[{\"accessPoint\":\"west\"}]}")
                .patch(path + "/invitations/stores");
        Response revoked = owner.ask().post(path + "/invitations/stores/revoke");

        // Then
        changed.then().statusCode(200).body("events.type", hasItem("studio.events.InvitationChanged"));
        revoked.then().statusCode(200).body("events.type", contains("studio.events.InvitationRevoked"));
        owner.ask()
                .post(path + "/invitations/stores/artifact?platform=linux")
                .then()
                .statusCode(409);
    }

    @Test
    void shouldInviteAnOwnHome() {
        // Given
        create();
        owner.send("{\"placement\":\"own\"}").put(path + "/home").then().statusCode(200);

        // When
        Response first = owner.ask().header("Idempotency-Key", network).post(path + "/home/invite");
        Response again = owner.ask().header("Idempotency-Key", network).post(path + "/home/invite");

        // Then
        first.then()
                .statusCode(200)
                .body("token", matchesPattern("studio_join_.{43}"))
                .body("join", nullValue());
        again.then().statusCode(200).body("token", equalTo(first.path("token")));
    }

    @Test
    void shouldCommandSites() {
        // Given
        furnish();
        Participants participants = new Participants(submitter, network);
        participants.activate("west");
        post("/invitations", "{\"name\":\"stores\"}").then().statusCode(201);
        String token = owner.ask()
                .post(path + "/invitations/stores/artifact?platform=linux")
                .path("token");
        participants.join("stores", token, "berlin");
        Uid rome = participants.join("stores", token, "rome");

        // When, then
        owner.send("{\"siteClasses\":[\"gold\"]}")
                .put(path + "/sites/berlin/site-classes")
                .then()
                .statusCode(200)
                .body("events.type", hasItem("studio.events.SiteReclassified"));
        owner.ask().post(path + "/sites/berlin/pause").then().statusCode(200);
        owner.ask().post(path + "/sites/berlin/resume").then().statusCode(200);
        owner.send("{\"name\":\"hamburg\"}")
                .put(path + "/sites/berlin/name")
                .then()
                .statusCode(200)
                .body("events.type", hasItem("studio.events.SiteRenamed"));
        post("/sites/hamburg/evict", "{\"cause\":\"stolen\"}").then().statusCode(200);
        post("/sites/hamburg/evict", "{}").then().statusCode(400).body("errors.pointer", contains("/cause"));
        participants.give(Participants.agent(Actor.Type.SITE, rome), new LeaveNetwork(rome));
        owner.ask()
                .post(path + "/sites/" + rome + "/confirm-cleanup")
                .then()
                .statusCode(200)
                .body("events.type", contains("studio.events.SiteRemoved"));
    }

    @Test
    void shouldTakeCommandsToCertificates() {
        // Given
        create();
        String certificate = path + "/certificates/" + UUID.randomUUID();

        // When
        Response retry = owner.ask().post(certificate + "/retry");
        Response rotation = owner.send("{\"endOld\":true}").post(certificate + "/rotate");
        Response revocation = owner.send("{\"cause\":\"the key was stolen\"}").post(certificate + "/revoke");

        // Then
        for (Response answer : List.of(retry, rotation, revocation)) {
            answer.then().statusCode(404).body("code", equalTo("not-found"));
        }
    }

    @Test
    void shouldRejectChangeBasedOnAnOlderRevision() {
        // Given
        furnish();
        String first =
                owner.send("{\"labels\":{}}").patch(path + "/site-classes/gold").header("ETag");
        owner.send("{\"labels\":{\"tier\":\"2\"}}").patch(path + "/site-classes/gold");

        // When
        Response answer = owner.send("{\"labels\":{\"tier\":\"3\"}}")
                .header("If-Match", first)
                .patch(path + "/site-classes/gold");

        // Then
        answer.then().statusCode(412).body("code", equalTo("revision-conflict")).body("current.name", equalTo("gold"));
    }

    @Test
    void shouldAppendNothingInADryRun() {
        // When
        Response dry = owner.send(body()).queryParam("dryRun", "true").post(NETWORKS);

        // Then
        dry.then()
                .statusCode(200)
                .header("Studio-Position", nullValue())
                .body("dryRun", equalTo(true))
                .body("events[0].data", notNullValue());
        owner.send(body()).post(NETWORKS).then().statusCode(201).header("ETag", "\"1\"");
    }

    @Test
    void shouldShowInADryRunHowThePlansOfSitesWouldChange() {
        // Given
        furnish();
        String egress = """
            {
              "name": "mail",
              "allocation": {"siteClasses": ["gold"]},
              "egress": {"service": "acme/smtp", "host": "mail.example.com", "port": 25}
            }
            """;

        // When
        Response dry = owner.send(egress).queryParam("dryRun", "true").post(path + "/egresses");

        // Then
        dry.then()
                .statusCode(200)
                .body("plans.size()", equalTo(1))
                .body("plans[0].audience", startsWith("class/"))
                .body("plans[0].name", equalTo("gold"))
                .body("plans[0].sites", equalTo(0))
                .body("plans[0].added", hasItem("egress/mail"))
                .body("morePlans", equalTo(0));
        owner.send(egress).post(path + "/egresses").then().statusCode(201).body("plans", nullValue());
    }

    @Test
    void shouldHideNetworksFromWhoeverDoesNotOwnThem() {
        // Given
        create();
        Studio stranger = Studio.user(Studio.uniqueName("mallory"), "[\"network-owner\"]");

        // When
        Response theirs = stranger.send("{\"name\":\"gold\"}").post(path + "/site-classes");
        Response nobodys = stranger.send("{\"name\":\"gold\"}").post(NETWORKS + "/none/site-classes");

        // Then
        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.path("detail").toString().replace(network, "none"))
                .isEqualTo(nobodys.path("detail").toString());
    }

    @Test
    void shouldLetNobodyMakeNetworksWithoutTheRole() {
        Studio.user(Studio.uniqueName("bob"), "[]")
                .send(body())
                .post(NETWORKS)
                .then()
                .statusCode(403)
                .body("detail", containsString("network-owner"));
    }
}
