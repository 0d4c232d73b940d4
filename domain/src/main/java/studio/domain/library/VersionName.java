package studio.domain.library;

import java.util.regex.Pattern;

/**
 * The name of an image's version, by the rule for tags of containers: a number, such as {@code 7} or {@code 1.4.2}, or a word.
 *
 * @param value the name
 */
public record VersionName(String value) {

    /** The rule in one sentence, for messages. */
    public static final String RULE =
            "must be 1 to 128 letters, digits, underscores, dots or hyphens, and not begin with a dot or hyphen";

    /** The same rule as a regular expression, for schemas and forms. */
    public static final String PATTERN = "[A-Za-z0-9_][A-Za-z0-9._-]{0,127}";

    private static final Pattern TAG = Pattern.compile(PATTERN);

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it breaks the rule
     */
    public VersionName {
        if (!TAG.matcher(value).matches()) {
            throw new IllegalArgumentException("version '" + value + "' " + RULE);
        }
    }

    /** The name of that text; see the constructor for the rule. */
    public static VersionName of(String value) {
        return new VersionName(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
