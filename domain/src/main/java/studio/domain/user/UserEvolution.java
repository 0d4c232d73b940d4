package studio.domain.user;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import java.util.ArrayList;
import java.util.List;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;
import studio.domain.user.UserEvent.ApiTokenCreated;
import studio.domain.user.UserEvent.ApiTokenExpired;
import studio.domain.user.UserEvent.ApiTokenRevoked;
import studio.domain.user.UserEvent.PasswordChanged;
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
            case UserRegistered e ->
                List.of(put(new User.Active(
                        ObjectMeta.created(entities.stream().name(), e.uid(), recorded), e.roles(), e.groups())));
            case UserChanged e -> List.of(put(changed(e, recorded, entities)));
            case UserSuspended e -> suspended(e, recorded, entities);
            case UserResumed e -> List.of(put(resumed(recorded, entities)));
            case UserRemoved e -> removed(recorded, entities);
            case PasswordChanged e -> closeSessions(entities);
            case SignedIn e ->
                List.of(put(new WebSession(
                        new ObjectMeta(
                                e.session().toString(), e.session(), recorded.revision(), recorded.at(), recorded.at()),
                        e.tokenHash(),
                        e.expiresAt(),
                        e.provider())));
            case SignedOut e -> List.of(remove(WebSession.KIND.key(e.session())));
            case ApiTokenCreated e ->
                List.of(put(new ApiToken(
                        ObjectMeta.created(e.token(), e.uid(), recorded), e.scopes(), e.tokenHash(), e.expiresAt())));
            case ApiTokenRevoked e -> List.of(remove(ApiToken.KIND.key(e.token())));
            case ApiTokenExpired e -> List.of(remove(ApiToken.KIND.key(e.token())));
        };
    }

    private static User changed(UserChanged event, Recorded<UserEvent> recorded, Entities entities) {
        User user = user(entities);
        ObjectMeta meta = user.meta().changed(recorded);
        return switch (user) {
            case User.Active active -> new User.Active(meta, event.roles(), event.groups());
            case User.Suspended suspended -> new User.Suspended(meta, event.roles(), event.groups(), suspended.cause());
            case User.Removed removed -> throw impossible(removed, event);
        };
    }

    private static List<Change> suspended(UserSuspended event, Recorded<UserEvent> recorded, Entities entities) {
        User user = user(entities);
        List<Change> changes = closeSessions(entities);
        changes.add(put(new User.Suspended(user.meta().changed(recorded), user.roles(), user.groups(), event.cause())));
        return changes;
    }

    private static User resumed(Recorded<UserEvent> recorded, Entities entities) {
        User user = user(entities);
        return new User.Active(user.meta().changed(recorded), user.roles(), user.groups());
    }

    private static List<Change> removed(Recorded<UserEvent> recorded, Entities entities) {
        List<Change> changes = closeSessions(entities);
        entities.list(ApiToken.KIND).forEach(token -> changes.add(remove(token.key())));
        changes.add(put(new User.Removed(user(entities).meta().changed(recorded))));
        return changes;
    }

    private static List<Change> closeSessions(Entities entities) {
        List<Change> changes = new ArrayList<>();
        entities.list(WebSession.KIND).forEach(session -> changes.add(remove(session.key())));
        return changes;
    }

    private static User user(Entities entities) {
        Name username = entities.stream().name();
        return entities.get(User.KIND, username);
    }

    private static IllegalStateException impossible(User user, UserEvent event) {
        return new IllegalStateException(event + " cannot happen to " + user);
    }
}
