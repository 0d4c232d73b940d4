package studio.system;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.system.Tenant.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import studio.system.StudioSystem.Ran;

/** Two interior sites that are enrolled from REST commands alone; their agents and routers are processes of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnrolmentIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String BACKBONE = "/backbones/enrolled";

    /** One for all stories: what is not static is another one for each of them. */
    @TempDir
    private static Path directory;

    private StudioSystem system;
    private ApiClient admin;
    private String parisBundle = "";

    @BeforeAll
    void start() throws IOException {
        system = StudioSystem.shared();
        admin = system.administrator();
        done(admin.post("/backbones", Map.of("name", "enrolled")));
        for (String site : List.of("paris", "rome")) {
            done(admin.post(BACKBONE + "/sites", Map.of("name", site, "platform", "linux")));
        }
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
                        "paris.invalid",
                        "ports",
                        String.valueOf(freePort()))));
        done(admin.post(BACKBONE + "/links", Map.of("from", "rome", "accessPoint", "paris-peer")));
    }

    @AfterAll
    void stop() {
        for (String site : List.of("paris", "rome")) {
            place(site).leave();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private InteriorPlace place(String site) {
        return new InteriorPlace(system, directory.resolve(site));
    }

    private String bundle(String site) {
        JsonNode receipt = done(admin.post(BACKBONE + "/sites/" + site + "/artifact?platform=linux", Map.of()))
                .json();
        String bundle = receipt.path("join").path("bundle").asText();
        assertThat(bundle).startsWith("studio-join-1.");
        assertThat(receipt.path("join").path("command").asText()).contains("./studio join " + bundle);
        return bundle;
    }

    private JsonNode read(String path) {
        return admin.get(BACKBONE + path).json();
    }

    private void await(String path, String field, String wanted) {
        Awaitility.await(path + " " + field + " " + wanted)
                .atMost(PATIENCE)
                .conditionEvaluationListener(condition -> {})
                .until(() -> read(path).path(field).asText(), wanted::equals);
    }

    @Test
    @Order(1)
    void shouldBringUpASiteThatWasInvited() {
        parisBundle = bundle("paris");

        Ran joined = place("paris").join(parisBundle);

        assertThat(joined.exitCode()).as(joined.output()).isZero();
        assertThat(joined.output()).contains("This is site paris of backbone enrolled now");
        await("/sites/paris", "state", "deployed");
    }

    @Test
    @Order(2)
    void shouldTellWhereOthersReachIt() {
        Awaitility.await("where the access point is")
                .atMost(PATIENCE)
                .until(
                        () -> read("/access-points/paris-peer")
                                .path("address")
                                .path("host")
                                .asText(),
                        "localhost"::equals);
    }

    @Test
    @Order(3)
    void shouldLinkUp() {
        Ran joined = place("rome").join(bundle("rome"));

        assertThat(joined.exitCode()).as(joined.output()).isZero();
        await("/links/rome-paris-peer", "state", "up");
        await("/sites/rome", "state", "deployed");
    }

    @Test
    @Order(4)
    void shouldUseATokenOnce() {
        Ran again = place("thief").join(parisBundle);

        assertThat(again.exitCode()).as(again.output()).isEqualTo(4);
        assertThat(again.output()).contains("not-found").contains("Ask whoever invited you for a new bundle");
    }

    @Test
    @Order(5)
    void shouldFindItsRouterAgain() {
        InteriorPlace rome = place("rome");
        String router = rome.routerNumber();
        rome.killAgent();

        Ran again = rome.run("--detach");

        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(rome.routerNumber()).isEqualTo(router);
        assertThat(read("/links/rome-paris-peer").path("state").asText()).isEqualTo("up");
        Ran twice = rome.run();
        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(twice.output()).contains("an agent runs in");
    }
}
