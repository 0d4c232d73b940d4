package studio.cli.write;

import java.util.List;
import java.util.Optional;

/**
 * A part of a command's content that can be given as an option.
 *
 * @param pointer     where in the content it is, a JSON pointer (RFC 6901)
 * @param type        what it holds
 * @param required    whether there must be one
 * @param description what it is
 * @param values      what it may be, if there is only a choice
 */
public record Field(
        String pointer, FieldType type, boolean required, Optional<String> description, List<String> values) {

    /** Copies what is mutable. */
    public Field {
        values = List.copyOf(values);
    }
}
