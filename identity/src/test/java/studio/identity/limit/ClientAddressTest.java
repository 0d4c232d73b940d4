package studio.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private final ClientAddress addresses = new ClientAddress(List.of("10.1.0.0/16", "fd00::/8"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    127.0.0.1   | -                          | 127.0.0.1
                    203.0.113.7 | -                          | 203.0.113.7
                    127.0.0.1   | 203.0.113.7                | 203.0.113.7
                    0:0:0:0:0:0:0:1 | 203.0.113.7            | 203.0.113.7
                    10.1.2.3    | 203.0.113.7                | 203.0.113.7
                    fd00::5     | 2001:db8::7                | 2001:db8::7
                    127.0.0.1   | 203.0.113.7, 10.1.2.3      | 203.0.113.7
                    127.0.0.1   | 192.0.2.1, 203.0.113.7     | 203.0.113.7
                    127.0.0.1   | 10.1.2.3                   | 10.1.2.3
                    203.0.113.7 | 192.0.2.1                  | 203.0.113.7
                    10.2.0.1    | 192.0.2.1                  | 10.2.0.1
                    127.0.0.1   | 192.0.2.1, unknown         | 127.0.0.1
                    127.0.0.1   | localhost                  | 127.0.0.1
                    """)
    void shouldBelieveTrustedProxiesAlone(String peer, String forwardedFor, String client) {
        List<String> headers = forwardedFor == null ? List.of() : List.of(forwardedFor);
        assertThat(addresses.of(peer, headers)).isEqualTo(client);
    }

    @Test
    void shouldReadSeveralHeadersAsOne() {
        assertThat(addresses.of("127.0.0.1", List.of("192.0.2.1", "203.0.113.7, 10.1.9.9")))
                .isEqualTo("203.0.113.7");
    }
}
