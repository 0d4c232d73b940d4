package studio.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;
import static studio.domain.spec.Actors.STRANGER;
import static studio.domain.spec.Actors.agent;
import static studio.domain.user.Users.ALICE;
import static studio.domain.user.Users.CI;
import static studio.domain.user.Users.HASH;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;
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

/** Every command of a user's stream against every state of the user, and from everybody who may or may not give it. */
class UserDecisionTest {

    /** Alice has a session and a token while she is active; suspending her closes the session. */
    private static final DecisionTable BY_STATE = DecisionTable.of("""
        command        | absent         | active          | suspended       | removed
        RegisterUser   | UserRegistered | ALREADY_EXISTS  | ALREADY_EXISTS  | ALREADY_EXISTS
        ChangeUser     | NOT_FOUND      | UserChanged     | UserChanged     | NOT_FOUND
        SetQuota       | NOT_FOUND      | QuotaSet        | QuotaSet        | NOT_FOUND
        SuspendUser    | NOT_FOUND      | UserSuspended   | same            | NOT_FOUND
        ResumeUser     | NOT_FOUND      | same            | UserResumed     | NOT_FOUND
        RemoveUser     | NOT_FOUND      | UserRemoved     | UserRemoved     | NOT_FOUND
        ChangePassword | NOT_FOUND      | PasswordChanged | PasswordChanged | NOT_FOUND
        SignIn         | NOT_FOUND      | SignedIn        | WRONG_STATE     | NOT_FOUND
        SignOut        | NOT_FOUND      | SignedOut       | same            | NOT_FOUND
        ExpireSession  | same           | SignedOut       | same            | same
        CreateApiToken | NOT_FOUND      | ApiTokenCreated | FORBIDDEN       | NOT_FOUND
        RevokeApiToken | NOT_FOUND      | ApiTokenRevoked | ApiTokenRevoked | NOT_FOUND
        ExpireToken    | same           | ApiTokenExpired | ApiTokenExpired | same
        """);

    private static final DecisionTable BY_ACTOR = DecisionTable.of("""
        command        | admin     | self      | auditor   | stranger  | agent     | sign-in   | installer | clock
        RegisterUser   | yes       | FORBIDDEN | FORBIDDEN | FORBIDDEN | FORBIDDEN | FORBIDDEN | yes       | FORBIDDEN
        ChangeUser     | yes       | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
        SetQuota       | yes       | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
        SuspendUser    | yes       | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
        ResumeUser     | yes       | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
        RemoveUser     | yes       | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
        ChangePassword | yes       | yes       | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
        SignIn         | FORBIDDEN | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | yes       | NOT_FOUND | NOT_FOUND
        SignOut        | yes       | yes       | FORBIDDEN | NOT_FOUND | NOT_FOUND | yes       | NOT_FOUND | NOT_FOUND
        ExpireSession  | FORBIDDEN | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND | yes
        CreateApiToken | FORBIDDEN | yes       | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
        RevokeApiToken | yes       | yes       | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
        ExpireToken    | FORBIDDEN | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND | yes
        """);

    private static final Map<String, Supplier<StreamSpec<UserCommand, UserEvent>>> STATES = Map.of(
            "absent", Users::absent,
            "active", Users::signedIn,
            "suspended", Users::suspended,
            "removed", Users::removed);

    private static final Map<String, Actor> ACTORS = Map.of(
            "admin",
            ADMIN,
            "self",
            ALICE,
            "auditor",
            AUDITOR,
            "stranger",
            STRANGER,
            "agent",
            agent(StreamSpec.ANY_UID),
            "sign-in",
            Actor.SIGN_IN,
            "installer",
            Actor.INSTALLER,
            "clock",
            Actor.TIMER);

    @Test
    void shouldDecideEveryCommandInEveryState() {
        List<String> names = StreamType.records(UserCommand.class).stream()
                .map(Class::getSimpleName)
                .toList();
        assertThat(BY_STATE.rows()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(BY_ACTOR.rows()).containsExactlyInAnyOrderElementsOf(names);
    }

    @TestFactory
    Stream<DynamicTest> shouldDecideByState() {
        return BY_STATE.tests((row, column) -> {
            StreamSpec<UserCommand, UserEvent> spec =
                    DecisionTable.named(column, STATES).get();
            UserCommand command = command(row, spec);
            return DecisionTable.effect(spec.stream().submit(giver(command), command));
        });
    }

    @TestFactory
    Stream<DynamicTest> shouldDecideByActor() {
        return BY_ACTOR.tests((row, column) -> {
            StreamSpec<UserCommand, UserEvent> spec = row.equals("RegisterUser") ? Users.absent() : Users.signedIn();
            return DecisionTable.verdict(spec.stream().submit(DecisionTable.named(column, ACTORS), command(row, spec)));
        });
    }

    private static Actor giver(UserCommand command) {
        return switch (command) {
            case SignIn c -> Actor.SIGN_IN;
            case SignOut c -> Actor.SIGN_IN;
            case ExpireSession c -> Actor.TIMER;
            case ExpireToken c -> Actor.TIMER;
            case CreateApiToken c -> ALICE;
            case UserCommand c -> ADMIN;
        };
    }

    private static UserCommand command(String name, StreamSpec<UserCommand, UserEvent> spec) {
        return switch (name) {
            case "RegisterUser" -> new RegisterUser(Set.of(), Set.of());
            case "ChangeUser" -> new ChangeUser(Optional.of(Set.of(Role.NETWORK_OWNER)), Optional.empty());
            case "SetQuota" -> new SetQuota(new Quota(1, 2, 3, 4));
            case "SuspendUser" -> new SuspendUser("left");
            case "ResumeUser" -> new ResumeUser();
            case "RemoveUser" -> new RemoveUser();
            case "ChangePassword" -> new ChangePassword();
            case "SignIn" -> new SignIn(HASH, spec.now().plus(Duration.ofHours(8)), "directory");
            case "SignOut" -> new SignOut(session(spec));
            case "ExpireSession" -> new ExpireSession(session(spec));
            case "CreateApiToken" ->
                new CreateApiToken(Name.of("another"), Set.of(ApiToken.Scope.READ), HASH, Optional.empty());
            case "RevokeApiToken" -> new RevokeApiToken(CI);
            case "ExpireToken" -> new ExpireToken(CI, token(spec));
            default -> throw new AssertionError("no example of " + name);
        };
    }

    private static Uid session(StreamSpec<UserCommand, UserEvent> spec) {
        return spec.stream().entities().list(WebSession.KIND).stream()
                .map(session -> session.meta().uid())
                .findFirst()
                .orElse(StreamSpec.ANY_UID);
    }

    private static Uid token(StreamSpec<UserCommand, UserEvent> spec) {
        return spec.stream()
                .entities()
                .find(ApiToken.KIND, CI)
                .map(token -> token.meta().uid())
                .orElse(StreamSpec.ANY_UID);
    }
}
