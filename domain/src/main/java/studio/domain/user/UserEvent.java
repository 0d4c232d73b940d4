package studio.domain.user;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Event;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What happens in a user's stream. */
public sealed interface UserEvent extends Event {

    @Override
    default EntityKey subject(StreamKey stream) {
        return User.KIND.key(stream.name());
    }

    /** There is a user. */
    record UserRegistered(Uid uid, Set<Role> roles, Set<Name> groups) implements UserEvent {}

    /** The user's roles and groups are these now. */
    record UserChanged(Set<Role> roles, Set<Name> groups) implements UserEvent {}

    /** The user may take that much of the installation now. */
    record QuotaSet(Quota quota) implements UserEvent {}

    /** The user may not act, and its sessions are closed. */
    record UserSuspended(String cause) implements UserEvent {}

    /** The user may act again. */
    record UserResumed() implements UserEvent {}

    /** The user, its sessions and its tokens are gone. */
    record UserRemoved() implements UserEvent {}

    /** The user has a new password, and its sessions are closed. */
    record PasswordChanged() implements UserEvent {}

    /** A session was opened. */
    record SignedIn(Uid session, Digest tokenHash, Instant expiresAt, String provider) implements UserEvent {
        @Override
        public EntityKey subject(StreamKey stream) {
            return WebSession.KIND.key(session);
        }
    }

    /** A session was closed. */
    record SignedOut(Uid session, Cause cause) implements UserEvent {

        /** Why a session closes. */
        public enum Cause {
            /** Somebody asked for it. */
            REQUESTED,
            /** Its time was over. */
            EXPIRED,
            /** The user opened more sessions than one may have, and this was the oldest. */
            REPLACED
        }

        @Override
        public EntityKey subject(StreamKey stream) {
            return WebSession.KIND.key(session);
        }
    }

    /** There is an API token. */
    record ApiTokenCreated(
            Name token, Uid uid, Set<ApiToken.Scope> scopes, Digest tokenHash, Optional<Instant> expiresAt)
            implements UserEvent {
        @Override
        public EntityKey subject(StreamKey stream) {
            return ApiToken.KIND.key(token);
        }
    }

    /** Somebody took an API token away. */
    record ApiTokenRevoked(Name token) implements UserEvent {
        @Override
        public EntityKey subject(StreamKey stream) {
            return ApiToken.KIND.key(token);
        }
    }

    /** An API token's time was over. */
    record ApiTokenExpired(Name token) implements UserEvent {
        @Override
        public EntityKey subject(StreamKey stream) {
            return ApiToken.KIND.key(token);
        }
    }
}
