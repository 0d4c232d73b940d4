package studio.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;
import static studio.domain.spec.Actors.STRANGER;
import static studio.domain.spec.Actors.names;
import static studio.domain.spec.Actors.user;
import static studio.domain.spec.StreamSpec.ANY_UID;
import static studio.domain.user.Users.ALICE;
import static studio.domain.user.Users.CI;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;
import studio.domain.spec.StreamSpec;
import studio.domain.user.UserCommand.ChangePassword;
import studio.domain.user.UserCommand.ChangeUser;
import studio.domain.user.UserCommand.CreateApiToken;
import studio.domain.user.UserCommand.RegisterUser;
import studio.domain.user.UserCommand.RemoveUser;
import studio.domain.user.UserCommand.ResumeUser;
import studio.domain.user.UserCommand.RevokeApiToken;
import studio.domain.user.UserCommand.SignOut;
import studio.domain.user.UserCommand.SuspendUser;
import studio.domain.user.UserEvent.PasswordChanged;
import studio.domain.user.UserEvent.UserChanged;
import studio.domain.user.UserEvent.UserRegistered;
import studio.domain.user.UserEvent.UserRemoved;
import studio.domain.user.UserEvent.UserResumed;
import studio.domain.user.UserEvent.UserSuspended;

class UserTest {

    @Test
    void shouldBeActiveWhenRegistered() {
        Users.absent()
                .when(ADMIN, new RegisterUser(Set.of(Role.AUDITOR), names("audit")))
                .then(new UserRegistered(ANY_UID, Set.of(Role.AUDITOR), names("audit")))
                .and(User.KIND, "alice")
                .isInstanceOf(User.Active.class)
                .returns(Set.of(Role.AUDITOR), User::roles)
                .returns(names("audit"), User::groups);
    }

    @Test
    void shouldLeaveTheNameOfTheSharedLibraryToNobody() {
        StreamSpec.of(StreamType.USER, "public")
                .when(ADMIN, new RegisterUser(Set.of(), Set.of()))
                .thenRejected(INVALID_VALUE, "name");
    }

    @Test
    void shouldLetTheInstallerMakeTheFirstAdministrator() {
        Users.absent().given(Actor.INSTALLER, new RegisterUser(Set.of(Role.ADMINISTRATOR), Set.of()));
    }

    @Test
    void shouldChangeRolesAndKeepGroupsThatAreNotMentioned() {
        Users.active()
                .when(ADMIN, new ChangeUser(Optional.of(Set.of()), Optional.empty()))
                .then(new UserChanged(Set.of(), names("netops")));
        Users.active()
                .when(ADMIN, new ChangeUser(Optional.of(Set.of(Role.BACKBONE_OWNER)), Optional.of(names("netops"))))
                .then();
    }

    @Test
    void shouldKeepASuspendedUserSuspendedWhenItsRolesChange() {
        Users.suspended()
                .when(ADMIN, new ChangeUser(Optional.of(Set.of()), Optional.empty()))
                .and(User.KIND, "alice")
                .isInstanceOf(User.Suspended.class)
                .returns(Set.of(), User::roles);
    }

    @Test
    void shouldCloseSessionsAndKeepTokensWhenSuspended() {
        Users.signedIn()
                .when(ADMIN, new SuspendUser("left"))
                .then(new UserSuspended("left"))
                .andNo(WebSession.KIND)
                .and(ApiToken.KIND, "ci")
                .isNotNull();
    }

    @Test
    void shouldKeepAnotherCauseOfTheSuspension() {
        Users.suspended()
                .when(ADMIN, new SuspendUser("was never here"))
                .then(new UserSuspended("was never here"))
                .and(User.KIND, "alice")
                .isInstanceOfSatisfying(
                        User.Suspended.class, user -> assertThat(user.cause()).isEqualTo("was never here"));
    }

    @Test
    void shouldActAgainWhenResumed() {
        Users.suspended()
                .when(ADMIN, new ResumeUser())
                .then(new UserResumed())
                .and(User.KIND, "alice")
                .isInstanceOf(User.Active.class);
    }

    @Test
    void shouldTakeSessionsAndTokensAlongWhenRemoved() {
        Users.signedIn()
                .when(ADMIN, new RemoveUser())
                .then(new UserRemoved())
                .andNo(WebSession.KIND)
                .andNo(ApiToken.KIND)
                .and(User.KIND, "alice")
                .isInstanceOf(User.Removed.class)
                .returns(Set.of(), User::roles)
                .returns(Set.of(), User::groups);
    }

    @Test
    void shouldBeANewIncarnationWhenRegisteredAgain() {
        StreamSpec<UserCommand, UserEvent> spec = Users.removed();
        Uid former = spec.uid(User.KIND, "alice");
        spec.given(ADMIN, new RegisterUser(Set.of(), Set.of(), true));
        assertThat(spec.uid(User.KIND, "alice")).isNotEqualTo(former);
    }

