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

/** An interior site that is enrolled from REST commands alone; its agent and router are processes of their own. Links: the demo's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnrolmentIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String BACKBONE = "/backbones/enrolled";

    @TempDir
    private Path directory;

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
                        "localhost",
                        "ports",
                        String.valueOf(freePort()))));
    }

    @AfterAll
    void stop() {
        for (String site : List.of("paris", "rome")) {
            system.cli("agent", "leave", "--dir", place(site).toString());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path place(String site) {
        return directory.resolve(site);
    }

    private String bundle(String site) {
        JsonNode receipt = done(admin.post(BACKBONE + "/sites/" + site + "/artifact?platform=linux", Map.of()))
                .json();
        String bundle = receipt.path("join").path("bundle").asText();
        assertThat(bundle).startsWith("studio-join-1.");
        assertThat(receipt.path("join").path("command").asText()).contains("./studio join " + bundle);
        return bundle;
    }

    private Ran join(String bundle, Path place) {
        return system.cli(
                "join",
                bundle,
                "--dir",
                place.toString(),
                "--listen",
                "127.0.0.1",
                "--public-host",
                "localhost",
                "--detach");
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

        Ran joined = join(parisBundle, place("paris"));

        assertThat(joined.exitCode()).as(joined.output()).isZero();
        assertThat(joined.output()).contains("This is site paris of backbone enrolled now");
        await("/sites/paris", "state", "deployed");
    }

    @Test
    @Order(2)
    void shouldUseATokenOnce() {
        Ran again = join(parisBundle, place("thief"));

        assertThat(again.exitCode()).as(again.output()).isEqualTo(4);
        assertThat(again.output()).contains("not-found").contains("Ask whoever invited you for a new bundle");
    }
}
