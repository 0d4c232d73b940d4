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
import studio.agent.file.AtomicFiles;
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
        String request = files().request(FIRST, Optional.empty());

        assertThat(files().request(FIRST, Optional.empty())).isEqualTo(request);
        assertThat(files().request(SECOND, Optional.empty())).isNotEqualTo(request);
    }

    @Test
    void shouldGiveAProfileItsFilesOnceTheCertificateIsThere() throws IOException {
        String request = files().request(FIRST, Optional.of("router.example"));
        assertThat(files().profile(FIRST, authority.pem())).isEmpty();

        assertThat(files().install(FIRST, authority.sign(request))).isEmpty();

        SslProfile.Files profile = files().profile(FIRST, authority.pem()).orElseThrow();
        assertThat(profile.authorities()).hasContent(authority.pem());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.key())))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldTakeNoCertificateForAnotherKey() throws IOException {
        files().request(FIRST, Optional.empty());
        String other = files().request(SECOND, Optional.empty());

        assertThat(files().install(FIRST, authority.sign(other))).contains("the certificate is for another key");
        assertThat(files().install(FIRST, "nonsense")).isPresent();
        assertThat(files().install(new Uid(new UUID(1, 3)), "nonsense"))
                .contains("the certificate is for a key that is not here");
    }

    @Test
    void shouldTakeTheCertificateForTheKeyWithWhichTheSiteWasClaimed() throws IOException {
        KeyMaker.Request claim = KeyMaker.request(Optional.empty());
        AtomicFiles.write(directory.resolve("claim/request.pem"), claim.request());
        AtomicFiles.write(directory.resolve("claim/key.pem"), claim.key());
        CertificateFiles enrolled = new CertificateFiles(
                directory,
                Optional.of(new CertificateFiles.Enrolled(
                        directory.resolve("claim/request.pem"), directory.resolve("claim/key.pem"))));

        assertThat(enrolled.install(FIRST, authority.sign(claim.request()))).isEmpty();

        assertThat(enrolled.key(FIRST)).contains(claim.key());
        assertThat(enrolled.install(
                        SECOND,
                        authority.sign(KeyMaker.request(Optional.empty()).request())))
                .contains("the certificate is for a key that is not here");
    }

    @Test
    void shouldForgetKeysThatNobodyNeeds() throws IOException {
        files().request(FIRST, Optional.empty());
        String second = files().request(SECOND, Optional.empty());
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
