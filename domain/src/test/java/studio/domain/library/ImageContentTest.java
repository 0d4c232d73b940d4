package studio.domain.library;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.library.Libraries.FLOATING;
import static studio.domain.library.Libraries.full;
import static studio.domain.library.Libraries.plain;

import org.junit.jupiter.api.Test;

/** The form in which content gets its digest is the same for ever: networks and participants hold such digests. */
class ImageContentTest {

    @Test
    void shouldHaveTheFormThatItAlwaysHad() {
        assertThat(full().canonicalForm().toString()).isEqualTo("""
                image-content/1
                mutable 5 false
                """);
    }

    @Test
    void shouldHaveTheDigestThatItAlwaysHad() {
        assertThat(full().digest()).hasToString("");
        assertThat(plain(FLOATING).digest()).hasToString("");
    }
}
