package studio.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0",
                "acme",
                "a-b",
                "a--b",
                "123",
                "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0"
            })
    void shouldTakeDnsLabels(String label) {
        assertThat(Name.of(label).value()).isEqualTo(label);
        assertThat(Name.isValid(label)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "a-",
                "A",
                "a.b",
                "a b",
                "a_b",
                "é",
                "a\n",
                "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz01"
            })
    void shouldRejectWhatIsNoDnsLabel(String text) {
        assertThat(Name.isValid(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Name.of(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining(Name.RULE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "peer.example", "a.b.c.d", "10.0.0.example", "1e100.net", "xn--bcher-kva.example"})
    void shouldTakeDnsNamesAsHosts(String host) {
        assertThat(DnsName.isValid(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a.",
                ".a",
                "a..b",
                "10.0.0.1",
                "1",
                "127.1",
                "0x7f.0x1",
                "::1",
                "fe80::1%eth0",
                "A.example"
            })
    void shouldRejectWhatIsNoDnsNameAsHost(String host) {
        assertThat(DnsName.isValid(host)).isFalse();
    }

    @Test
    void shouldRejectAHostThatIsTooLong() {
        assertThat(DnsName.isValid("a.".repeat(126) + "a")).isTrue();
        assertThat(DnsName.isValid("a.".repeat(126) + "ab")).isFalse();
    }
}
