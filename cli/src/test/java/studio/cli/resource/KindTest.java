package studio.cli.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KindTest {

    private final Kind certificate = Kinds.of("certificates").orElseThrow();

    @Test
    void shouldBeFoundByEitherWord() {
        assertThat(Kinds.of("process")).isEqualTo(Kinds.of("processes")).isPresent();
        assertThat(Kinds.of("sheep")).isEmpty();
    }

    @Test
    void shouldBeListedWhereTheCommandLineSays() {
        // When
        Listing listing = certificate.listing(Map.of(Scope.BACKBONE, "acme"), Map.of(Scope.NETWORK, "shop"));

        // Then
        assertThat(listing.path().text()).isEqualTo("backbones/{backbone}/certificates");
    }

    @Test
    void shouldBeListedWhereTheContextSaysOtherwise() {
        // When
        Listing ofNetwork = certificate.listing(Map.of(), Map.of(Scope.NETWORK, "shop"));
        Listing ofInstallation = certificate.listing(Map.of(), Map.of());

        // Then
        assertThat(ofNetwork.path().text()).isEqualTo("networks/{network}/certificates");
        assertThat(ofInstallation.path().text()).isEqualTo("authority/certificates");
    }

    @Test
    void shouldSayWhatIsMissing() {
        assertThatThrownBy(() -> Kinds.of("sites").orElseThrow().listing(Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sites need -n NETWORK");
    }

    @Test
    void shouldRefuseAScopeThatMeansNothingToIt() {
        assertThatThrownBy(() -> Kinds.of("networks").orElseThrow().listing(Map.of(Scope.BACKBONE, "acme"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("networks are not listed by -b BACKBONE");
    }

    @Test
    void shouldEncodeNamesInPaths() {
        // Given
        Template path = new Template("networks/{network}/sites/{name}");

        // When
        String filled = path.fill(Map.of(Scope.NETWORK, "shop"), Optional.of("a/b c"));

        // Then
        assertThat(filled).isEqualTo("networks/shop/sites/a%2Fb%20c");
    }
}
