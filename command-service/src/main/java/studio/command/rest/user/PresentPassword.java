package studio.command.rest.user;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import studio.command.directory.Directory;
import studio.command.directory.Passwords;
import studio.command.rest.session.SignInAttempts;
import studio.domain.kernel.Name;
import studio.identity.Caller;
import studio.identity.limit.ClientAddress;

/** Whoever changes their own password has to know it: a session that somebody left open is not enough. */
@ApplicationScoped
class PresentPassword {

    private final Caller caller;
    private final Directory directory;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final ClientAddress addresses;

    PresentPassword(
            Caller caller, Directory directory, Passwords passwords, SignInAttempts attempts, ClientAddress addresses) {
        this.caller = caller;
        this.directory = directory;
        this.passwords = passwords;
        this.attempts = attempts;
        this.addresses = addresses;
    }

    /** Fails unless the present password is right, or is not the caller's own. Whose it is not may not be set is decided later. */
    Uni<Void> require(Name user, SetPasswordRequest request, HttpServerRequest http) {
        if (!caller.actor().isUser(user.value())) {
            return Uni.createFrom().voidItem();
        }
        attempts.note(addresses.of(http), user);
        return directory
                .passwordHash(user)
                .chain(hash -> isRight(request, hash))
                .invoke(right -> {
                    if (!right) {
                        throw PasswordRules.invalid("/current", "must be the present password");
                    }
                })
                .replaceWithVoid();
    }

    /** A retry finds the new password in place already. */
    private Uni<Boolean> isRight(SetPasswordRequest request, Optional<String> hash) {
        return passwords
                .matches(request.current().orElse(""), hash)
                .chain(right -> right ? Uni.createFrom().item(true) : passwords.matches(request.password(), hash));
    }
}
