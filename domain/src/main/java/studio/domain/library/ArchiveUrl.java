package studio.domain.library;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where an archive can be fetched. What is fetched is checked against its digest, so the way there need not be trusted.
 *
 * @param value the URL
 */
public record ArchiveUrl(String value) {

    /** The rule in one sentence, for messages. */
    public static final String RULE =
            "must be an http or https URL with a host, of at most 2000 characters, without user, password or fragment";

    /** The longest URL. */
    public static final int MAX_LENGTH = 2_000;

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * Checks the URL.
     *
     * @throws IllegalArgumentException if it breaks the rule
     */
    public ArchiveUrl {
        if (value.length() > MAX_LENGTH || !isValid(value)) {
            // The value is not repeated: it may have a password in it.
            throw new IllegalArgumentException("the archive's URL " + RULE);
        }
    }

    private static boolean isValid(String value) {
        try {
            URI uri = new URI(value);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
