package studio.command.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import studio.command.ServersResource;
import studio.domain.kernel.Name;

/** What an installation has once, whatever starts again or beside it. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class InstallationIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Installation installation;
    private final FirstAdministrator firstAdministrator;
    private final InstallConfig config;

    InstallationIT(Installation installation, FirstAdministrator firstAdministrator, InstallConfig config) {
        this.installation = installation;
        this.firstAdministrator = firstAdministrator;
        this.config = config;
    }

    private void awaitComplete() {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> installation.isComplete().await().atMost(SOON));
    }

    @Test
    void shouldKeepTheKeyOfTokensWhenItStartsAgain() {
        // Given
        byte[] key = installation.tokenKey();

        // When
        installation.begin(new StartupEvent());

        // Then
        assertThat(installation.tokenKey()).isEqualTo(key).hasSize(32);
    }

    @Test
    void shouldGiveTheFirstAdministratorOnePasswordOnly() {
        // Given
        awaitComplete();

        // When
        boolean again = installation
                .complete(Name.of("admin"), UUID.randomUUID(), "another hash")
                .await()
                .atMost(SOON);

        // Then
        assertThat(again).isFalse();
    }

    @Test
    void shouldLeaveThePasswordAloneWhenItStartsAgain() {
        // Given
        awaitComplete();
        String password = new PasswordFile(config.dataDir()).readOrMake();

        // When
        firstAdministrator.register(new StartupEvent());

        // Then
        assertThat(new PasswordFile(config.dataDir()).readOrMake()).isEqualTo(password);
    }
}
