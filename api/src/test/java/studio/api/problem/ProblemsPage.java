package studio.api.problem;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The page docs/reference/problems.md. */
final class ProblemsPage {

    private static final String HEAD = """
            <!-- Generated from ProblemType by ProblemTypeTest; rewrite it with -Dstudio.rewrite=true. -->
            # Problems

            Whatever goes wrong is answered with `application/problem+json` (RFC 9457). `code` is the word below and `type` is `/problems/` and that
            word; they keep their meaning for ever, and a client had better act on them than on the status. `title` never varies; `detail` says what went wrong this
            time, for people. Where they apply there are also:

            | member | what it says |
            |---|---|
            | `errors` | every field that breaks a rule: `pointer` is a JSON pointer into the body, or the name of a parameter or header; `detail` is the rule |
            | `commandId` | the command that was refused |
            | `current` | after a revision conflict, the object as it is now |
            | `incident` | after a fault of Studio's, the number under which its log has the rest |

            | code | status | title | what it means, and what to do |
            |---|---|---|---|
            """;

    private ProblemsPage() {}

    static String text() {
        return HEAD
                + Arrays.stream(ProblemType.values())
                        .sorted(Comparator.comparingInt(ProblemType::status).thenComparing(ProblemType::slug))
                        .map(ProblemsPage::row)
                        .collect(Collectors.joining());
    }

    private static String row(ProblemType type) {
        return "| <a id=\"%1$s\"></a>`%1$s` | %2$d | %3$s | %4$s |\n"
                .formatted(type.slug(), type.status(), type.title(), type.explanation());
    }
}
