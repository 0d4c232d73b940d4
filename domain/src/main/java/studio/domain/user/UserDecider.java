package studio.domain.user;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Decider;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Role;
import studio.domain.kernel.Timer;
import studio.domain.kernel.Uid;
import studio.domain.library.Library;
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
import studio.domain.user.UserEvent.ApiTokenCreated;
import studio.domain.user.UserEvent.ApiTokenExpired;
import studio.domain.user.UserEvent.ApiTokenRevoked;
import studio.domain.user.UserEvent.PasswordChanged;
import studio.domain.user.UserEvent.QuotaSet;
import studio.domain.user.UserEvent.SignedIn;
import studio.domain.user.UserEvent.SignedOut;
import studio.domain.user.UserEvent.SignedOut.Cause;
import studio.domain.user.UserEvent.UserChanged;
import studio.domain.user.UserEvent.UserRegistered;
import studio.domain.user.UserEvent.UserRemoved;
import studio.domain.user.UserEvent.UserResumed;
import studio.domain.user.UserEvent.UserSuspended;

/** Decides a user's stream. */
public final class UserDecider implements Decider<UserCommand, UserEvent> {

    /** It has no state, so one is enough. */
    public static final UserDecider INSTANCE = new UserDecider();

    /** Open sessions that a user may have; one more closes the oldest. */
    public static final int MAX_SESSIONS = 20;

    /** API tokens that a user may have. */
    public static final int MAX_TOKENS = 50;

    private UserDecider() {}

    @Override
    public Optional<Rejection> authorise(UserCommand command, Entities entities, Actor actor) {
        return UserAccess.authorise(command, entities, actor);
    }

    @Override
    public Decision<UserEvent> decide(UserCommand command, Entities entities, Facts facts) {
        return switch (command) {
            case RegisterUser c -> register(c, entities, facts);
            case ChangeUser c -> present(entities, user -> change(c, user, facts));
            case SetQuota c -> present(entities, user -> setQuota(c, user));
            case SuspendUser c -> present(entities, user -> suspend(c, user, facts));
            case ResumeUser c -> present(entities, UserDecider::resume);
            case RemoveUser c -> present(entities, user -> remove(user, facts));
            case ChangePassword c -> present(entities, user -> accept(new PasswordChanged()));
            case SignIn c -> active(entities, user -> signIn(c, entities, facts));
            case SignOut c -> present(entities, user -> close(c.session(), Cause.REQUESTED, entities));
            case ExpireSession c -> close(c.session(), Cause.EXPIRED, entities);
            case CreateApiToken c -> active(entities, user -> createToken(c, entities, facts));
            case RevokeApiToken c -> present(entities, user -> revokeToken(c, entities));
            case ExpireToken c -> expireToken(c, entities);
        };
    }

    private static Decision<UserEvent> register(RegisterUser command, Entities entities, Facts facts) {
        Optional<User> user = UserAccess.present(entities);
        if (user.isPresent()) {
            return reject(Rejection.alreadyExists(user.get().key()));
        }
        if (entities.stream().name().equals(Library.SHARED)) {
            return reject(Rejection.ofField(
                    INVALID_VALUE, "name", "'" + Library.SHARED + "' is the name of the library that all share"));
        }
        boolean hadOwner = entities.find(User.KIND, entities.stream().name()).isPresent();
        if (hadOwner && !command.inherits()) {
            return reject(Rejection.ofField(
                    ALREADY_EXISTS,
                    "inherits",
                    "a user who was removed had this name, and networks and backbones that still name it would be this one's:"
                            + " say that it inherits them, or choose another name"));
        }
        return unless(
                Limits.names("groups", command.groups()),
                () -> accept(new UserRegistered(facts.ids().next(), command.roles(), command.groups())));
    }

    private static Decision<UserEvent> change(ChangeUser command, User user, Facts facts) {
        Set<Role> roles = command.roles().orElse(user.roles());
        Set<Name> groups = command.groups().orElse(user.groups());
        if (isSelf(user, facts) && !roles.contains(Role.ADMINISTRATOR)) {
            return reject(FORBIDDEN, "administrators cannot take the administrator role from themselves");
        }
        if (roles.equals(user.roles()) && groups.equals(user.groups())) {
            return accept();
        }
        return unless(Limits.names("groups", groups), () -> accept(new UserChanged(roles, groups)));
    }

    private static Decision<UserEvent> setQuota(SetQuota command, User user) {
        return command.quota().equals(user.quota())
                ? accept()
                : unless(command.quota().flaw(), () -> accept(new QuotaSet(command.quota())));
    }

    private static Decision<UserEvent> suspend(SuspendUser command, User user, Facts facts) {
        if (isSelf(user, facts)) {
            return reject(FORBIDDEN, "administrators cannot suspend themselves");
        }
        if (user instanceof User.Suspended suspended && suspended.cause().equals(command.cause())) {
            return accept();
        }
        return unless(Limits.text("cause", command.cause()), () -> accept(new UserSuspended(command.cause())));
    }

