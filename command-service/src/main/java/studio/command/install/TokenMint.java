package studio.command.install;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import studio.domain.kernel.Actor;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;
import studio.identity.Secret;

/**
 * Makes tokens. A token follows from the command that makes it, so that a retry of the command shows the same token again,
 * although nobody keeps it.
 */
@ApplicationScoped
public class TokenMint {

    private static final String PREFIX = "studio_";
    private static final String OPENING_PREFIX = "studio_join_";
    private static final String HMAC = "HmacSHA256";

    private final Installation installation;

    TokenMint(Installation installation) {
        this.installation = installation;
    }

    /** The API token that this actor makes with that command. */
    public Secret mint(Actor actor, String commandId) {
        return mint(installation.tokenKey(), actor, commandId);
    }

    /** The token that this actor makes with that command for whoever joins by it. No other thing has the same. */
    public Secret mint(Actor actor, String commandId, StreamKey stream, EntityKey opened) {
        return mint(installation.tokenKey(), actor, commandId, stream, opened);
    }

    static Secret mint(byte[] key, Actor actor, String commandId) {
        return secret(PREFIX, key, message(actor, commandId));
    }

    /** A command's id may be used for another command in another stream, so both are part of it. */
    static Secret mint(byte[] key, Actor actor, String commandId, StreamKey stream, EntityKey opened) {
        return secret(OPENING_PREFIX, key, message(actor, commandId) + "\0" + stream + "\0" + opened);
    }

    private static String message(Actor actor, String commandId) {
        return actor.kind() + "/" + actor.name() + "\0" + commandId;
    }

    private static Secret secret(String prefix, byte[] key, String message) {
        byte[] mac = hmac(key, message);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
