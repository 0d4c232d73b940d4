package studio.home.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Uid;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.feed.frame.ItemStatus;
import studio.feed.pass.PassSigner;
import studio.home.testing.Agent;
import studio.home.testing.Centre;
import studio.home.testing.MonitoringFiles;
import studio.home.testing.Settings;
import studio.home.testing.TestTree;
import studio.home.testing.Trade;
import studio.schema.feed.ItemMapping;
import studio.testkit.sample.Samples;

/** The homes as a service: whom it lets in, and what it shows of a network. */
@QuarkusTest
@TestProfile(HomeServiceIT.Alone.class)
class HomeServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path DIRECTORY = directory();
    private static final TestTree TREE = new TestTree();
    private static final int CENTRE = freePort();
    private static final String PORTS = Settings.ports();

    /** The service by itself. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "studio.home.directory",
                    DIRECTORY.resolve("data").toString(),
                    "studio.holders.directory",
                    DIRECTORY.resolve("holders").toString(),
                    "studio.home.feed-server",
                    "127.0.0.1:" + CENTRE,
                    "studio.home.feed-ports",
                    PORTS,
                    "studio.home.scan-interval",
                    "100ms");
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Path.of("target"), "home-service").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item item(String key, ItemSpec spec) {
        return new Item(key, "i1:" + key, spec, List.of(), new Cause(EntityKey.parse("endpoint/web"), 1));
    }

    private static Path link() {
        return DIRECTORY.resolve("data/sign-in-link");
    }

    private static String signIn() throws IOException {
        await().atMost(PATIENCE).until(() -> Files.exists(link()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(link())))
                .isEqualTo("rw-------");
        String text = Files.readString(link()).strip();
        String code = text.substring(text.indexOf("?code=") + "?code=".length());
        String cookie = given().body("{\"code\":\"" + code + "\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsStringIgnoringCase("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .extract()
                .cookie("studio-home");
        given().body("{\"code\":\"" + code + "\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(401);
        return cookie;
    }

    @Test
    void shouldRefuseWhoIsNotSignedInOrComesFromElsewhere() throws IOException {
        String cookie = signIn();
        given().get("/api/v1/networks").then().statusCode(401).body("code", equalTo("not-signed-in"));
        given().cookie("studio-home", "x").get("/api/v1/networks").then().statusCode(401);
        given().cookie("studio-home", cookie)
                .header("Host", "evil.example")
                .get("/api/v1/networks")
                .then()
                .statusCode(403);
        given().cookie("studio-home", cookie)
                .header("Origin", "http://evil.example")
                .get("/api/v1/networks")
                .then()
                .statusCode(403);
        given().cookie("studio-home", cookie)
                .get("/api/v1/networks/nowhere/topology")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        given().body("no json").post("/api/v1/session").then().statusCode(400);
    }

    private static String refusal(String pass) {
        return given().body("{\"token\":\"" + pass + "\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(401)
                .extract()
                .path("detail");
    }

    private static String enter(String pass, Map<String, String> cookies) {
        return given().cookies(cookies)
                .body("{\"token\":\"" + pass + "\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsStringIgnoringCase("HttpOnly"))
                .extract()
                .cookie("studio-home");
    }

    @Test
    void shouldLetInWhomTheServiceHomeVouchesForAndShowThatNetworkAlone() {
        // Given
        TestTree tree = TREE;
        TestTree.Network north = tree.network(new Uid(new UUID(0x0190_0000_0000_7000L, 11)));
        TestTree.Network south = tree.network(new Uid(new UUID(0x0190_0000_0000_7000L, 12)));
        Uid home = new Uid(new UUID(0x0190_0000_0000_7000L, 13));
        Uid other = new Uid(new UUID(0x0190_0000_0000_7000L, 14));
        north.write(DIRECTORY.resolve("holders"), "north", home, 1);
        south.write(DIRECTORY.resolve("holders"), "south", other, 1);
        PassSigner signer = new PassSigner(tree.feed());
        Instant now = Instant.now();
        String pass = signer.sign(north.home(home), "alice", now).token();
        await().atMost(PATIENCE)
                .until(() -> !refusal(signer.sign(south.home(other), "x", now.minusSeconds(99))
                                .token())
                        .contains("runs here"));

        // When
        String cookie = enter(pass, Map.of());

        // Then
        assertThat(refusal(pass)).contains("used before");
        RequestSpecification asked = given().cookie("studio-home", cookie);
        asked.get("/api/v1/networks").then().body("items.name", equalTo(List.of("north")));
        asked.get("/api/v1/networks/south/topology").then().statusCode(404);
        asked.get("/api/v1/networks/" + south.uid() + "/watch").then().statusCode(404);
        String both = enter(signer.sign(south.home(other), "alice", now).token(), Map.of("studio-home", cookie));
        given().cookie("studio-home", both)
                .get("/api/v1/networks")
                .then()
                .body("items.name", equalTo(List.of("north", "south")));
        String bob = enter(signer.sign(south.home(other), "bob", now).token(), Map.of("studio-home", both));
        given().cookie("studio-home", bob).get("/api/v1/networks").then().body("items.name", equalTo(List.of("south")));
    }

    @Test
    void shouldRefuseAPassThatIsForgedOrOldOrForAnother() {
        // Given
        TestTree.Network west = TREE.network(new Uid(new UUID(0x0190_0000_0000_7000L, 21)));
        Uid home = new Uid(new UUID(0x0190_0000_0000_7000L, 22));
        west.write(DIRECTORY.resolve("holders"), "west", home, 1);
        PassSigner signer = new PassSigner(TREE.feed());
        Instant now = Instant.now();

        // When, Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(refusal(signer.sign(west.home(home), "alice", now.minusSeconds(60))
                                .token()))
                        .contains("has ended"));
        assertThat(refusal(new PassSigner(new TestTree().feed())
                        .sign(west.home(home), "alice", now)
                        .token()))
                .contains("not signed by the Service Home");
        assertThat(refusal(new PassSigner(west.site(home))
                        .sign(west.home(home), "alice", now)
                        .token()))
                .contains("can't vouch");
        assertThat(refusal(signer.sign(west.home(west.uid()), "alice", now).token()))
                .contains("no home that the pass is for");
        assertThat(refusal("no pass")).contains("no pass");
        given().body("{\"code\":\"a\",\"token\":\"b\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldShowANetworkAndTellWhatChanges() throws Exception {
        // Given
        String cookie = signIn();
        TestTree.Network acme = TREE.network(new Uid(new UUID(0x0190_0000_0000_7000L, 1)));
        Uid home = new Uid(new UUID(0x0190_0000_0000_7000L, 2));
        Uid site = new Uid(new UUID(0x0190_0000_0000_7000L, 3));
        String audience = "site/" + site;
        ItemSpec.Process process = Samples.of(1).next(ItemSpec.Process.class);
        ItemSpec.Link edge = Samples.of(2).next(ItemSpec.Link.class);
        Vertx vertx = Vertx.vertx();
        Centre centre = new Centre(vertx, TREE, CENTRE);
        centre.add(acme.uid());
        centre.put(
                acme.uid(), "network", List.of(), List.of(ItemMapping.toFeed("network", item("process/web", process))));
        centre.put(
                acme.uid(),
                audience,
                List.of(audience, "network"),
                List.of(ItemMapping.toFeed(audience, item("link/paris", edge))));
        acme.write(DIRECTORY.resolve("holders"), "acme", home, 1);
        RequestSpecification asked = given().cookie("studio-home", cookie);
        await().atMost(PATIENCE)
                .untilAsserted(() -> asked.get("/api/v1/networks").then().body("items.name", hasItem("acme")));
        int port = centre.port(acme.uid());
        Agent agent = new Agent(vertx, acme.site(site), port, acme.home(home), "hq");
        await().atMost(PATIENCE).until(() -> agent.document().merged().size() == 2);

        // When
        HttpURLConnection watch = watch(cookie);
        agent.run(session -> session.status(
                List.of(
                        new ItemStatus("process/web", "d1:1", "proposed", ""),
                        new ItemStatus("link/paris", "i1:1", "observed", "")),
                List.of(),
                Clock.systemUTC().instant()));

        // Then
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(watch.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(events.lines().filter(line -> line.startsWith("event:")).findFirst())
                    .contains("event: topology");
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> asked.get("/api/v1/networks/acme/topology")
                        .then()
                        .statusCode(200)
                        .body("sites.name", equalTo(List.of("hq")))
                        .body("sites.state", equalTo(List.of("live")))
                        .body("processes.state", equalTo(List.of("proposed")))
                        .body(
                                "processes.name",
                                equalTo(List.of(process.endpoint().name().value())))
                        .body("links.state", equalTo(List.of("observed")))
                        .body("links.host", equalTo(List.of(edge.target().host()))));
        asked.get("/api/v1/networks/" + acme.uid() + "/decisions")
                .then()
                .body("items", hasSize(1))
                .body("items[0].site.name", equalTo("hq"))
                .body("items[0].state", equalTo("proposed"))
                .body("items[0].digest", equalTo("d1:1"));
        given().get("/q/health/ready").then().statusCode(200).body("checks[0].data.homes", greaterThanOrEqualTo(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/metrics")
                        .then()
                        .body(containsString("studio_home_sites{network=\"acme\",state=\"live\"} 1.0"))
                        .body(containsString("studio_home_upstream{network=\"acme\"} 1.0")));
        agent.close();
        centre.close();
        vertx.close();
    }

    @Test
    void shouldShowTrafficOfEachNetworkToItsOwnAlone() throws Exception {
        // Given
        String cookie = signIn();
        Vertx vertx = Vertx.vertx();
        Centre centre = new Centre(vertx, TREE, CENTRE);
        Trade shop = new Trade(TREE, "shop", 0x100);
        Trade beta = new Trade(TREE, "beta", 0x200);
        shop.found(centre, DIRECTORY.resolve("holders"));
        beta.found(centre, DIRECTORY.resolve("holders"));
        Agent till = shop.join(vertx, centre, shop.caller(), "till-berlin");
        Agent store = shop.join(vertx, centre, shop.answerer(), "store-paris");
        Agent rival = beta.join(vertx, centre, beta.caller(), "rival");

        // When: both sides tell, and a site of another network claims to have to do with it
        HttpURLConnection watch = watch(cookie, "shop");
        till.flows(shop.report(shop.address(), false));
        store.flows(shop.report(shop.address(), true));
        rival.flows(beta.report(shop.address(), false));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> as(cookie)
                        .get("/api/v1/networks/shop/flows")
                        .then()
                        .statusCode(200)
                        .body("truncated", equalTo(false))
                        .body("items", hasSize(1))
                        .body("items[0].service", equalTo("acme/orders"))
                        .body("items[0].site.name", equalTo("till-berlin"))
                        .body("items[0].to.name", equalTo("store-paris"))
                        .body("items[0].client", equalTo("127.0.0.1:4711"))
                        .body("items[0].bytesToClient", equalTo(2_000))
                        .body("items[0].answerMillis", equalTo(0.45f)));
        for (String none : List.of("state=ended", "site=elsewhere", "service=acme/other")) {
            as(cookie).get("/api/v1/networks/shop/flows?" + none).then().body("items", hasSize(0));
        }
        for (String odd : List.of("limit=0", "state=red", "colour=red")) {
            as(cookie)
                    .get("/api/v1/networks/shop/flows?" + odd)
                    .then()
                    .statusCode(422)
                    .body("detail", containsString(odd.substring(0, odd.indexOf('='))));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> as(cookie)
                        .get("/api/v1/networks/shop/topology")
                        .then()
                        .body("serviceLinks", hasSize(1))
                        .body("serviceLinks[0].from", equalTo(shop.caller().toString()))
                        .body("serviceLinks[0].to", equalTo(shop.answerer().toString()))
                        .body("serviceLinks[0].connections", equalTo(1)));
        as(cookie)
                .get("/api/v1/networks/shop/traffic")
                .then()
                .body("services.name", equalTo(List.of("acme/orders")))
                .body("services[0].bytesToServer", equalTo(100))
                .body("services[0].connections", equalTo(3))
                .body("services[0].failures", equalTo(1))
                .body("sites.site.name", equalTo(List.of("till-berlin", "store-paris")))
                .body("sites[0].router", equalTo("3.5.1"))
                .body("sites[0].links[0].up", equalTo(true))
                .body("processes[0].bytesToClient", equalTo(2_000));
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(watch.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(events.lines().filter("event: traffic"::equals).findFirst())
                    .isPresent();
        }

        // And nothing of it is seen of the other network, nor without a session
        String rivals = as(cookie).get("/api/v1/networks/beta/flows").asString()
                + as(cookie).get("/api/v1/networks/beta/traffic").asString();
        assertThat(rivals).contains("unknown", "rival").doesNotContain("acme/orders");
        assertThat(rivals + as(cookie).get("/api/v1/networks/beta/topology").asString())
                .doesNotContain(
                        "till-berlin",
                        "store-paris",
                        shop.address(),
                        shop.caller().toString());
        given().get("/api/v1/networks/shop/flows").then().statusCode(401);
        given().get("/api/v1/networks/shop/traffic").then().statusCode(401);

        // And whoever watches machines sees numbers
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(given().get("/metrics").asString())
                        .contains(
                                "studio_service_bytes_total{direction=\"to-server\",network=\"shop\",service=\"acme/orders\"}"
                                        + " 100.0",
                                "studio_service_connections_open{network=\"shop\",service=\"acme/orders\"} 1.0",
                                "studio_site_bytes_total{direction=\"to-client\",network=\"shop\",site=\"till-berlin\"}"
                                        + " 2000.0",
                                "studio_service_bytes_total{direction=\"to-server\",network=\"beta\",service=\"unknown\"}"
                                        + " 100.0")
                        .doesNotContain("network=\"beta\",service=\"acme/orders\""));
        MonitoringFiles.check(given().get("/metrics").asString(), RestAssured.port);
        for (Agent agent : List.of(till, store, rival)) {
            agent.close();
        }
        centre.close();
        vertx.close();
    }

    /** A request of its own each time: what one asks for would be asked for by the next one too. */
    private static RequestSpecification as(String cookie) {
        return given().cookie("studio-home", cookie);
    }

    private static HttpURLConnection watch(String cookie) throws IOException {
        return watch(cookie, "acme");
    }

    private static HttpURLConnection watch(String cookie, String network) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/networks/" + network + "/watch")
                        .toURL()
                        .openConnection();
        connection.setRequestProperty("Cookie", "studio-home=" + cookie);
        connection.setReadTimeout((int) PATIENCE.toMillis());
        assertThat(connection.getResponseCode()).isEqualTo(200);
        return connection;
    }
}
