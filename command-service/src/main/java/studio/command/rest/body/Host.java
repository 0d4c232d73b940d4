package studio.command.rest.body;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import studio.domain.kernel.DnsName;

/** A host's name; the rule is {@link DnsName}'s. */
@Constraint(validatedBy = Host.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Host {

    /** The rule. */
    String message() default DnsName.RULE;

    /** Unused; Bean Validation wants it. */
    Class<?>[] groups() default {};

    /** Unused; Bean Validation wants it. */
    Class<? extends Payload>[] payload() default {};

    /** Asks the domain. */
    class Validator implements ConstraintValidator<Host, String> {

        @Override
        public boolean isValid(@Nullable String host, ConstraintValidatorContext context) {
            return host == null || DnsName.isValid(host);
        }
    }
}
