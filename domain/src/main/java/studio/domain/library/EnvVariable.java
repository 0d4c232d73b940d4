package studio.domain.library;

/**
 * An environment variable. The log keeps it for ever, so it is no place for a password.
 *
 * @param name  its name
 * @param value its value
 */
public record EnvVariable(String name, String value) {

    /** What a name is like, as a regular expression. */
    public static final String NAME_PATTERN = "[A-Za-z_][A-Za-z0-9_]{0,127}";

    /** The same rule in one sentence, for messages. */
    public static final String NAME_RULE =
            "must have names of 1 to 128 letters, digits and underscores that do not begin with a digit";

    /** The longest value, in characters. */
    public static final int MAX_VALUE = 4_000;

    /** The rule for values in one sentence, for messages. */
    public static final String VALUE_RULE = "must have at most " + MAX_VALUE + " characters, and no NUL among them";
}
