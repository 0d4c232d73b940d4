package studio.domain.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How versions, services, containers and archives are written. */
class NotationTest {

    private static final String DIGEST = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.4.2", "v2", "2026-03-01", "_x", "LATEST"})
    void shouldTakeNumbersAndWordsForVersions(String version) {
        assertThat(VersionName.of(version)).hasToString(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "-1", "1/2", "1:2", "1|2", "a b", "ä"})
    void shouldRefuseOtherVersions(String version) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VersionName.of(version))
                .withMessageContaining(VersionName.RULE);
    }

    @Test
    void shouldBoundVersions() {
        assertThat(VersionName.of("1".repeat(128)).value()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> VersionName.of("1".repeat(129)));
    }

    @Test
    void shouldReadServicesAsPublisherAndName() {
        assertThat(ServiceName.parse("acme/orders"))
                .hasToString("acme/orders")
                .isGreaterThan(ServiceName.parse("acme/billing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "/orders", "acme/", "acme/a/b", "Acme/orders", ""})
    void shouldRefuseOtherServices(String service) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceName.parse(service))
                .withMessageContaining(ServiceName.RULE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web",
                "quay.io/acme/web",
                "localhost:5000/acme/web__x/a-b.c",
                "registry.example.com:5000/web:1.2_x-rc.1"
            })
    void shouldTellPinnedContainersFromOthers(String repository) {
        assertThat(new ContainerReference(repository + DIGEST).isPinned()).isTrue();
        if (repository.matches(".*:[^/]*$")) {
            assertThat(new ContainerReference(repository).isPinned()).isFalse();
        } else {
            assertThat(new ContainerReference(repository + ":latest").isPinned())
                    .isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> new ContainerReference(repository));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":1",
                "@sha256:ab",
                "web@sha256:ab",
                "web@sha512:ab",
                "Web:1",
                "https://quay.io/web:1",
                "a//b:1",
                "user:password@quay.io/web:1",
                "web:1 ",
                "web:-1",
                "web:",
                "-a:1",
                "a..b:1"
            })
    void shouldRefuseOtherContainers(String reference) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContainerReference(reference))
                .withMessageContaining(ContainerReference.RULE);
    }

    @Test
    void shouldRefuseLongContainersAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContainerReference("a".repeat(ContainerReference.MAX_LENGTH) + ":1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/a.tgz", "http://10.0.0.1:8080/a?b=c", "https://[::1]/a"})
    void shouldTakeUrlsOfTheWeb(String url) {
        assertThat(new ArchiveUrl(url)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.tgz",
                "/a.tgz",
                "file:///etc/passwd",
                "ftp://example.com/a",
                "https://",
                "https:a.tgz",
                "https://example.com/a b",
                "https://example.com/a#b",
                "https://user:secret@example.com/a"
            })
    void shouldRefuseOtherUrlsAndNotRepeatThem(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArchiveUrl(url))
                .withMessageContaining(ArchiveUrl.RULE)
                .withMessageNotContaining("secret");
    }

    @Test
    void shouldBoundUrls() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArchiveUrl("https://example.com/" + "a".repeat(ArchiveUrl.MAX_LENGTH)));
    }
}