    private static Decision<UserEvent> resume(User user) {
        return user instanceof User.Active ? accept() : accept(new UserResumed());
    }

    private static Decision<UserEvent> remove(User user, Facts facts) {
        return isSelf(user, facts)
                ? reject(FORBIDDEN, "administrators cannot remove themselves")
                : accept(new UserRemoved());
    }

    private static Decision<UserEvent> signIn(SignIn command, Entities entities, Facts facts) {
        if (!command.expiresAt().isAfter(facts.now())) {
            return reject(Rejection.ofField(INVALID_VALUE, "expiresAt", "must be in the future"));
        }
        return unless(Limits.text("provider", command.provider()), () -> accept(opened(command, entities, facts)));
    }

    private static List<UserEvent> opened(SignIn command, Entities entities, Facts facts) {
        List<UserEvent> events = new ArrayList<>();
        List<WebSession> open = entities.list(WebSession.KIND);
        open.stream()
                .sorted(Comparator.comparing(session -> session.meta().createdAt()))
                .limit(Math.max(0, open.size() - MAX_SESSIONS + 1))
                .forEach(oldest -> events.add(new SignedOut(oldest.meta().uid(), Cause.REPLACED)));
        events.add(new SignedIn(facts.ids().next(), command.tokenHash(), command.expiresAt(), command.provider()));
        return events;
    }

    /** Closing a session that is closed already is what the caller wants, so it is no error. */
    private static Decision<UserEvent> close(Uid session, Cause cause, Entities entities) {
        return entities.find(WebSession.KIND.key(session)).isPresent()
                ? accept(new SignedOut(session, cause))
                : accept();
    }

    private static Decision<UserEvent> createToken(CreateApiToken command, Entities entities, Facts facts) {
        if (entities.find(ApiToken.KIND, command.token()).isPresent()) {
            return reject(Rejection.alreadyExists(ApiToken.KIND.key(command.token())));
        }
        if (command.scopes().isEmpty()) {
            return reject(Rejection.ofField(INVALID_VALUE, "scopes", "a token needs at least one scope"));
        }
        if (command.expiresAt().filter(at -> !at.isAfter(facts.now())).isPresent()) {
            return reject(Rejection.ofField(INVALID_VALUE, "expiresAt", "must be in the future"));
        }
        if (entities.list(ApiToken.KIND).size() >= MAX_TOKENS) {
            return reject(LIMIT_REACHED, "a user has at most " + MAX_TOKENS + " API tokens");
        }
        return accept(new ApiTokenCreated(
                command.token(), facts.ids().next(), command.scopes(), command.tokenHash(), command.expiresAt()));
    }

    private static Decision<UserEvent> revokeToken(RevokeApiToken command, Entities entities) {
        return entities.find(ApiToken.KIND, command.token()).isPresent()
                ? accept(new ApiTokenRevoked(command.token()))
                : reject(Rejection.notFound(ApiToken.KIND.key(command.token())));
    }

    /** The name may have been given to another token since the timer was set; that one is not over. */
    private static Decision<UserEvent> expireToken(ExpireToken command, Entities entities) {
        return entities.find(ApiToken.KIND, command.token())
                .filter(token -> token.meta().uid().equals(command.uid()))
                .<Decision<UserEvent>>map(token -> accept(new ApiTokenExpired(command.token())))
                .orElseGet(Decision::accept);
    }

    private static Decision<UserEvent> present(Entities entities, Function<User, Decision<UserEvent>> decide) {
        return UserAccess.present(entities)
                .map(decide)
                .orElseGet(() -> reject(
                        Rejection.notFound(User.KIND.key(entities.stream().name()))));
    }

    private static Decision<UserEvent> active(Entities entities, Function<User, Decision<UserEvent>> decide) {
        return present(
                entities,
                user -> user instanceof User.Active
                        ? decide.apply(user)
                        : reject(WRONG_STATE, "user '" + user.meta().name() + "' is suspended"));
    }

    private static boolean isSelf(User user, Facts facts) {
        return facts.actor().isUser(user.meta().name());
    }

    @Override
    public List<Change> evolve(Recorded<UserEvent> recorded, Entities entities) {
        return UserEvolution.evolve(recorded, entities);
    }

    @Override
    public List<Timer> timers(Entity entity) {
        return switch (entity) {
            case WebSession session ->
                List.of(new Timer(
                        "expire",
                        session.expiresAt(),
                        new ExpireSession(session.meta().uid())));
            case ApiToken token ->
                token.expiresAt().stream()
                        .map(due -> new Timer(
                                "expire",
                                due,
                                new ExpireToken(
                                        Name.of(token.meta().name()),
                                        token.meta().uid())))
                        .toList();
            case Entity other -> List.of();
        };
    }
}
