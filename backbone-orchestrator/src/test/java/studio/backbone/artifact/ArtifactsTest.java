package studio.backbone.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.api.json.StudioJson;
import studio.backbone.artifact.JoinInstructions.ArtifactFile;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Name;

class ArtifactsTest {

    private static final JoinPlace STORES = new JoinPlace.Invitation(Name.of("shop"), Name.of("stores"));
    private static final JoinPlace PARIS = new JoinPlace.Interior(Name.of("acme"), Name.of("paris"));
    private static final String TOKEN = "studio_join_secret";

    private final Artifacts artifacts = new Artifacts("https://studio.example.com/", Optional.of("PEM"));

    private static JsonNode content(String bundle) throws IOException {
        assertThat(bundle).startsWith("studio-join-1.");
        return StudioJson.json().readTree(Base64.getUrlDecoder().decode(bundle.substring(bundle.indexOf('.') + 1)));
    }

    @Test
    void shouldLeadMembersAndInteriorSitesToTheirPlaces() throws IOException {
        // When
        JoinInstructions member = artifacts.of(STORES, Platform.LINUX, TOKEN);
        JoinInstructions interior = artifacts.of(PARIS, Platform.LINUX, TOKEN);

        // Then
        assertThat(content(member.bundle())).isEqualTo(StudioJson.json().readTree("""
                        {"v":1,"claimUrl":"https://studio.example.com/api/v1/networks/shop/invitations/stores/claims",
                        "token":"studio_join_secret","trust":"PEM"}"""));
        assertThat(interior.claimUrl())
                .isEqualTo("https://studio.example.com/api/v1/backbones/acme/sites/paris/claims");
        assertThat(interior.command()).isEqualTo("./studio join " + interior.bundle() + " --dir paris");
    }

    @Test
    void shouldGiveAHostAUnitThatHoldsNoSecret() {
        // When
        List<ArtifactFile> files = artifacts.of(STORES, Platform.PODMAN, TOKEN).files();

        // Then
        assertThat(files)
                .extracting(ArtifactFile::path)
                .containsExactly("~/studio/stores.bundle", "~/.config/systemd/user/studio-stores.service");
        assertThat(files.getLast()).satisfies(unit -> {
            assertThat(unit.secret()).isFalse();
            assertThat(unit.content())
                    .contains("ExecStart=%h/studio/studio join @%h/studio/stores.bundle --dir %h/studio/stores"
                            + " --platform podman")
                    .doesNotContain(TOKEN, "studio-join-1.");
        });
    }

    @Test
    void shouldGiveKubernetesASecret() {
        assertThat(artifacts.of(STORES, Platform.KUBERNETES, TOKEN).text())
                .contains("kind: Secret", "name: studio-join-stores", "bundle: \"studio-join-1.");
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayOfEachFileWhetherItIsSecret(Platform platform) {
        assertThat(artifacts.of(STORES, platform, TOKEN).files())
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(file.secret()).isEqualTo(file.content().contains("studio-join-1.")));
    }
}
