package studio.domain.user;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import java.util.ArrayList;
import java.util.List;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;
import studio.domain.user.UserEvent.ApiTokenCreated;
import studio.domain.user.UserEvent.ApiTokenExpired;
import studio.domain.user.UserEvent.ApiTokenRevoked;
import studio.domain.user.UserEvent.PasswordChanged;
import studio.domain.user.UserEvent.QuotaSet;
import studio.domain.user.UserEvent.SignedIn;
import studio.domain.user.UserEvent.SignedOut;
import studio.domain.user.UserEvent.UserChanged;
import studio.domain.user.UserEvent.UserRegistered;
import studio.domain.user.UserEvent.UserRemoved;
import studio.domain.user.UserEvent.UserResumed;
import studio.domain.user.UserEvent.UserSuspended;

/** What each event changes in a user's stream. */
final class UserEvolution {

    private UserEvolution() {}

    static List<Change> evolve(Recorded<UserEvent> recorded, Entities entities) {
        return switch (recorded.event()) {
            case UserRegistered e -> List.of(put(registered(e, recorded, entities)));
            case UserChanged e -> List.of(put(changed(e, recorded, entities)));
            case QuotaSet e -> List.of(put(limited(e, recorded, entities)));
            case UserSuspended e -> suspended(e, recorded, entities);
            case UserResumed e -> List.of(put(resumed(recorded, entities)));
            case UserRemoved e -> removed(recorded, entities);
            case PasswordChanged e -> passwordChanged(recorded, entities);
            case SignedIn e -> List.of(put(session(e, recorded, entities)));
            case SignedOut e ->
                List.of(remove(entities.get(WebSession.KIND.key(e.session())).key()));
            case ApiTokenCreated e -> List.of(put(token(e, recorded, entities)));
            case ApiTokenRevoked e ->
                List.of(remove(entities.get(ApiToken.KIND, e.token()).key()));
            case ApiTokenExpired e ->
                List.of(remove(entities.get(ApiToken.KIND, e.token()).key()));
        };
    }

    private static User registered(UserRegistered event, Recorded<UserEvent> recorded, Entities entities) {
        UserAccess.present(entities).ifPresent(user -> {
            throw recorded.impossibleFor(user);
        });
        ObjectMeta meta = ObjectMeta.created(entities.stream().name(), event.uid(), recorded);
        return new User.Active(meta, event.roles(), event.groups(), Quota.DEFAULT);
    }

    private static User changed(UserChanged event, Recorded<UserEvent> recorded, Entities entities) {
        User user = user(entities);
        ObjectMeta meta = user.meta().changed(recorded);
        return switch (user) {
            case User.Active active -> new User.Active(meta, event.roles(), event.groups(), active.quota());
            case User.Suspended suspended ->
                new User.Suspended(meta, event.roles(), event.groups(), suspended.quota(), suspended.cause());
            case User.Removed removed -> throw recorded.impossibleFor(removed);
        };
    }

    private static User limited(QuotaSet event, Recorded<UserEvent> recorded, Entities entities) {
        User user = user(entities);
        ObjectMeta meta = user.meta().changed(recorded);
        return switch (user) {
            case User.Active active -> new User.Active(meta, active.roles(), active.groups(), event.quota());
            case User.Suspended suspended ->
                new User.Suspended(meta, suspended.roles(), suspended.groups(), event.quota(), suspended.cause());
            case User.Removed removed -> throw recorded.impossibleFor(removed);
        };
    }

    private static List<Change> suspended(UserSuspended event, Recorded<UserEvent> recorded, Entities entities) {
        User user = present(recorded, entities);
        List<Change> changes = closeSessions(entities);
        changes.add(put(new User.Suspended(
                user.meta().changed(recorded), user.roles(), user.groups(), user.quota(), event.cause())));
        return changes;
    }

    private static User resumed(Recorded<UserEvent> recorded, Entities entities) {
        return switch (user(entities)) {
            case User.Suspended user ->
                new User.Active(user.meta().changed(recorded), user.roles(), user.groups(), user.quota());
            case User.Active user -> throw recorded.impossibleFor(user);
            case User.Removed user -> throw recorded.impossibleFor(user);
        };
    }

    private static List<Change> removed(Recorded<UserEvent> recorded, Entities entities) {
        User user = present(recorded, entities);
        List<Change> changes = closeSessions(entities);
        entities.list(ApiToken.KIND).forEach(token -> changes.add(remove(token.key())));
        changes.add(put(new User.Removed(user.meta().changed(recorded))));
        return changes;
    }

    private static WebSession session(SignedIn event, Recorded<UserEvent> recorded, Entities entities) {
        checkActive(recorded, entities);
        entities.checkAbsent(WebSession.KIND.key(event.session()));
        ObjectMeta meta = ObjectMeta.created(event.session(), recorded);
        return new WebSession(meta, event.tokenHash(), event.expiresAt(), event.provider());
    }

    private static ApiToken token(ApiTokenCreated event, Recorded<UserEvent> recorded, Entities entities) {
        checkActive(recorded, entities);
        entities.checkAbsent(ApiToken.KIND.key(event.token()));
        ObjectMeta meta = ObjectMeta.created(event.token(), event.uid(), recorded);
        return new ApiToken(meta, event.scopes(), event.tokenHash(), event.expiresAt());
    }

    private static List<Change> passwordChanged(Recorded<UserEvent> recorded, Entities entities) {
        present(recorded, entities);
        return closeSessions(entities);
    }

    private static List<Change> closeSessions(Entities entities) {
        List<Change> changes = new ArrayList<>();
        entities.list(WebSession.KIND).forEach(session -> changes.add(remove(session.key())));
        return changes;
    }

    private static void checkActive(Recorded<UserEvent> recorded, Entities entities) {
        User user = user(entities);
        if (!(user instanceof User.Active)) {
            throw recorded.impossibleFor(user);
        }
    }

    private static User present(Recorded<UserEvent> recorded, Entities entities) {
        User user = user(entities);
        if (user instanceof User.Removed) {
            throw recorded.impossibleFor(user);
        }
        return user;
    }

    private static User user(Entities entities) {
        return entities.get(User.KIND, entities.stream().name());
    }
}
