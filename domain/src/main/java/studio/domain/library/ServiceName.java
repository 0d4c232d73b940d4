package studio.domain.library;

import studio.domain.kernel.Name;

/**
 * A service's name in the whole installation: {@code publisher/service}.
 *
 * @param publisher whose library the service is in
 * @param name      its name in there
 */
public record ServiceName(Name publisher, Name name) implements Comparable<ServiceName> {

    /** The rule in one sentence, for messages. */
    public static final String RULE = "must be publisher/service, two names of lower-case letters, digits and hyphens";

    /** The same rule as a regular expression, for schemas and forms. */
    public static final String PATTERN = Name.PATTERN + "/" + Name.PATTERN;

    /**
     * Reads {@code publisher/service}.
     *
     * @throws IllegalArgumentException if it breaks the rule
     */
    public static ServiceName parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !Name.isValid(text.substring(0, slash)) || !Name.isValid(text.substring(slash + 1))) {
            throw new IllegalArgumentException("service '" + text + "' " + RULE);
        }
        return new ServiceName(Name.of(text.substring(0, slash)), Name.of(text.substring(slash + 1)));
    }

    @Override
    public int compareTo(ServiceName other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return publisher + "/" + name;
    }
}
