package studio.identity;

import studio.domain.kernel.Actor;
import studio.domain.user.ApiToken;

/**
 * Who asks, and by what they were known.
 *
 * @param actor             who
 * @param credential        by what
 * @param commandsPerSecond how many commands its quota lets it give
 */
public record Identity(Actor actor, Credential credential, int commandsPerSecond) {

    /** Says whether it may give commands: a token may be for reading alone. */
    public boolean mayWrite() {
        return allows(ApiToken.Scope.WRITE);
    }

    /** Says whether it may read: a token may be for writing alone. */
    public boolean mayRead() {
        return allows(ApiToken.Scope.READ);
    }

    private boolean allows(ApiToken.Scope scope) {
        return switch (credential) {
            case Credential.Session session -> true;
            case Credential.Token token -> token.scopes().contains(scope);
        };
    }
}
