package studio.command.rest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.api.problem.Problem.FieldError;
import studio.identity.problem.ProblemException;
import studio.identity.problem.Problems;

/** A parameter that is true or false. Whatever else is refused: a dry run that was misspelt must not be a real one. */
public final class Flag {

    private Flag() {}

    /** True if it says so; false if it is absent or says so; otherwise an error is added. */
    static boolean parse(String name, @Nullable String text, List<FieldError> errors) {
        String word = Optional.ofNullable(text).orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            errors.add(new FieldError(name, "must be true or false"));
        }
        return word.equals("true");
    }

    /**
     * True if it says so; false if it is absent or says so.
     *
     * @throws ProblemException otherwise
     */
    public static boolean parse(String name, @Nullable String text) {
        List<FieldError> errors = new java.util.ArrayList<>();
        boolean value = parse(name, text, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.of(Problems.validationFailed(errors));
        }
        return value;
    }
}
