package studio.domain.user;

import java.time.Instant;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.ObjectMeta;

/**
 * An open session of a browser; a closed one is no entity any more.
 *
 * @param meta      its name is its uid
 * @param tokenHash SHA-256 of the cookie's value
 * @param expiresAt when the clock closes it
 * @param provider  who vouched for the user: {@code directory} or an OIDC provider's name
 */
public record WebSession(ObjectMeta meta, Digest tokenHash, Instant expiresAt, String provider) implements Entity {

    /** Web sessions. */
    public static final Kind<WebSession> KIND = new Kind<>("session", WebSession.class);

    @Override
    public EntityKey key() {
        return KIND.key(meta.uid());
    }
}
