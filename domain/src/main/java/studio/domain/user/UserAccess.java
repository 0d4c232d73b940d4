package studio.domain.user;

import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;

import java.util.Optional;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Role;
import studio.domain.user.UserCommand.ChangePassword;
import studio.domain.user.UserCommand.ChangeUser;
import studio.domain.user.UserCommand.CreateApiToken;
import studio.domain.user.UserCommand.ExpireSession;
import studio.domain.user.UserCommand.ExpireToken;
import studio.domain.user.UserCommand.RegisterUser;
import studio.domain.user.UserCommand.RemoveUser;
import studio.domain.user.UserCommand.ResumeUser;
import studio.domain.user.UserCommand.RevokeApiToken;
import studio.domain.user.UserCommand.SetQuota;
import studio.domain.user.UserCommand.SignIn;
import studio.domain.user.UserCommand.SignOut;
import studio.domain.user.UserCommand.SuspendUser;

/** Who may see and change a user, and whether there is one. */
public final class UserAccess {

    private UserAccess() {}

    /** Says whether the actor may read that user's stream: itself, administrators and auditors may. */
    public static boolean mayRead(Actor actor, Name username) {
        return actor.isUser(username.value()) || actor.is(Role.ADMINISTRATOR) || actor.is(Role.AUDITOR);
    }

    static Optional<Rejection> authorise(UserCommand command, Entities entities, Actor actor) {
        Name username = entities.stream().name();
        Permission permission = permission(command, actor, username);
        if (!permission.held()) {
            // Who registers users is no secret, and saying so tells nothing of whether this one exists.
            boolean telling = mayRead(actor, username) || command instanceof RegisterUser;
            return Optional.of(
                    telling ? Rejection.of(FORBIDDEN, permission.rule()) : Rejection.notFound(User.KIND.key(username)));
        }
        // A command of a user can be under way while somebody suspends that user.
        return actor.isUser(username.value()) && present(entities).orElse(null) instanceof User.Suspended
                ? Optional.of(Rejection.of(FORBIDDEN, "user '" + username + "' is suspended and may not act"))
                : Optional.empty();
    }

    /** Whether an actor may give a command, and who may. */
    private record Permission(boolean held, String rule) {}

    private static Permission permission(UserCommand command, Actor actor, Name username) {
        boolean self = actor.isUser(username.value());
        boolean administrator = actor.is(Role.ADMINISTRATOR);
        boolean signIn = actor.sameAs(Actor.SIGN_IN);
        return switch (command) {
            case RegisterUser c -> byAdministrator(administrator || actor.sameAs(Actor.INSTALLER));
            case ChangeUser c -> byAdministrator(administrator);
            case SetQuota c -> byAdministrator(administrator);
            case SuspendUser c -> byAdministrator(administrator);
            case ResumeUser c -> byAdministrator(administrator);
            case RemoveUser c -> byAdministrator(administrator);
            case ChangePassword c -> bySelfOrAdministrator(self || administrator);
            case SignOut c -> bySelfOrAdministrator(self || administrator || signIn);
            case RevokeApiToken c -> bySelfOrAdministrator(self || administrator);
            case CreateApiToken c -> new Permission(self, "only the user itself may make its API tokens");
            case SignIn c -> new Permission(signIn, "only the sign-in service may open sessions");
            case ExpireSession c -> byClock(actor);
            case ExpireToken c -> byClock(actor);
        };
    }

    private static Permission byAdministrator(boolean held) {
        return new Permission(held, "only an administrator may do that");
    }

    private static Permission bySelfOrAdministrator(boolean held) {
        return new Permission(held, "only the user itself and administrators may do that");
    }

    private static Permission byClock(Actor actor) {
        return new Permission(actor.sameAs(Actor.TIMER), "only the clock may do that");
    }

    /** The stream's user unless there was none yet or it was removed. */
    static Optional<User> present(Entities entities) {
        return entities.find(User.KIND, entities.stream().name()).filter(user -> !(user instanceof User.Removed));
    }
}
