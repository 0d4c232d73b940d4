package studio.command.rest.user;

import java.util.List;
import java.util.Optional;
import studio.api.problem.Problem.FieldError;
import studio.domain.kernel.Name;
import studio.identity.problem.ProblemException;
import studio.identity.problem.Problems;

/** The rule for passwords that needs more than the password. */
final class PasswordRules {

    private PasswordRules() {}

    /**
     * Checks a new password of that user.
     *
     * @throws ProblemException if it is the user's name
     */
    static void check(Optional<String> password, Name user) {
        if (password.filter(user.value()::equalsIgnoreCase).isPresent()) {
            throw invalid("/password", "must not be the user's name");
        }
    }

    static ProblemException invalid(String pointer, String rule) {
        return ProblemException.of(Problems.validationFailed(List.of(new FieldError(pointer, rule))));
    }
}
