package studio.system;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.system.Tenant.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.system.StudioSystem.Ran;

/**
 * Three interior routers and the links between them, from REST commands alone, and what becomes of them: each change is seen in the
 * routers' own management and in bytes that arrive. Oslo reaches paris by rome, and for a higher price directly.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackboneIT {

    private static final Logger LOGGER = LoggerFactory.getLogger(BackboneIT.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Three beats are missed before a site is lost. */
    private static final Duration LOST = Duration.ofMinutes(4);

    private static final Duration CUT = Duration.ofSeconds(5);
    private static final String BACKBONE = "/backbones/mesh";
    private static final List<String> SITES = List.of("paris", "rome", "oslo");
    private static final String DIRECT = "/links/oslo-paris-peer";

    /** One for all stories: what is not static is another one for each of them. */
    @TempDir
    private static Path directory;

    private StudioSystem system;
    private ApiClient admin;
    private Echo echo;
    private int bytes;
    private final Map<String, InteriorPlace> places = new HashMap<>();
    private final Map<String, String> routers = new HashMap<>();

    @BeforeAll
    void start() throws IOException {
        system = StudioSystem.shared();
        admin = system.administrator();
        echo = Echo.start();
        bytes = freePort();
        SITES.forEach(site -> places.put(site, new InteriorPlace(system, directory.resolve(site))));
    }

    @AfterAll
    void stop() throws IOException {
        places.values().forEach(InteriorPlace::leave);
        echo.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private InteriorPlace place(String site) {
        return Objects.requireNonNull(places.get(site));
    }

    /** The id of a site's router on the wire. */
    private String id(String site) {
        return Objects.requireNonNull(routers.get(site));
    }

    private JsonNode read(String path) {
        return admin.get(BACKBONE + path).json();
    }

    private void await(String path, String field, String wanted) {
        await(path, field, wanted, PATIENCE);
    }

    private void await(String path, String field, String wanted, Duration patience) {
        Awaitility.await(path + " " + field + " " + wanted)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> read(path).path(field).asText(), wanted::equals);
    }

    private Ran join(String site) {
        JsonNode receipt = done(admin.post(BACKBONE + "/sites/" + site + "/artifact?platform=linux", Map.of()))
                .json();
        return place(site).join(receipt.path("join").path("bundle").asText());
    }

    private void link(String from, String accessPoint, int cost) {
        done(admin.post(BACKBONE + "/links", Map.of("from", from, "accessPoint", accessPoint, "cost", cost)));
    }

    @Test
    @Order(1)
    void shouldBringUpThreeRoutersAndTheirLinks() throws Exception {
        // Given
        done(admin.post("/backbones", Map.of("name", "mesh")));
        for (String site : SITES) {
            done(admin.post(BACKBONE + "/sites", Map.of("name", site, "platform", "linux")));
        }
        // Where one of the two is, nobody says but whoever runs it.
        done(admin.post(BACKBONE + "/access-points", Map.of("name", "rome-peer", "site", "rome", "use", "peer")));
        done(admin.post(
                BACKBONE + "/access-points",
                Map.of(
                        "name",
                        "paris-peer",
                        "site",
                        "paris",
                        "use",
                        "peer",
                        "host",
                        "localhost",
                        "ports",
                        String.valueOf(freePort()))));
        link("rome", "paris-peer", 1);
        link("oslo", "rome-peer", 1);
        link("oslo", "paris-peer", 10);

        // When
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Ran>> joined =
                    SITES.stream().map(site -> threads.submit(() -> join(site))).toList();
            for (Future<Ran> each : joined) {
                assertThat(each.get().exitCode()).as(each.get().output()).isZero();
            }
        }

        // Then
        for (String link : List.of("/links/rome-paris-peer", "/links/oslo-rome-peer", DIRECT)) {
            await(link, "state", "up");
        }
        for (String site : SITES) {
            await("/sites/" + site, "state", "deployed");
            routers.put(site, read("/sites/" + site).path("routerName").asText());
        }
        assertThat(read("/access-points/rome-peer").path("address").path("host").asText())
                .isEqualTo("localhost");
        awaitCost("oslo", "paris", 2);
    }

    private void awaitCost(String from, String to, long cost) {
        try (RouterView router = place(from).router()) {
            Awaitility.await("what the way from " + from + " to " + to + " costs")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> router.cost(id(to)), Optional.<Object>of(cost)::equals);
        }
    }

    @Test
    @Order(2)
    void shouldCarryBytesBetweenTwoThatAThirdOneConnects() {
        try (RouterView paris = place("paris").router();
                RouterView oslo = place("oslo").router()) {
            String port = String.valueOf(echo.port());
            paris.create("tcpConnector", "echo", Map.of("address", "echo", "host", "127.0.0.1", "port", port));
            oslo.create(
                    "tcpListener",
                    "echo",
                    Map.of("address", "echo", "host", "127.0.0.1", "port", String.valueOf(bytes)));
        }
        try (Echo.Speaker speaker = Echo.Speaker.connect(bytes)) {
            speaker.assertHeard();
        }
    }

    @Test
    @Order(3)
    void shouldGoAnotherWayWhenARouterIsGone() {
        place("rome").crash();

        await("/links/oslo-rome-peer", "state", "down");
        try (Echo.Speaker speaker = Echo.Speaker.connect(bytes)) {
            speaker.assertHeard();
        }
        awaitCost("oslo", "paris", 10);
    }

    @Test
    @Order(4)
    void shouldChangeWhatALinkCosts() {
        try (Echo.Speaker speaker = Echo.Speaker.connect(bytes)) {
            done(admin.patch(BACKBONE + DIRECT, Map.of("cost", 4)));

            awaitCost("oslo", "paris", 4);
            speaker.assertHeard();
        }
    }

    private JsonNode certificate(String site, int ordinal) {
        JsonNode all = read("/certificates?use=interior-site&subject=" + site).path("items");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.path("ordinal").asInt() == ordinal)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no certificate " + ordinal + " of " + site + ": " + all));
    }

    private void rotate(String site, int ordinal, boolean endOld) {
        String uid = certificate(site, ordinal).path("uid").asText();
        done(admin.post(BACKBONE + "/certificates/" + uid + "/rotate", Map.of("endOld", endOld)));
        Awaitility.await("certificate " + (ordinal + 1) + " of " + site + " in use")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> certificate(site, ordinal + 1).hasNonNull("usedSince"));
        await("/certificates/" + uid, "state", "superseded");
    }

    @Test
    @Order(5)
    void shouldRotateACertificateUnderOpenConnections() {
        try (Echo.Speaker speaker = Echo.Speaker.connect(bytes);
                RouterView oslo = place("oslo").router()) {
            rotate("oslo", 1, false);

            assertThat(oslo.generations(id("paris"))).contains(2L);
            speaker.assertHeard();
            assertThat(profile(oslo)).containsEntry("ordinal", 2L);

            rotate("oslo", 2, true);

            oslo.await(
                    "sslProfile",
                    row -> "backbone".equals(row.get("name")) && Long.valueOf(3).equals(row.get("oldestValidOrdinal")),
                    "name",
                    "ordinal",
                    "oldestValidOrdinal");
            Awaitility.await("connections of the newest certificate alone")
                    .atMost(PATIENCE)
                    .until(() -> oslo.generations(id("paris")).stream().allMatch(Long.valueOf(3)::equals));
        }
        try (Echo.Speaker speaker = Echo.Speaker.connect(bytes)) {
            speaker.assertHeard();
        }
        await(DIRECT, "state", "up");
    }

    private static Map<String, Object> profile(RouterView router) {
        return router.await(
                "sslProfile", row -> "backbone".equals(row.get("name")), "name", "ordinal", "oldestValidOrdinal");
    }

    @Test
    @Order(6)
    void shouldPutRightWhatSomebodyChangedByHandAndSaySo() {
        String link = "link-" + base32Hex(read(DIRECT).path("uid").asText());
        String peer = "peer-"
                + base32Hex(read("/access-points/paris-peer").path("uid").asText());
        try (RouterView oslo = place("oslo").router();
                RouterView paris = place("paris").router()) {
            String name = String.valueOf(oslo.await(
                            "connector", row -> String.valueOf(row.get("name")).startsWith(link), "name")
                    .get("name"));
            oslo.delete("connector", name);
            paris.delete("listener", peer);

            oslo.await(
                    "connector",
                    row -> String.valueOf(row.get("name")).startsWith(link)
                            && "SUCCESS".equals(row.get("connectionStatus")),
                    "name",
                    "connectionStatus");
            paris.await("listener", row -> peer.equals(row.get("name")), "name");
        }
        Awaitility.await("what the site says of its link")
                .atMost(PATIENCE)
                .until(
                        () -> reason("oslo", "connector/" + link),
                        said -> said.contains("somebody else had changed it"));
        try (Echo.Speaker speaker = Echo.Speaker.connect(bytes)) {
            speaker.assertHeard();
        }
    }

    private String reason(String site, String item) {
        return StreamSupport.stream(
                        read("/sites/" + site + "/status").path("items").spliterator(), false)
                .filter(each -> each.path("item").asText().equals(item))
                .map(each -> each.path("reason").asText())
                .findFirst()
                .orElse("");
    }

    private static String base32Hex(String uid) {
        return studio.domain.kernel.Uid.parse(uid).base32Hex();
    }

    @Test
    @Order(7)
    void shouldSayThatTheSiteIsLostAndHealWhenItIsBack() {
        await("/sites/rome", "state", "lost", LOST);

        Ran again = place("rome").run("--detach");

        assertThat(again.exitCode()).as(again.output()).isZero();
        await("/sites/rome", "state", "deployed");
        await("/links/rome-paris-peer", "state", "up");
        await("/links/oslo-rome-peer", "state", "up");
        awaitCost("oslo", "paris", 2);
    }

    @Test
    @Order(8)
    void shouldCutTheLinksOfASiteWhoseCertificateIsRevokedThoughNobodyThereHelps() {
        // Given
        place("oslo").killAgent();
        String uid = certificate("oslo", 3).path("uid").asText();
        try (Echo.Speaker speaker = Echo.Speaker.connect(bytes);
                RouterView paris = place("paris").router();
                RouterView rome = place("rome").router()) {
            assertThat(paris.generations(id("oslo"))).isNotEmpty();

            // When
            long begun = System.nanoTime();
            done(admin.post(BACKBONE + "/certificates/" + uid + "/revoke", Map.of("cause", "the key was stolen")));
            Awaitility.await("links of a revoked certificate")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> paris.generations(id("oslo")).isEmpty()
                            && rome.generations(id("oslo")).isEmpty());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);

            // Then
            LOGGER.info("links of a revoked certificate were cut after {} ms", took.toMillis());
            assertThat(took).isLessThan(CUT);
            assertThat(speaker.isHeard()).isFalse();
            Awaitility.await("the others' links")
                    .atMost(PATIENCE)
                    .until(() -> rome.cost(id("paris")), Optional.<Object>of(1L)::equals);
            Awaitility.await("that it does not come back")
                    .during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(6))
                    .until(() -> paris.generations(id("oslo")).isEmpty()
                            && rome.generations(id("oslo")).isEmpty());
        }
    }

    @Test
    @Order(9)
    void shouldTurnTheRevokedSiteAwayAndTakeItBackWhenItIsInvitedAgain()
            throws InterruptedException, ExecutionException {
        InteriorPlace stolen = place("oslo");
        Ran again = stolen.run("--detach");
        assertThat(again.exitCode()).as(again.output()).isZero();
        Awaitility.await("what the feed says")
                .atMost(PATIENCE)
                .until(stolen::log, log -> log.contains("the server answers 403"));
        stolen.leave();
        places.put("oslo", new InteriorPlace(system, directory.resolve("oslo-again")));

        Ran joined = join("oslo");

        assertThat(joined.exitCode()).as(joined.output()).isZero();
        await("/links/oslo-rome-peer", "state", "up");
        awaitCost("oslo", "paris", 2);
    }
}
