package studio.domain.user;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What one may ask of a user's stream. */
public sealed interface UserCommand extends Command {

    @Override
    default EntityKey subject(StreamKey stream) {
        return User.KIND.key(stream.name());
    }

    /**
     * Makes the user.
     *
     * @param inherits whether it may have the name of a user who was removed, and with it what still names that one
     */
    record RegisterUser(Set<Role> roles, Set<Name> groups, boolean inherits) implements UserCommand {

        /** A user whose name nobody had. */
        public RegisterUser(Set<Role> roles, Set<Name> groups) {
            this(roles, groups, false);
        }
    }

    /** Gives the user other roles or groups; what is absent stays. */
    record ChangeUser(Optional<Set<Role>> roles, Optional<Set<Name>> groups) implements UserCommand {}

    /** Says how much of the installation the user may take. */
    record SetQuota(Quota quota) implements UserCommand {}

    /** Keeps the user from acting and closes its sessions. */
    record SuspendUser(String cause) implements UserCommand {}

    /** Lets a suspended user act again. */
    record ResumeUser() implements UserCommand {}

    /** Takes the user away with its sessions and tokens. */
    record RemoveUser() implements UserCommand {}

    /** Notes that the user has a new password, and closes its sessions. The password itself never comes here. */
    record ChangePassword() implements UserCommand {}

    /** Opens a session for a user whose identity was just proved. */
    record SignIn(Digest tokenHash, Instant expiresAt, String provider) implements UserCommand {}

    /** Closes a session. */
    record SignOut(Uid session) implements UserCommand {}

    /** Closes a session whose time is over. */
    record ExpireSession(Uid session) implements UserCommand {}

    /** Makes an API token. */
    record CreateApiToken(Name token, Set<ApiToken.Scope> scopes, Digest tokenHash, Optional<Instant> expiresAt)
            implements UserCommand {
        @Override
        public EntityKey subject(StreamKey stream) {
            return ApiToken.KIND.key(token);
        }
    }

    /** Takes an API token away. */
    record RevokeApiToken(Name token) implements UserCommand {
        @Override
        public EntityKey subject(StreamKey stream) {
            return ApiToken.KIND.key(token);
        }
    }

    /** Takes away an API token whose time is over. */
    record ExpireToken(Name token, Uid uid) implements UserCommand {
        @Override
        public EntityKey subject(StreamKey stream) {
            return ApiToken.KIND.key(token);
        }
    }
}
