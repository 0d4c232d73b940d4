package studio.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.domain.kernel.Rejection.Reason;

/**
 * Keeps what clients rely on: the page of problems, and every slug that was ever released.
 * {@code -Dstudio.rewrite=true} writes the page; it never touches the list of slugs.
 */
class ProblemTypeTest {

    private static final Path PAGE = Path.of("../docs/reference/problems.md");
    private static final Path RELEASED = Path.of("src/test/resources/problem-slugs.txt");

    @Test
    void shouldBeDescribedOnThePage() throws IOException {
        if (Boolean.getBoolean("studio.rewrite")) {
            Files.writeString(PAGE, ProblemsPage.text());
        }
        assertThat(PAGE).as("run this test with -Dstudio.rewrite=true").hasContent(ProblemsPage.text());
    }

    @Test
    void shouldKeepEverySlugThatWasReleased() throws IOException {
        List<String> slugs =
                Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList();
        assertThat(slugs)
                .as("a slug is for ever; add new ones to " + RELEASED)
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(RELEASED));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void shouldHaveAProblemForEveryReasonToRefuse(Reason reason) {
        assertThat(ProblemType.of(reason).status()).isGreaterThanOrEqualTo(400);
    }
}
