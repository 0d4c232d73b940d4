package studio.domain.user;

import java.util.Optional;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;

/** Who may see a user, and whether there is one. */
public final class UserAccess {

    private UserAccess() {}

    /** Says whether the actor may read that user's stream: itself, administrators and auditors may. */
    public static boolean mayRead(Actor actor, Name username) {
        return actor.isUser(username.value()) || actor.is(Role.ADMINISTRATOR) || actor.is(Role.AUDITOR);
    }

    /** The stream's user unless there was none yet or it was removed. */
    static Optional<User> present(Entities entities) {
        return entities.find(User.KIND, entities.stream().name()).filter(user -> !(user instanceof User.Removed));
    }
}
