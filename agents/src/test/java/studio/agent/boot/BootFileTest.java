package studio.agent.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.plan.Desired;
import studio.agent.plan.Wanted;
import studio.agent.router.RouterEntity;
import studio.domain.kernel.Uid;

class BootFileTest {

    @TempDir
    Path directory;

    private RouterSettings settings;

    @BeforeEach
    void make() throws IOException {
        settings = new RouterSettings("r1", RouterSettings.Mode.INTERIOR, "paris", 25_671, directory);
        new ManagementKeys(settings.managementKeys()).make(Instant.EPOCH);
    }

    @Test
    void shouldBootWithAPolicyAndAWayInForTheAgentAlone() throws IOException {
        BootFile.open(settings).writeBare();

        assertThat(text())
                .contains("[\"router\",{\"id\":\"r1\",\"mode\":\"interior\"")
                .contains("\"enableVhostPolicy\":true")
                .contains("\"host\":\"127.0.0.1\"", "\"authenticatePeer\":true", "\"saslMechanisms\":\"EXTERNAL\"");
        assertThat(new JsonArray(text())).hasSize(7);
        assertThat(settings.directory().resolve("sasl/skrouterd.conf"))
                .content()
                .contains("mech_list: EXTERNAL");
    }

    @Test
    void shouldBootWithWhatWasAppliedAndInAnOrderThatWorks() throws IOException {
        Desired desired = Desired.of(List.of(Wanted.link("a", 1, 1, Wanted.profile("p", 1)), Wanted.profile("p", 1)));

        assertThat(write(desired, Set.of("studio-p", "studio-link-a"))).isTrue();

        assertThat(text().indexOf("\"studio-p\"}")).isLessThan(text().indexOf("studio-link-a"));
        assertThat(write(desired, Set.of("studio-p", "studio-link-a"))).isTrue();
    }

    @Test
    void shouldKeepWhatWasAppliedLastOfWhatIsRefusedNow() throws IOException {
        BootFile file = BootFile.open(settings);
        file.write(entities(Wanted.profile("p", 1)), Set.of("studio-p"));

        boolean changed = file.write(entities(Wanted.profile("p", 2)), Set.of());

        assertThat(changed).isFalse();
        assertThat(text()).contains("\"ordinal\":1");
    }

    @Test
    void shouldLeaveOutWhatNeedsWhatWasRefused() throws IOException {
        Desired desired = Desired.of(List.of(Wanted.profile("p", 1), Wanted.link("a", 1, 1, Wanted.profile("p", 1))));

        write(desired, Set.of("studio-link-a"));

        assertThat(text()).doesNotContain("studio-link-a");
    }

    @Test
    void shouldKnowAnEdgeRouterByItsNetworkAndSite() {
        assertThat(RouterSettings.edgeId("van", new Uid(new UUID(0, 1))))
                .isEqualTo("van-00000000-0000-0000-0000-000000000001");
        assertThat(RouterSettings.ENVIRONMENT)
                .containsEntry("SSL_CERT_FILE", "")
                .containsEntry("SSL_CERT_DIR", "");
    }

    private boolean write(Desired desired, Set<String> taken) throws IOException {
        return BootFile.open(settings).write(desired.entities(), taken);
    }

    private static SequencedMap<String, RouterEntity> entities(RouterEntity entity) {
        return Desired.of(List.of(entity)).entities();
    }

    private String text() throws IOException {
        return Files.readString(settings.bootFile());
    }
}
