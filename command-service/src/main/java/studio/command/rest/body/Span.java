package studio.command.rest.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A length of time in whole seconds. In JSON an ISO 8601 duration, or the number of seconds.
 *
 * @param seconds the seconds; none is less than zero
 */
@JsonDeserialize(using = Span.Reader.class)
public record Span(long seconds) {

    static final class Reader extends JsonDeserializer<Span> {

        private static final String RULE = "must be a duration such as P1D or PT90S, or a whole number of seconds";

        @Override
        public @Nullable Span deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return accepted(Duration.ofSeconds(parser.getLongValue()), parser, context);
            }
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Span) context.handleUnexpectedToken(Span.class, parser);
            }
            try {
                return accepted(Duration.parse(parser.getText()), parser, context);
            } catch (DateTimeException none) {
                return refused(parser, context);
            }
        }

        private static @Nullable Span accepted(Duration length, JsonParser parser, DeserializationContext context)
                throws IOException {
            return length.isNegative() || !length.equals(length.truncatedTo(ChronoUnit.SECONDS))
                    ? refused(parser, context)
                    : new Span(length.toSeconds());
        }

        private static @Nullable Span refused(JsonParser parser, DeserializationContext context) throws IOException {
            return (Span) context.handleWeirdStringValue(Span.class, parser.getText(), "%s", RULE);
        }
    }

    /** The longest that it may be. */
    @Constraint(validatedBy = AtMostDays.class)
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface AtMost {

        /** In days. */
        long days();

        /** The rule. */
        String message() default "must be at most {days} days";

        /** Unused; Bean Validation wants it. */
        Class<?>[] groups() default {};

        /** Unused; Bean Validation wants it. */
        Class<? extends Payload>[] payload() default {};
    }

    /** Compares. */
    public static class AtMostDays implements ConstraintValidator<AtMost, Span> {

        private Duration most = Duration.ZERO;

        @Override
        public void initialize(AtMost rule) {
            most = Duration.ofDays(rule.days());
        }

        @Override
        public boolean isValid(@Nullable Span span, ConstraintValidatorContext context) {
            return span == null || span.seconds() <= most.toSeconds();
        }
    }
}
