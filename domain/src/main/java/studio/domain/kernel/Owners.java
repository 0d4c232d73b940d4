package studio.domain.kernel;

import java.util.Collections;
import java.util.Set;

/**
 * A set of users and groups, such as those who own a backbone or to whom it is offered.
 *
 * @param users  users by name
 * @param groups groups by name
 */
public record Owners(Set<Name> users, Set<Name> groups) {

    /** Nobody. */
    public static final Owners NOBODY = new Owners(Set.of(), Set.of());

    /** Keeps its own copies. */
    public Owners {
        users = Set.copyOf(users);
        groups = Set.copyOf(groups);
    }

    /** One user alone. */
    public static Owners user(Name user) {
        return new Owners(Set.of(user), Set.of());
    }

    /** Says whether the actor is one of the users, or in one of the groups. */
    public boolean include(Actor actor) {
        return actor.kind() == Actor.Type.USER
                && (users.contains(Name.of(actor.name())) || !Collections.disjoint(groups, actor.groups()));
    }

    /** Says whether some user or group is in both. */
    public boolean meet(Owners others) {
        return !Collections.disjoint(users, others.users) || !Collections.disjoint(groups, others.groups);
    }

    /** Says whether this is nobody. */
    public boolean isEmpty() {
        return users.isEmpty() && groups.isEmpty();
    }
}
