package studio.domain.user;

import java.util.Set;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Role;

/** Somebody who may sign in. */
public sealed interface User extends Entity {

    /** Users. */
    Kind<User> KIND = new Kind<>("user", User.class);

    /** The roles it holds. */
    Set<Role> roles();

    /** The groups it is in. */
    Set<Name> groups();

    /** How much of the installation it may take. */
    Quota quota();

    @Override
    default EntityKey key() {
        return KIND.key(Name.of(meta().name()));
    }

    /** May sign in and act. Suspending or removing it leaves this state. */
    record Active(ObjectMeta meta, Set<Role> roles, Set<Name> groups, Quota quota) implements User {}

    /** Keeps its name, roles and tokens but may not act until it is resumed. */
    record Suspended(ObjectMeta meta, Set<Role> roles, Set<Name> groups, Quota quota, String cause) implements User {}

    /** Gone. What it did stays in the log; an administrator may register the name again, as a new user. */
    record Removed(ObjectMeta meta) implements User {
        @Override
        public Set<Role> roles() {
            return Set.of();
        }

        @Override
        public Set<Name> groups() {
            return Set.of();
        }

        @Override
        public Quota quota() {
            return Quota.DEFAULT;
        }
    }
}
