package studio.domain.kernel;

import java.util.regex.Pattern;

/**
 * A name given by a person: a DNS label (RFC 1123: 1 to 63 of {@code a-z 0-9 -}, beginning and ending with a letter or digit).
 *
 * @param value the label
 */
public record Name(String value) implements Comparable<Name> {

    /** The rule in one sentence, for messages. */
    public static final String RULE =
            "must be 1 to 63 lower-case letters, digits or hyphens, beginning and ending with a letter or digit";

    /** The same rule as a regular expression, for schemas and forms. */
    public static final String PATTERN = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

    private static final Pattern LABEL = Pattern.compile(PATTERN);

    /**
     * Checks the label.
     *
     * @throws IllegalArgumentException if {@code value} is not a DNS label
     */
    public Name {
        if (!isValid(value)) {
            throw new IllegalArgumentException("name '" + value + "' " + RULE);
        }
    }

    /** Says whether {@code value} is a DNS label. */
    public static boolean isValid(String value) {
        return LABEL.matcher(value).matches();
    }

    /** The name of that label; see the constructor for the rule. */
    public static Name of(String value) {
        return new Name(value);
    }

    @Override
    public int compareTo(Name other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
