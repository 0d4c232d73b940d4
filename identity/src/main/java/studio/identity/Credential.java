package studio.identity;

import java.util.Set;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.user.ApiToken;

/** By what an actor was known. */
public sealed interface Credential {

    /**
     * A browser's session cookie.
     *
     * @param uid the session
     */
    record Session(Uid uid) implements Credential {}

    /**
     * A machine's API token.
     *
     * @param name   the token's name among those of its user
     * @param scopes what it may be used for
     */
    record Token(Name name, Set<ApiToken.Scope> scopes) implements Credential {}
}
