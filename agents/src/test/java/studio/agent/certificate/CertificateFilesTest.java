package studio.agent.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.TestAuthority;
import studio.agent.router.SslProfile;
import studio.domain.kernel.Uid;

class CertificateFilesTest {

    private static final Uid FIRST = new Uid(new UUID(1, 1));
    private static final Uid SECOND = new Uid(new UUID(1, 2));

    @TempDir
    Path directory;

    private final TestAuthority authority = new TestAuthority("authority");

    @Test
    void shouldAskTheSameAgain() throws IOException {
        String request = files().request(FIRST, "router", Optional.empty());

        assertThat(files().request(FIRST, "router", Optional.empty())).isEqualTo(request);
        assertThat(files().request(SECOND, "router", Optional.empty())).isNotEqualTo(request);
    }

    @Test
    void shouldGiveAProfileItsFilesOnceTheCertificateIsThere() throws IOException {
        String request = files().request(FIRST, "router", Optional.of("router.example"));
        assertThat(files().profile(FIRST, authority.pem())).isEmpty();

        assertThat(files().install(FIRST, authority.sign(request))).isEmpty();

        SslProfile.Files profile = files().profile(FIRST, authority.pem()).orElseThrow();
        assertThat(profile.authorities()).hasContent(authority.pem());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.key())))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldTakeNoCertificateForAnotherKey() throws IOException {
        files().request(FIRST, "router", Optional.empty());
        String other = files().request(SECOND, "router", Optional.empty());

        assertThat(files().install(FIRST, authority.sign(other))).contains("the certificate is for another key");
        assertThat(files().install(FIRST, "nonsense")).isPresent();
        assertThat(files().install(new Uid(new UUID(1, 3)), "nonsense"))
                .contains("the certificate is for a key that is not here");
    }

    @Test
    void shouldForgetKeysThatNobodyNeeds() throws IOException {
        files().request(FIRST, "router", Optional.empty());
        String second = files().request(SECOND, "router", Optional.empty());
        files().install(SECOND, authority.sign(second));
        files().profile(SECOND, authority.pem());

        files().retain(Set.of(SECOND));

        assertThat(directory.resolve(FIRST.toString())).doesNotExist();
        assertThat(files().profile(SECOND, authority.pem())).isPresent();
    }

    private CertificateFiles files() {
        return new CertificateFiles(directory);
    }
}
