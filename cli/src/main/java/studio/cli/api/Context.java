package studio.cli.api;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * An installation that the command line knows.
 *
 * @param url      its public origin
 * @param username who signed in
 * @param token    the API token to ask with, if somebody is signed in
 * @param defaults values of options such as {@code network} for commands that don't say
 */
public record Context(URI url, String username, Optional<String> token, Map<String, String> defaults) {

    /** Copies what is mutable. */
    public Context {
        defaults = Map.copyOf(defaults);
    }

    /** The same with other defaults. */
    public Context withDefaults(Map<String, String> others) {
        return new Context(url, username, token, others);
    }
}
