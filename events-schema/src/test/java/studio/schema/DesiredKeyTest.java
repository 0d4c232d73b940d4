package studio.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.StreamKey;

class DesiredKeyTest {

    private static final StreamKey SHOP = StreamKey.parse("network/shop");

    @Test
    void shouldNameItemsAndHeads() {
        assertThat(DesiredKey.parse("network/shop|network"))
                .isEqualTo(new DesiredKey(SHOP, "network", Optional.empty()))
                .hasToString("network/shop|network");
        assertThat(DesiredKey.parse("network/shop|class/7|connector/web/acme/orders"))
                .isEqualTo(DesiredKey.ofItem(SHOP, "class/7", "connector/web/acme/orders"))
                .hasToString("network/shop|class/7|connector/web/acme/orders");
    }

    @Test
    void shouldRefuseWhatNamesNoAudience() {
        assertThatIllegalArgumentException().isThrownBy(() -> DesiredKey.parse("network/shop"));
        assertThatIllegalArgumentException().isThrownBy(() -> DesiredKey.parse("|network"));
    }

    @Test
    void shouldBeWhereKafkaPutsTheStream() {
        IntStream.range(0, 100).forEach(i -> {
            StreamKey stream = StreamKey.parse("network/net-" + i);
            byte[] key = stream.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(DesiredKey.partition(stream, 8)).isEqualTo(BuiltInPartitioner.partitionForKey(key, 8));
        });
    }
}
