package studio.command.rest.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Set;
import studio.api.problem.ProblemType;
import studio.command.directory.DirectoryConfig;
import studio.command.rest.Commands;
import studio.command.rest.Visibility;
import studio.command.submit.Submission;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.user.UserCommand.SignIn;
import studio.domain.user.UserCommand.SignOut;
import studio.identity.Identities;
import studio.identity.Identity;
import studio.identity.Secret;
import studio.identity.problem.ProblemException;

/** Opens and closes sessions, which are entities of their users' streams. */
@ApplicationScoped
class Sessions {

    private static final int SECRET_BYTES = 32;
    private static final Set<String> NO_ACTIVE_USER =
            Set.of(ProblemType.NOT_FOUND.slug(), ProblemType.WRONG_STATE.slug());

    private final SecureRandom random = new SecureRandom();
    private final DirectoryConfig.Session config;
    private final Commands commands;
    private final Identities identities;
    private final Visibility visibility;

    Sessions(DirectoryConfig config, Commands commands, Identities identities, Visibility visibility) {
        this.config = config.session();
        this.commands = commands;
        this.identities = identities;
        this.visibility = visibility;
    }

    /** Opens a session, and waits until it can be used. */
    Uni<OpenSession> open(ProvenUser user) {
        Secret cookie = newSecret();
        Instant expiresAt = Instant.now().plus(config.lifetime()).truncatedTo(ChronoUnit.SECONDS);
        SignIn command = new SignIn(cookie.digest(), expiresAt, user.provider());
        return commands.decide(Submission.of(StreamType.USER.key(user.name()), command, Actor.SIGN_IN))
                .onFailure(Sessions::isNoActiveUser)
                .transform(refused -> wrongCredentials())
                .chain(outcome ->
                        visible(cookie).map(identity -> new OpenSession(identity.actor(), cookie, expiresAt, outcome)));
    }

    /** Closes a session of the user who asks; one that is closed already stays closed. */
    Uni<Void> close(Actor user, Uid session) {
        StreamKey stream = StreamType.USER.key(Name.of(user.name()));
        return commands.decide(Submission.of(stream, new SignOut(session), user))
                .replaceWithVoid();
    }

    private static boolean isNoActiveUser(Throwable failure) {
        return failure instanceof ProblemException refused
                && NO_ACTIVE_USER.contains(refused.problem().code());
    }

    /** The same for a wrong password, for no such user and for one who may not sign in. */
    static ProblemException wrongCredentials() {
        return ProblemException.of(ProblemType.WRONG_CREDENTIALS, "user name and password do not belong together");
    }

    private Uni<Identity> visible(Secret cookie) {
        return visibility.await(
                () -> identities.bySession(cookie), "the session is open, but the tables do not have it yet");
    }

    private Secret newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
