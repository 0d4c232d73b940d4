package studio.domain.user;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/**
 * A bearer token with which a machine acts for its user; a revoked or expired one is no entity any more.
 *
 * @param meta      its name is chosen by the user
 * @param scopes    what it may be used for
 * @param tokenHash SHA-256 of the token
 * @param expiresAt when the clock revokes it, if ever
 */
public record ApiToken(ObjectMeta meta, Set<Scope> scopes, Digest tokenHash, Optional<Instant> expiresAt)
        implements Entity {

    /** API tokens. */
    public static final Kind<ApiToken> KIND = new Kind<>("token", ApiToken.class);

    /** What a token may be used for. */
    public enum Scope {
        /** To read what its user may read. */
        READ,
        /** To give the commands that its user may give. */
        WRITE
    }

    @Override
    public EntityKey key() {
        return KIND.key(Name.of(meta.name()));
    }
}