    @Test
    void shouldNotInheritARemovedUsersNameByMistake() {
        Users.removed().when(ADMIN, new RegisterUser(Set.of(), Set.of())).thenRejected(ALREADY_EXISTS, "inherits");
    }

    @Test
    void shouldCloseSessionsWhenThePasswordChanges() {
        Users.signedIn()
                .when(ALICE, new ChangePassword())
                .then(new PasswordChanged())
                .andNo(WebSession.KIND);
    }

    @Test
    void shouldNotLetAnAdministratorLockItselfOut() {
        Actor self = user("alice", Set.of(Role.ADMINISTRATOR));
        StreamSpec<UserCommand, UserEvent> spec =
                Users.absent().given(ADMIN, new RegisterUser(Set.of(Role.ADMINISTRATOR), Set.of()));
        spec.when(self, new SuspendUser("holiday")).thenRejected(FORBIDDEN);
        spec.when(self, new RemoveUser()).thenRejected(FORBIDDEN);
        spec.when(self, new ChangeUser(Optional.of(Set.of()), Optional.empty())).thenRejected(FORBIDDEN);
        spec.given(self, new ChangeUser(Optional.empty(), Optional.of(names("admins"))));
    }

    static Stream<UserCommand> whatAliceMayDo() {
        return Stream.of(
                new ChangePassword(),
                new SignOut(ANY_UID),
                new RevokeApiToken(CI),
                new CreateApiToken(Name.of("new"), Set.of(ApiToken.Scope.READ), Users.HASH, Optional.empty()),
                new ResumeUser());
    }

    @ParameterizedTest
    @MethodSource("whatAliceMayDo")
    void shouldNotLetASuspendedUserActEvenAsAnAdministrator(UserCommand command) {
        Actor self = user("alice", Set.of(Role.ADMINISTRATOR));
        assertThat(Users.suspended().when(self, command).thenRejected(FORBIDDEN).detail())
                .isEqualTo("user 'alice' is suspended and may not act");
    }

    static Stream<UserCommand> anyCommand() {
        return Stream.concat(
                whatAliceMayDo(),
                Stream.of(new SuspendUser("left"), new RemoveUser(), new UserCommand.ExpireSession(ANY_UID)));
    }

    @ParameterizedTest
    @MethodSource("anyCommand")
    void shouldTellAStrangerNothingOfAUserThatExists(UserCommand command) {
        Rejection existing = Users.signedIn().when(STRANGER, command).thenRejected(NOT_FOUND);
        Rejection absent = Users.absent().when(STRANGER, command).thenRejected(NOT_FOUND);
        assertThat(existing).isEqualTo(absent);
        assertThat(existing.detail()).isEqualTo("there is no user 'alice'");
    }

    @Test
    void shouldSayWhoMayRegisterUsersWhetherOrNotTheNameIsTaken() {
        RegisterUser register = new RegisterUser(Set.of(), Set.of());
        Rejection taken = Users.active().when(STRANGER, register).thenRejected(FORBIDDEN);
        Rejection free = Users.absent().when(STRANGER, register).thenRejected(FORBIDDEN);
        assertThat(taken).isEqualTo(free);
    }

    @Test
    void shouldSayWhoMayIfTheActorSeesTheUser() {
        StreamSpec<UserCommand, UserEvent> spec = Users.signedIn();
        assertThat(spec.when(AUDITOR, new ChangePassword())
                        .thenRejected(FORBIDDEN)
                        .detail())
                .isEqualTo("only the user itself and administrators may do that");
        assertThat(spec.when(ADMIN, new CreateApiToken(CI, Set.of(), Users.HASH, Optional.empty()))
                        .thenRejected(FORBIDDEN)
                        .detail())
                .isEqualTo("only the user itself may make its API tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "nul\u0000", "long"})
    void shouldRejectACauseThatIsNoShortLine(String text) {
        Users.active()
                .when(ADMIN, new SuspendUser(text.equals("long") ? "x".repeat(201) : text))
                .thenRejected(INVALID_VALUE, "cause");
    }

    @Test
    void shouldRejectMoreGroupsThanCanBeKept() {
        Set<Name> groups =
                IntStream.range(0, 51).mapToObj(i -> Name.of("group-" + i)).collect(Collectors.toUnmodifiableSet());
        Users.absent().when(ADMIN, new RegisterUser(Set.of(), groups)).thenRejected(LIMIT_REACHED, "groups");
        Users.active()
                .when(ADMIN, new ChangeUser(Optional.empty(), Optional.of(groups)))
                .thenRejected(LIMIT_REACHED, "groups");
    }

    @Test
    void shouldBeReadByItselfAdministratorsAndAuditors() {
        Name alice = Name.of("alice");
        assertThat(Stream.of(ALICE, ADMIN, AUDITOR)).allMatch(actor -> UserAccess.mayRead(actor, alice));
        assertThat(Stream.of(STRANGER, Actor.service("alice"), Actor.TIMER))
                .noneMatch(actor -> UserAccess.mayRead(actor, alice));
    }
}
