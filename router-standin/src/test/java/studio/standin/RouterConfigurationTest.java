package studio.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Configurations as people write them. */
class RouterConfigurationTest {

    @Test
    void shouldMakeFirstWhatOthersReferTo() {
        // When
        RouterConfiguration configuration = RouterConfiguration.parse("""
                [["listener", {"name": "in", "port": 1, "sslProfile": "p"}],
                 ["sslProfile", {"name": "p"}],
                 ["router", {"id": "r", "mode": "edge"}]]""");
        // Then
        assertThat(configuration.entities())
                .extracting(RouterConfiguration.Entry::type)
                .containsExactly("router", "sslProfile", "listener");
        assertThat(configuration.id()).isEqualTo("r");
        assertThat(configuration.edge()).isTrue();
    }

    @Test
    void shouldSayWhatAConfigurationLacks() {
        assertThatThrownBy(() -> RouterConfiguration.parse("[]")).hasMessageContaining("no router entity");
        assertThatThrownBy(() -> RouterConfiguration.parse("listener { }")).hasMessageContaining("Expecting value");
        assertThatThrownBy(() -> RouterConfiguration.parse("[[\"router\"]]")).hasMessageContaining("a pair");
    }

    @Test
    void shouldRefuseToStartWithNamesThatAreTakenTwice() {
        RouterConfiguration twice = RouterConfiguration.parse("""
                [["router", {"id": "r"}],
                 ["sslProfile", {"name": "peer"}],
                 ["listener", {"name": "peer", "host": "127.0.0.1", "port": 0}]]""");
        assertThatThrownBy(() -> StandInRouter.start(twice)).hasMessageContaining("duplicates unique attribute 'name'");
    }

    @Test
    void shouldTellWhereItListens() {
        // When
        try (StandInRouter router = StandInRouter.start(RouterConfiguration.parse("""
                [["router", {"id": "own"}], ["listener", {"name": "in", "host": "127.0.0.1", "port": 0}]]"""))) {
            // Then
            assertThat(router.listeners())
                    .singleElement()
                    .satisfies(address -> assertThat(address.getPort()).isPositive());
            assertThat(router.connections()).isEmpty();
            assertThat(router.tcpListener("none")).isEmpty();
        }
    }
}
