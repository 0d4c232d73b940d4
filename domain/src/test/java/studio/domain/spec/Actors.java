package studio.domain.spec;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;

/** Those who appear in specs. */
public final class Actors {

    /** May do everything that a person may. */
    public static final Actor ADMIN = user("root", Set.of(Role.ADMINISTRATOR));

    /** Reads everything. */
    public static final Actor AUDITOR = user("ada", Set.of(Role.AUDITOR));

    /** Owns the backbone of the specs. */
    public static final Actor OWNER = user("alice", Set.of(Role.BACKBONE_OWNER));

    /** Owns the backbone of the specs through the group netops. */
    public static final Actor GROUP_OWNER = user("carol", Set.of(), "netops");

    /** Has a role and a group, but nothing to do with what the specs are about. */
    public static final Actor STRANGER = user("mallory", Set.of(Role.BACKBONE_OWNER, Role.NETWORK_OWNER), "others");

    private Actors() {}

    /** A user of that name with those roles and groups. */
    public static Actor user(String name, Set<Role> roles, String... groups) {
        return Actor.user(Name.of(name), roles, names(groups));
    }

    /** The agent of the site with that uid. */
    public static Actor agent(Uid site) {
        return new Actor(Actor.Type.SITE, site.toString(), Set.of(), Set.of());
    }

    /** A set of names. */
    public static Set<Name> names(String... names) {
        return Arrays.stream(names).map(Name::of).collect(Collectors.toUnmodifiableSet());
    }
}
