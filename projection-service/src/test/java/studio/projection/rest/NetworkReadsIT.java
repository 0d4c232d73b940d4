package studio.projection.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Deployment;
import studio.domain.network.MemberCommand.EvictSite;
import studio.domain.network.MemberCommand.RenameSite;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.projection.testing.LiveNetwork;
import studio.projection.testing.Queries;
import studio.projection.testing.Service;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;
import studio.projection.testing.Tenants;

/** Reads of application networks over HTTP, from tables that a real log filled. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class NetworkReadsIT {

    private static final Logger LOGGER = LoggerFactory.getLogger(NetworkReadsIT.class);
    private static final int WIDE = 100_000;
    private static final Service SERVICE = new Service();
    private static final String NETWORKS = "/api/v1/networks";
    private static final String SHOP = NETWORKS + "/shop";
    private static final String FARM = NETWORKS + "/farm";
    private static final int MANY = 3000;
    private static final List<String> READERS = List.of("nora", "gina", "rita", "admin", "audrey");
    private static final List<String> STRANGERS = List.of("bob", "peter", "mallory");
    private static LiveNetwork shop;

    @Inject
    DataSource database;

    @BeforeAll
    static void tell() {
        Tenants tenants = SERVICE.tenants();
        tenants.user("admin", Set.of(Role.ADMINISTRATOR))
                .user("audrey", Set.of(Role.AUDITOR))
                .user("nora", Set.of(Role.NETWORK_OWNER))
                .user("gina", Set.of(), "shopkeepers")
                .user("rita", Set.of(), "watchers")
                .user("bob", Set.of(Role.NETWORK_OWNER))
                .user("peter", Set.of(), "depot-watchers")
                .user("wanda", Set.of(Role.NETWORK_OWNER))
                .user("mallory", Set.of(Role.NETWORK_OWNER, Role.BACKBONE_OWNER), "others");
        shop = tenants.network(
                "shop",
                new Owners(Set.of(Name.of("nora")), Set.of(Name.of("shopkeepers"))),
                new Owners(Set.of(), Set.of(Name.of("watchers"))));
        tenants.network("depot", Owners.user(Name.of("bob")), new Owners(Set.of(), Set.of(Name.of("depot-watchers"))));
        tenants.network("wide", Owners.user(Name.of("wanda")), Owners.NOBODY);
        tenants.network("gone", Owners.user(Name.of("nora")), Owners.NOBODY)
                .give(Stories.ROOT, new DeleteNetwork(true));
        LiveNetwork farm = tenants.network("farm", Owners.user(Name.of("nora")), Owners.NOBODY)
                .invite("fields", Optional.empty(), "gold");
        for (int i = 0; i < MANY; i++) {
            farm.join(
                    "fields",
                    "field-%04d".formatted(i),
                    i % 3 == 0 ? AcceptancePolicy.ACCEPT_ALL : AcceptancePolicy.ASK);
        }
        farm.give(Stories.ROOT, new RenameSite(Name.of("field-0007"), Name.of("meadow")))
                .give(Stories.ROOT, new EvictSite(Name.of("field-0008"), "flooded"));
        SERVICE.append();
    }

    private static List<String> routes(String name) {
        LiveNetwork network = new LiveNetwork(SERVICE.history(), name, told -> {});
        String certificate =
                network.entities().list(TlsCertificate.KIND).getFirst().meta().name();
        String deployment =
                network.entities().list(Deployment.KIND).getFirst().meta().name();
        return Stream.of(
                        "",
                        "/attachments",
                        "/attachments/east-member",
                        "/home",
                        "/site-classes",
                        "/site-classes/gold",
                        "/invitations",
                        "/invitations/customers",
                        "/invitations/customers/edge-links",
                        "/certificates",
                        "/certificates/" + certificate,
                        "/certificates/" + certificate + "/impact",
                        "/sites",
                        "/sites/customer-a",
                        "/sites/customer-a/plan",
                        "/sites/customer-a/status",
                        "/sites/hq/endpoints/dashboards/why",
                        "/processes",
                        "/processes/backend",
                        "/ingresses",
                        "/ingresses/dashboards",
                        "/egresses",
                        "/egresses/mail",
                        "/service-links",
                        "/service-links/watch",
                        "/deployments",
                        "/deployments/" + deployment,
                        "/summary",
                        "/changes",
                        "/changes/monitoring")
                .map(route -> NETWORKS + "/" + name + route)
                .toList();
    }

    @Test
    void shouldShowANetworkToItsOwnersItsReadersAndThoseWhoSeeAll() {
        for (String route : routes("shop")) {
            for (String reader : READERS) {
                SERVICE.as(reader).get(route).then().statusCode(200);
            }
        }
    }

    @Test
    void shouldHideANetworkFromEverybodyElseOnEveryRoute() {
        for (String route : routes("shop")) {
            for (String stranger : STRANGERS) {
                SERVICE.as(stranger).get(route).then().statusCode(404).body("code", is("not-found"));
            }
            given().get(route).then().statusCode(401);
        }
        for (String route : routes("depot")) {
            for (String stranger : List.of("nora", "gina", "rita", "mallory")) {
                SERVICE.as(stranger).get(route).then().statusCode(404).body("code", is("not-found"));
            }
            SERVICE.as("peter").get(route).then().statusCode(200);
        }
        String hidden = SERVICE.as("bob").get(SHOP).path("detail");
        String absent = SERVICE.as("bob").get(NETWORKS + "/nothing").path("detail");
        assertThat(hidden.replace("shop", "x")).isEqualTo(absent.replace("nothing", "x"));
    }

    @Test
    void shouldListTheNetworksThatOneMayRead() {
        Map<String, List<String>> lists = Map.of(
                "nora", List.of("farm", "shop"),
                "gina", List.of("shop"),
                "rita", List.of("shop"),
                "bob", List.of("depot"),
                "peter", List.of("depot"),
                "mallory", List.of(),
                "admin", List.of("depot", "farm", "shop", "wide"),
                "audrey", List.of("depot", "farm", "shop", "wide"));
        lists.forEach((reader, names) ->
                SERVICE.as(reader).get(NETWORKS).then().statusCode(200).body("items.name", equalTo(names)));
        SERVICE.as("nora").queryParam("state", "deleted").get(NETWORKS).then().body("items.name", is(List.of("gone")));
        SERVICE.as("nora").get(NETWORKS + "/gone").then().statusCode(404);
    }

    @Test
    void shouldShowTheHistoryToOwnersAndReaders() {
        for (String reader : READERS) {
            assertThat(entries(reader)).isPositive();
        }
        for (String stranger : STRANGERS) {
            assertThat(entries(stranger)).isZero();
        }
    }

    private static int entries(String reader) {
        return SERVICE.as(reader)
                .queryParam("stream", "network/shop")
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .extract()
                .<List<?>>path("items")
                .size();
    }

    @Test
    void shouldShowWhatANetworkIs() {
        SERVICE.as("nora")
                .get(SHOP)
                .then()
                .header("ETag", "\"1\"")
                .body("state", is("active"))
                .body("owners.users", is(List.of("nora")))
                .body("readers.groups", is(List.of("watchers")))
                .body("accessPoints", is(List.of("east-member")))
                .body("vanId.length()", is(26))
                .body("deleteDelaySeconds", is(3600));
        SERVICE.as("nora")
                .get(SHOP + "/attachments/east-member")
                .then()
                .body("state", is("ready"))
                .body("target.host", is("east.example.com"))
                .body("target.port", is(46000));
        SERVICE.as("nora")
                .get(SHOP + "/home")
                .then()
                .body("state", is("running"))
                .body("placement", is("managed"))
                .body("invited", is(false));
        SERVICE.as("nora")
                .get(SHOP + "/site-classes/gold")
                .then()
                .body("sites", is(2))
                .body("proposedPolicy", is("ask"))
                .body("labels.tier", is("1"));
    }

    @Test
    void shouldTellNoTokenOfAnInvitation() {
        String invitation = SERVICE.as("nora")
                .get(SHOP + "/invitations/customers")
                .then()
                .body("state", is("ready"))
                .body("siteClasses", is(List.of("gold")))
                .body("admitted", is(2))
                .body("usesLeft", is(8))
                .body("tokens", is(1))
                .extract()
                .asString();
        assertThat(invitation)
                .doesNotContain(LiveNetwork.token(Name.of("customers")).hex());
        SERVICE.as("nora")
                .queryParam("state", "exhausted")
                .get(SHOP + "/invitations")
                .then()
                .body("items.name", is(List.of("headquarters")))
                .body("items[0].usesLeft", is(0));
        SERVICE.as("nora")
                .get(SHOP + "/invitations/customers/edge-links")
                .then()
                .body("items.accessPoint", is(List.of("east-member")))
                .body("items.priority", is(List.of(1)));
        SERVICE.as("nora").get(SHOP + "/invitations/none/edge-links").then().statusCode(404);
    }

    @Test
    void shouldShowTheApplication() {
        SERVICE.as("nora")
                .get(SHOP + "/processes")
                .then()
                .body("items.name", is(List.of("backend", "monitoring", "shop-floor")));
        SERVICE.as("nora")
                .get(SHOP + "/processes/monitoring")
                .then()
                .body("allocation.siteClasses.name", is(List.of("gold")))
                .body("image.image", is("monitoring"))
                .body("env.LOG", is("info"))
                .body("bindings[0].role", is("offers"))
                .body("versions[0].holders", is(1))
                .body("digest", startsWith("d1:"));
        SERVICE.as("nora")
                .get(SHOP + "/ingresses/dashboards")
                .then()
                .body("fan", is("per-offering-site"))
                .body("taken.name", is(List.of("customer-a")));
        SERVICE.as("nora").get(SHOP + "/egresses/mail").then().body("host", is("mail.example.com"));
        SERVICE.as("nora").get(SHOP + "/egresses/backend").then().statusCode(404);
        SERVICE.as("nora")
                .get(SHOP + "/service-links/watch")
                .then()
                .body("offers", is(List.of("monitoring")))
                .body("requires", is(List.of("dashboards")))
                .body("scope", is("site"));
        SERVICE.as("nora")
                .queryParam("decision", "declined")
                .get(SHOP + "/deployments")
                .then()
                .body("items", hasSize(1))
                .body("items[0].verdict.reason", is("our data stays here"))
                .body("items[0].state", is("pending"));
    }

    @Test
    void shouldShowWhatBecameOfEachEndpointInNumbersAndWhy() {
        String monitoring = "items.find { it.endpoint == 'monitoring' }.";
        String shopFloor = "items.find { it.endpoint == 'shop-floor' }.";
        SERVICE.as("nora")
                .get(SHOP + "/changes")
                .then()
                .statusCode(200)
                .body("items.endpoint", is(List.of("backend", "dashboards", "mail", "monitoring", "shop-floor")))
                .body(monitoring + "sites", is(2))
                .body(monitoring + "accepted", is(1))
                .body(monitoring + "declined", is(1))
                .body(monitoring + "proposed", is(0))
                .body(monitoring + "running", is(1))
                .body(monitoring + "sent", is(0))
                .body(monitoring + "applied", is(0))
                .body(shopFloor + "accepted", is(1))
                .body(shopFloor + "proposed", is(1))
                .body(shopFloor + "failed", is(1))
                .body("items.find { it.endpoint == 'mail' }.accepted", is(1));
        SERVICE.as("nora")
                .get(SHOP + "/changes/monitoring")
                .then()
                .body("items.site", is(List.of("customer-a", "customer-b")))
                .body("items.standing", is(List.of("accepted", "declined")))
                .body("items[0].state", is("running"))
                .body("items[1].reason", is("our data stays here"));
        SERVICE.as("nora")
                .queryParam("state", "failed")
                .get(SHOP + "/changes/shop-floor")
                .then()
                .body("items.site", is(List.of("customer-a")))
                .body("items[0].cause", is("no memory"));
        SERVICE.as("nora")
                .queryParam("standing", "proposed")
                .get(SHOP + "/changes/shop-floor")
                .then()
                .body("items.site", is(List.of("customer-b")));
    }

    @Test
    void shouldShowThatASiteHasNotSaidYetHowItDoes() {
        SERVICE.as("nora")
                .get(SHOP + "/sites/hq/status")
                .then()
                .statusCode(200)
                .body("acknowledgedAt", nullValue())
                .body("items", is(List.of()));
    }

    @Test
    void shouldShowWhatASiteIsToHave() {
        String plan = SHOP + "/sites/customer-b/plan";
        SERVICE.as("nora")
                .get(plan)
                .then()
                .body("uid", is(shop.site("customer-b").toString()))
                .body(
                        "items.key",
                        hasItems("link/east-member", "process/monitoring", "process/shop-floor", "decision/monitoring"))
                .body("items.find { it.key == 'process/monitoring' }.standing", is("declined"))
                .body("items.find { it.key == 'process/shop-floor' }.standing", is("proposed"))
                .body("items.find { it.key == 'link/east-member' }.standing", nullValue())
                .body("items.find { it.key == 'link/east-member' }.spec.target.host", is("east.example.com"))
                .body("items.find { it.key == 'process/monitoring' }.cause.entity", is("endpoint/monitoring"));
        SERVICE.as("nora")
                .get(SHOP + "/sites/hq/plan")
                .then()
                .body("items.key", hasItems("ingress/dashboards", "ingress/dashboards/" + shop.site("customer-a")))
                .body(
                        "items.key",
                        everyItem(not(containsString(shop.site("customer-b").toString()))));
    }

    /** The revision after which the participants began to decide. */
    private static long undecided() {
        return SERVICE.history().of(LiveNetwork.network("shop")).stream()
                        .filter(event -> event.type().equals("studio.events.ChangesAccepted"))
                        .findFirst()
                        .orElseThrow()
                        .meta()
                        .revision()
                - 1;
    }

    private static ValidatableResponse at(String route, long revision) {
        return SERVICE.as("nora")
                .queryParam("at", revision)
                .get(SHOP + route)
                .then()
                .statusCode(200)
                .header("Studio-Position", "network/shop@" + revision);
    }

    @Test
    void shouldShowPlansAndSitesAsTheyStood() {
        at("/sites/customer-b/plan", undecided())
                .body("items.find { it.key == 'process/monitoring' }.standing", is("proposed"))
                .body("items.key", not(hasItems("decision/monitoring")));
        at("/sites/hq/plan", undecided())
                .body("items.key", hasItems("ingress/dashboards"))
                .body(
                        "items.key",
                        everyItem(not(containsString(shop.site("customer-a").toString()))));
        at("/sites/hq/endpoints/dashboards/why", undecided()).body("peers", hasSize(0));
        at("/sites", undecided())
                .body("items.name", is(List.of("customer-a", "customer-b", "hq")))
                .body("count", is(3));
        at("/sites", 1).body("items", hasSize(0)).body("count", is(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sites",
                "/sites?siteClass=gold&limit=1",
                "/sites?namePrefix=customer-",
                "/sites?state=connected&platform=kubernetes",
                "/sites/hq/plan",
                "/sites/customer-b/plan",
                "/sites/hq/endpoints/dashboards/why",
                "/sites/customer-a/endpoints/shop-floor/why",
                "/changes/monitoring",
                "/changes/monitoring?standing=declined",
                "/changes/shop-floor?state=failed",
                "/changes/shop-floor?limit=1"
            })
    void shouldShowTheSameAtTheLastRevisionAsAtPresent(String route) {
        assertThat(at(route, head()).extract().asString())
                .isEqualTo(SERVICE.as("nora").get(SHOP + route).asString());
    }

    @Test
    void shouldCountWhatBecameOfEachEndpointAsItStood() {
        String monitoring = "items.find { it.endpoint == 'monitoring' }.";
        at("/changes", undecided())
                .body("items.endpoint", is(List.of("backend", "dashboards", "mail", "monitoring", "shop-floor")))
                .body(monitoring + "sites", is(2))
                .body(monitoring + "proposed", is(2))
                .body(monitoring + "accepted", is(0))
                .body(monitoring + "sent", nullValue())
                .body(monitoring + "applied", nullValue());
        at("/changes", head()).body(monitoring + "accepted", is(1)).body(monitoring + "declined", is(1));
        at("/changes/monitoring", undecided()).body("items.standing", is(List.of("proposed", "proposed")));
        at("/changes?limit=2", undecided()).body("items.endpoint", is(List.of("backend", "dashboards")));
    }

    private static long head() {
        return SERVICE.history().of(LiveNetwork.network("shop")).size();
    }

    @Test
    void shouldRefuseThePastOfWhatAgentsReport() {
        SERVICE.as("nora")
                .queryParam("at", 1)
                .get(SHOP + "/sites/hq/status")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("no part of the log"));
    }

    @Test
    void shouldSayWhyHeadquartersHasNoWayInToTheCustomerWhoDeclined() {
        SERVICE.as("nora")
                .get(SHOP + "/sites/hq/endpoints/dashboards/why")
                .then()
                .body("here.code", is(List.of("pending")))
                .body("peers.code", is(List.of("declined")))
                .body("peers[0].text", is("'customer-b' declined 'monitoring': our data stays here"))
                .body("peers[0].cause.entity", startsWith("deployment/"));
        SERVICE.as("nora")
                .get(SHOP + "/sites/customer-a/endpoints/shop-floor/why")
                .then()
                .body("here.code", is(List.of("failed")))
                .body("here[0].text", containsString("no memory"))
                .body("peers", hasSize(0));
        SERVICE.as("nora")
                .get(SHOP + "/sites/customer-a/endpoints/backend/why")
                .then()
                .body("here.code", hasItems("not-allocated"));
        SERVICE.as("nora").get(SHOP + "/sites/hq/endpoints/none/why").then().statusCode(404);
    }

    /** What nobody asks for by itself, such as counts, came from something, too. */
    @Test
    void shouldSayWhyOfWhateverThereIs() {
        shop.entities().forEach(entity -> {
            String part = entity.key().kind().replaceFirst("s$", "se") + "s";
            SERVICE.as("nora")
                    .get(SHOP + "/" + part + "/" + entity.key().name() + "/why")
                    .then()
                    .statusCode(200)
                    .body("steps", not(hasSize(0)));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 73})
    void shouldShowEachSiteOnceWhateverThePageSize(int limit) {
        List<String> names = SERVICE.pages("nora", FARM + "/sites", limit);

        assertThat(names).hasSize(MANY + 3).isSorted().doesNotHaveDuplicates().contains("meadow");
    }

    @Test
    void shouldFilterSites() {
        SERVICE.as("nora")
                .queryParam("namePrefix", "field-00")
                .queryParam("limit", 500)
                .get(FARM + "/sites")
                .then()
                .body("items", hasSize(99))
                .body("count", is(MANY + 3));
        sites("state", "evicted").body("items.name", is(List.of("field-0008"))).body("items[0].cause", is("flooded"));
        sites("invitation", "headquarters").body("items.name", is(List.of("hq")));
        sites("siteClass", "gold").body("items.name", hasItems("customer-a", "customer-b"));
        sites("siteClass", "none").body("items", hasSize(0));
        sites("platform", "podman").body("items.name", everyItem(containsString("1")));
        sites("platform", "x' or '1'='1").body("items", hasSize(0));
        SERVICE.as("nora").queryParam("class", "x").get(FARM + "/sites").then().statusCode(400);
    }

    private static ValidatableResponse sites(String filter, String value) {
        return SERVICE.as("nora")
                .queryParam(filter, value)
                .get(FARM + "/sites")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldCountThousandsOfSitesByWhatTheyMakeOfAnEndpoint() {
        String monitoring = "items.find { it.endpoint == 'monitoring' }.";
        SERVICE.as("nora")
                .get(FARM + "/changes")
                .then()
                .body(monitoring + "sites", is(MANY + 1))
                .body(monitoring + "accepted", is(MANY / 3 + 1))
                .body(monitoring + "declined", is(1))
                .body(monitoring + "proposed", is(MANY * 2 / 3 - 1));
        List<String> proposed = SERVICE.as("nora")
                .queryParam("standing", "proposed")
                .queryParam("limit", 500)
                .get(FARM + "/changes/monitoring")
                .then()
                .extract()
                .path("items.site");
        assertThat(proposed).hasSize(500).isSorted();
    }

    /** Each of these sites has decided about two endpoints; the counts are made anew for each request. */
    @Test
    void shouldCountAHundredThousandSitesInAFewSeconds() throws SQLException {
        // Given
        SERVICE.as("wanda").get(NETWORKS + "/wide/changes").then().statusCode(200);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                INSERT INTO member_sites
                SELECT network, 'w-' || g, gen_random_uuid(), state, cause, since, member, invitation, site_classes,
                    class_uids, platform, accepts_all, accepts_until, paused, revision, created_at, changed_at,
                    written_at, state_json
                FROM member_sites CROSS JOIN generate_series(1, %d) g WHERE network = 'wide' AND name = 'customer-a'
                """.formatted(WIDE));
            statement.execute("""
                INSERT INTO deployments
                SELECT d.network, d.endpoint || '.' || s.uid, gen_random_uuid(), d.endpoint, s.uid, d.state, d.cause,
                    d.decision, d.decided_digest, d.reason, d.held, d.since, d.revision, d.created_at, d.changed_at,
                    d.written_at, d.state_json
                FROM deployments d JOIN member_sites a ON a.network = d.network AND a.uid = d.site
                JOIN member_sites s ON s.network = d.network AND s.name LIKE 'w-%'
                WHERE d.network = 'wide' AND a.name = 'customer-a'
                """);
            statement.execute("ANALYZE member_sites");
            statement.execute("ANALYZE deployments");
        }

        // When
        long begin = System.nanoTime();
        ValidatableResponse counts =
                SERVICE.as("wanda").get(NETWORKS + "/wide/changes").then().statusCode(200);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        // Then
        counts.body("items.find { it.endpoint == 'monitoring' }.sites", is(WIDE + 2))
                .body("items.find { it.endpoint == 'monitoring' }.accepted", is(WIDE + 1));
        LOGGER.info("counted five endpoints at {} sites in {} ms", WIDE, took.toMillis());
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    /** However many sites there are: the request's own look-ups are who asks, what is awaited, and the network. */
    @Test
    void shouldAskAsManyQueriesForThousandsOfSitesAsForAFew() {
        assertThat(queries(FARM + "/sites?limit=500")).isEqualTo(queries(SHOP + "/sites?limit=500"));
        assertThat(queries(FARM + "/sites?limit=500") - queries(FARM)).isEqualTo(2);
        assertThat(queries(FARM + "/changes") - queries(FARM)).isEqualTo(1);
        assertThat(queries(FARM + "/sites/customer-a/plan") - queries(FARM + "/sites/customer-a"))
                .isEqualTo(11);
    }

    private static int queries(String route) {
        try (Queries queries = Queries.count()) {
            SERVICE.as("nora").get(route).then().statusCode(200);
            return queries.asked();
        }
    }
}
