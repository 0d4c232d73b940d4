package studio.command.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    /** From the tests of the reference implementation, which other libraries share. */
    private static final String KNOWN =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    @Test
    void shouldAgreeWithOtherLibraries() {
        assertThat(PasswordHash.parse(KNOWN).matches("password")).isTrue();
        assertThat(PasswordHash.parse(KNOWN).matches("passwort")).isFalse();
        assertThat(PasswordHash.parse(KNOWN)).hasToString(KNOWN);
    }

    @Test
    void shouldMatchThePasswordItWasMadeOf() {
        // Given
        String stored =
                PasswordHash.compute("größer als 12 Zeichen", 64, 1, SALT).toString();

        // When
        PasswordHash hash = PasswordHash.parse(stored);

        // Then
        assertThat(hash.matches("größer als 12 Zeichen")).isTrue();
        assertThat(hash.matches("grösser als 12 Zeichen")).isFalse();
        assertThat(stored).startsWith("$argon2id$v=19$m=64,t=1,p=1$").doesNotContain("Zeichen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "secret", "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$AAAA", "$2a$10$abcdefghijklmnopqrstuv"})
    void shouldRejectWhatIsNoHash(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.parse(text));
    }
}
