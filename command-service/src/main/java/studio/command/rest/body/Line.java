package studio.command.rest.body;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import studio.domain.kernel.Limits;

/** One line of text for people, as {@link Limits} wants it. */
@Size(max = Limits.MAX_TEXT)
@Pattern(regexp = "\\P{Cntrl}*\\S\\P{Cntrl}*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {

    /** The rule. */
    String message() default "must be one line of 1 to " + Limits.MAX_TEXT + " characters";

    /** Unused; Bean Validation wants it. */
    Class<?>[] groups() default {};

    /** Unused; Bean Validation wants it. */
    Class<? extends Payload>[] payload() default {};
}
