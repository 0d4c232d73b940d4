package studio.domain.kernel;

import java.util.Set;

/**
 * Who gives a command or reads: established by the shell from a certificate, token or session, never from a field.
 *
 * @param kind   what it is
 * @param name   its name within its kind: a user's is a DNS label, a site's or home's its uid
 * @param roles  the roles it held when it asked; none unless it is a user
 * @param groups the groups it was in when it asked; none unless it is a user
 */
public record Actor(Type kind, String name, Set<Role> roles, Set<Name> groups) {

    /** What an actor is. */
    public enum Type {
        /** A person, or a machine with one of that person's API tokens. */
        USER,
        /** A component at the Service Home. */
        SERVICE,
        /** An interior or member site's agent. */
        SITE,
        /** An application network's home, managed or its owner's own. */
        HOME,
        /** The clock. */
        TIMER
    }

    /** The component that opens and closes sessions. */
    public static final Actor SIGN_IN = service("sign-in");

    /** The component that makes the first administrator. */
    public static final Actor INSTALLER = service("installer");

    /** The component that knows which users there are. */
    public static final Actor DIRECTORY = service("directory");

    /** The component that handles certificates. */
    public static final Actor CERT_ORCHESTRATOR = service("cert-orchestrator");

    /** The component that runs the backbones. */
    public static final Actor BACKBONE_ORCHESTRATOR = service("backbone-orchestrator");

    /** The component that takes the claims of those who were invited, before they have a certificate. */
    public static final Actor CLAIMS = service("claims");

    /** The processor's own due-time index. */
    public static final Actor TIMER = new Actor(Type.TIMER, "timer", Set.of(), Set.of());

    /**
     * Keeps its own copies.
     *
     * @throws IllegalArgumentException if a user's name is no DNS label, or anything but a user has roles or groups
     */
    public Actor {
        if (kind == Type.USER && !Name.isValid(name)) {
            throw new IllegalArgumentException("username '" + name + "' " + Name.RULE);
        }
        if (kind != Type.USER && !(roles.isEmpty() && groups.isEmpty())) {
            throw new IllegalArgumentException("only users have roles and groups, not " + kind + " '" + name + "'");
        }
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    /** A user with those roles and groups. */
    public static Actor user(Name name, Set<Role> roles, Set<Name> groups) {
        return new Actor(Type.USER, name.value(), roles, groups);
    }

    /** A component at the Service Home. */
    public static Actor service(String name) {
        return new Actor(Type.SERVICE, name, Set.of(), Set.of());
    }

    /** Says whether it holds that role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Says whether it is the user of that name. */
    public boolean isUser(String username) {
        return kind == Type.USER && name.equals(username);
    }

    /** Says whether it is that other actor, whatever roles either holds. */
    public boolean sameAs(Actor other) {
        return kind == other.kind && name.equals(other.name);
    }
}
