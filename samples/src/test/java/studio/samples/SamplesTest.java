package studio.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

    private static final String LOOPBACK = "127.0.0.1";

    @Test
    void shouldCountTheOrdersOfEachStore(@TempDir Path data) throws Exception {
        // Given
        Environment environment = new Environment(Map.of("PORT", "0", "STUDIO_DATA", data.toString()));
        try (OrdersDatabase database = OrdersDatabase.start(environment);
                Page page = Page.at("/orders", LOOPBACK, 0, new Orders(LOOPBACK + ":" + database.port())::answer)) {
            Till oslo = new Till(LOOPBACK + ":" + page.port(), "oslo");
            Till rome = new Till(LOOPBACK + ":" + page.port(), "rome");

            // When
            oslo.order();
            rome.order();
            String counts = oslo.order();

            // Then
            assertThat(counts).isEqualTo("oslo 2\nrome 1\n");
        }
    }

    @Test
    void shouldSayThatTheDatabaseDoesNotAnswer() throws IOException {
        try (Page page = Page.at("/orders", LOOPBACK, 0, new Orders(LOOPBACK + ":1")::answer)) {
            assertThatThrownBy(() -> new Till(LOOPBACK + ":" + page.port(), "oslo").order())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("503: the database does not answer");
        }
    }

    @Test
    void shouldFindWhatItNeedsInItsEnvironment() {
        Environment environment = new Environment(Map.of("ORDERS_HOST", "127.3.4.5", "ORDERS_PORT", "81"));
        assertThat(environment.service("ORDERS", Orders.PORT)).isEqualTo("127.3.4.5:81");
        assertThat(environment.service("ORDERS_DB", OrdersDatabase.PORT)).isEqualTo("127.0.0.1:9092");
    }

    @Test
    void shouldTellHowTheMachineDoes() {
        assertThat(Monitor.metrics("oslo")).contains("store_up{store=\"oslo\"} 1\n");
    }
}
