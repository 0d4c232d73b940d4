package studio.domain.property;

import static studio.domain.property.Moves.oneOf;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;
import static studio.domain.spec.Actors.names;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;
import studio.domain.spec.Actors;
import studio.domain.spec.LiveStream;
import studio.domain.user.ApiToken;
import studio.domain.user.Quota;
import studio.domain.user.UserCommand;
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
import studio.domain.user.UserEvent;
import studio.domain.user.WebSession;

/** What may happen to the user {@code alice}; few names, so that they meet. */
final class UserMoves implements Moves<UserCommand, UserEvent> {

    private static final Actor SELF = Actors.user("alice", Set.of(Role.ADMINISTRATOR), "netops");
    private static final List<Name> TOKENS = List.of(Name.of("ci"), Name.of("cron"));
    private static final List<Set<Role>> ROLES =
            List.of(Set.of(), Set.of(Role.AUDITOR), Set.of(Role.ADMINISTRATOR, Role.NETWORK_OWNER));
    private static final List<Set<Name>> GROUPS = List.of(Set.of(), names("netops"), names("netops", "ops"));
    private static final List<Quota> QUOTAS = List.of(new Quota(1, 2, 3, 4), new Quota(1, 2, 3, 0), Quota.DEFAULT);
    private static final Digest HASH = new Digest("c0".repeat(32));

    @Override
    public StreamType<UserCommand, UserEvent> type() {
        return StreamType.USER;
    }

    @Override
    public String stream() {
        return "alice";
    }

    @Override
    public UserCommand command(RandomGenerator random, LiveStream<UserCommand, UserEvent> stream) {
        return switch (random.nextInt(17)) {
            case 0, 1, 2 -> new RegisterUser(oneOf(random, ROLES), oneOf(random, GROUPS), random.nextInt(4) > 0);
            case 3 -> new ChangeUser(Optional.of(oneOf(random, ROLES)), Optional.of(oneOf(random, GROUPS)));
            case 4 -> new SuspendUser(oneOf(random, List.of("left", "lost", "two\nlines")));
            case 5, 6 -> new ResumeUser();
            case 7 -> random.nextBoolean() ? new RemoveUser() : new ChangePassword();
            case 8, 9 -> new SignIn(HASH, soon(random, stream), "directory");
            case 10 -> new SignOut(uid(random, stream, WebSession.KIND));
            case 11 -> new ExpireSession(uid(random, stream, WebSession.KIND));
            case 12, 13 ->
                new CreateApiToken(
                        oneOf(random, TOKENS),
                        oneOf(random, List.of(Set.of(), Set.of(ApiToken.Scope.READ))),
                        HASH,
                        Optional.of(soon(random, stream)).filter(at -> random.nextBoolean()));
            case 14 -> new RevokeApiToken(oneOf(random, TOKENS));
            case 15 -> new ExpireToken(oneOf(random, TOKENS), uid(random, stream, ApiToken.KIND));
            case 16 -> new SetQuota(oneOf(random, QUOTAS));
            default -> throw new AssertionError();
        };
    }

    private static Instant soon(RandomGenerator random, LiveStream<UserCommand, UserEvent> stream) {
        return stream.now().plus(Duration.ofMinutes(random.nextInt(5)));
    }

    private static Uid uid(
            RandomGenerator random, LiveStream<UserCommand, UserEvent> stream, Kind<? extends Entity> kind) {
        List<Uid> uids = Stream.concat(
                        stream.entities().list(kind).stream()
                                .map(entity -> entity.meta().uid()),
                        Stream.of(new Uid(new UUID(0, 0))))
                .toList();
        return oneOf(random, uids);
    }

    @Override
    public Actor giver(UserCommand command, LiveStream<UserCommand, UserEvent> stream) {
        return switch (command) {
            case SignIn c -> Actor.SIGN_IN;
            case SignOut c -> Actor.SIGN_IN;
            case ExpireSession c -> Actor.TIMER;
            case ExpireToken c -> Actor.TIMER;
            case CreateApiToken c -> SELF;
            case ChangePassword c -> SELF;
            case UserCommand c -> ADMIN;
        };
    }

    @Override
    public Actor anybody(RandomGenerator random, LiveStream<UserCommand, UserEvent> stream) {
        return oneOf(
                random,
                List.of(BackboneMoves.STRANGER, SELF, ADMIN, AUDITOR, Actor.SIGN_IN, Actor.INSTALLER, Actor.TIMER));
    }
}
