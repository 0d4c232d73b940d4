package studio.domain.library;

import java.util.regex.Pattern;

/**
 * Where a container's image is: {@code quay.io/acme/web@sha256:…}, which is the same for ever, or {@code quay.io/acme/web:latest},
 * which is whatever its owner puts there.
 *
 * @param value the reference as container engines take it
 */
public record ContainerReference(String value) {

    /** The rule in one sentence, for messages. */
    public static final String RULE =
            "must be a container reference with a digest or a tag, such as quay.io/acme/web@sha256:… or quay.io/acme/web:1";

    /** The longest reference. */
    public static final int MAX_LENGTH = 500;

    private static final String DIGEST = "@sha256:[0-9a-f]{64}";
    private static final String HOST = "[A-Za-z0-9]+(?:[.-]+[A-Za-z0-9]+)*(?::[0-9]{1,5})?/";
    private static final String PATH = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    private static final String TAG = ":" + VersionName.PATTERN;

    /** The same rule as a regular expression, for schemas and forms. */
    public static final String PATTERN =
            "(?:" + HOST + ")?" + PATH + "(?:/" + PATH + ")*(?:" + TAG + "(?:" + DIGEST + ")?|" + DIGEST + ")";

    private static final Pattern REFERENCE = Pattern.compile(PATTERN);

    /**
     * Checks the reference.
     *
     * @throws IllegalArgumentException if it breaks the rule
     */
    public ContainerReference {
        if (value.length() > MAX_LENGTH || !REFERENCE.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' " + RULE);
        }
    }

    /** Says whether it names the content by its digest, so that it can't change. */
    public boolean isPinned() {
        return value.indexOf('@') >= 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
