package studio.agent.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinBundleTest {

    private static String bundle(String json) {
        return "studio-join-1."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldReadWhatWasMade() {
        JoinBundle bundle = JoinBundle.parse(
                bundle("{\"v\":1,\"claimUrl\":\"https://s.example/api/v1/x/claims\",\"token\":\"t\",\"trust\":\"PEM\"}")
                        + "\n");

        assertThat(bundle.claimUrl()).isEqualTo(URI.create("https://s.example/api/v1/x/claims"));
        assertThat(bundle.token()).isEqualTo("t");
        assertThat(bundle.trust()).contains("PEM");
    }

    @Test
    void shouldKeepItsTokenToItself() {
        assertThat(JoinBundle.parse(bundle("{\"claimUrl\":\"https://s.example/\",\"token\":\"geheim\"}")))
                .asString()
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "studio-join-2.e30",
                "studio-join-1.",
                "studio-join-1.%%%",
                "studio-join-1.e30",
                "studio-join-1.W10"
            })
    void shouldSayWhatIsNoBundle(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JoinBundle.parse(text))
                .withMessageContaining("join bundle");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/c, true",
        "http://localhost:8080/c, true",
        "http://[::1]:8080/c, true",
        "https://studio.example/c, true",
        "http://studio.example/c, false",
        "http://127.0.0.1.example/c, false",
        "ftp://studio.example/c, false",
        "studio.example, false"
    })
    void shouldSendItsTokenOverNothingThatOthersRead(String url, boolean good) {
        String text = bundle("{\"claimUrl\":\"" + url + "\",\"token\":\"t\"}");
        if (good) {
            assertThat(JoinBundle.parse(text).claimUrl()).isEqualTo(URI.create(url));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JoinBundle.parse(text))
                    .withMessageStartingWith("the join bundle names");
        }
    }
}
