package studio.command.rest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.api.json.Word;
import studio.api.problem.Problem.FieldError;
import studio.domain.backbone.Platform;
import studio.identity.problem.ProblemException;
import studio.identity.problem.Problems;

/** The parameter that names a platform. */
public final class Platforms {

    private Platforms() {}

    /**
     * The platform of that word.
     *
     * @throws ProblemException if there is none
     */
    public static Platform parse(@Nullable String word) {
        try {
            return Word.parse(Platform.class, Optional.ofNullable(word).orElse(""));
        } catch (IllegalArgumentException rule) {
            FieldError error = new FieldError("platform", String.valueOf(rule.getMessage()));
            throw ProblemException.of(Problems.validationFailed(List.of(error)));
        }
    }
}
