package studio.standin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses lists allow. */
class AddressListTest {

    @ParameterizedTest
    @CsvSource({
        "V/*,V/a/b,true",
        "V/*,V,false",
        "V-${user},V-bob,true",
        "V-${user},V-bobby,false",
        "V-${user}*,V-bobby,true",
        "exact,exact,true",
        "exact,exacter,false",
        "*,anything/at/all,true",
    })
    void shouldMatchLiterals(String rule, String address, boolean allowed) {
        assertThat(AddressList.Literals.of("other, " + rule).allows(address, "bob"))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "V/#,V,true",
        "V/#,V/a/b,true",
        "amqp:/_edge/*/temp.#,amqp:/_edge/x/temp.y,true",
        "amqp:/_edge/*/temp.#,amqp:/_edge/x/$management,false",
        "a/*/c,a/b/c,true",
        "a/*/c,a/b/b/c,false",
        "#/end,a/b/end,true",
        "${user}/x,bob/x,true",
    })
    void shouldMatchPatternsOfTokens(String rule, String address, boolean allowed) {
        assertThat(AddressList.Patterns.of(rule).allows(address, "bob")).isEqualTo(allowed);
    }
}
