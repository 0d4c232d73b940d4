package studio.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

    @Test
    void shouldWriteEachValueWithItsLengthInBytes() {
        CanonicalForm form = new CanonicalForm("form/1")
                .add("name", "grün")
                .add("absent", Optional.empty())
                .add("ports", List.of(80, 443), (list, port) -> list.add("port", port));

        assertThat(form).hasToString("form/1\nname 5 grün\nports 1 2\nport 2 80\nport 3 443\n");
        assertThat(form.size()).isEqualTo(form.toString().length() + 1);
    }

    @Test
    void shouldTellWhatAValueHoldsFromWhatFollowsIt() {
        assertThat(new CanonicalForm("form/1").add("a", "x\nb 1 y").digest())
                .isNotEqualTo(
                        new CanonicalForm("form/1").add("a", "x").add("b", "y").digest());
    }

    @Test
    void shouldHaveAnotherDigestInAnotherVersion() {
        assertThat(new CanonicalForm("form/1").add("a", "x").digest())
                .isNotEqualTo(new CanonicalForm("form/2").add("a", "x").digest());
    }
}
