package studio.command.rest.body;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A new password. Length is what makes it strong (NIST SP 800-63B), so there is no rule for its characters. */
@Size(min = Password.MIN, max = Password.MAX)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Password {

    /** The fewest characters. */
    int MIN = 12;

    /** The most characters. */
    int MAX = 128;

    /** The rule. */
    String message() default "must have " + MIN + " to " + MAX + " characters";

    /** Unused; Bean Validation wants it. */
    Class<?>[] groups() default {};

    /** Unused; Bean Validation wants it. */
    Class<? extends Payload>[] payload() default {};
}
