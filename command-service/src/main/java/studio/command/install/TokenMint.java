package studio.command.install;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import studio.domain.kernel.Actor;
import studio.identity.Secret;

/**
 * Makes API tokens. A token follows from the command that makes it, so that a retry of the command shows the same token again,
 * although nobody keeps it.
 */
@ApplicationScoped
public class TokenMint {

    private static final String PREFIX = "studio_";
    private static final String HMAC = "HmacSHA256";

    private final Installation installation;

    TokenMint(Installation installation) {
        this.installation = installation;
    }

    /** The token that this actor makes with that command. */
    public Secret mint(Actor actor, String commandId) {
        return mint(installation.tokenKey(), actor, commandId);
    }

    static Secret mint(byte[] key, Actor actor, String commandId) {
        byte[] mac = hmac(key, actor.kind() + "/" + actor.name() + "\0" + commandId);
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
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
