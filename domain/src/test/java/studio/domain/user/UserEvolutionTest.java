package studio.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.spec.Actors.names;
import static studio.domain.spec.StreamSpec.ANY_UID;
import static studio.domain.user.Users.CI;
import static studio.domain.user.Users.HASH;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.domain.StreamType;
import studio.domain.kernel.Uid;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;
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

/** An event that the state does not allow stops the fold: going on would hide that the log and the state disagree. */
class UserEvolutionTest {

    /** Alice has a session while she is active, and a token until she is removed. */
    private static final DecisionTable BY_STATE = DecisionTable.of("""
        event           | absent | active | suspended | removed
        UserRegistered  | ok     | no     | no        | ok
        UserChanged     | no     | ok     | ok        | no
        QuotaSet        | no     | ok     | ok        | no
        UserSuspended   | no     | ok     | ok        | no
        UserResumed     | no     | no     | ok        | no
        UserRemoved     | no     | ok     | ok        | no
        PasswordChanged | no     | ok     | ok        | no
        SignedIn        | no     | ok     | no        | no
        SignedOut       | no     | ok     | no        | no
        ApiTokenCreated | no     | no     | no        | no
        ApiTokenRevoked | no     | ok     | ok        | no
        ApiTokenExpired | no     | ok     | ok        | no
        """);

    private static final Map<String, Supplier<StreamSpec<UserCommand, UserEvent>>> STATES = Map.of(
            "absent", Users::absent,
            "active", Users::signedIn,
            "suspended", Users::suspended,
            "removed", Users::removed);

    @Test
    void shouldCoverEveryEvent() {
        assertThat(BY_STATE.rows())
                .containsExactlyInAnyOrderElementsOf(StreamType.records(UserEvent.class).stream()
                        .map(Class::getSimpleName)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> shouldStopAtWhatCannotHaveHappened() {
        return BY_STATE.tests((row, column) -> {
            StreamSpec<UserCommand, UserEvent> spec =
                    DecisionTable.named(column, STATES).get();
            UserEvent event = event(row, spec);
            try {
                spec.happened(event);
                return "ok";
            } catch (IllegalStateException e) {
                return "no";
            }
        });
    }

    private static UserEvent event(String name, StreamSpec<UserCommand, UserEvent> spec) {
        return switch (name) {
            case "UserRegistered" -> new UserRegistered(ANY_UID, Set.of(), names("netops"));
            case "UserChanged" -> new UserChanged(Set.of(), Set.of());
            case "QuotaSet" -> new QuotaSet(new Quota(1, 2, 3, 4));
            case "UserSuspended" -> new UserSuspended("left");
            case "UserResumed" -> new UserResumed();
            case "UserRemoved" -> new UserRemoved();
            case "PasswordChanged" -> new PasswordChanged();
            case "SignedIn" -> new SignedIn(ANY_UID, HASH, spec.now(), "directory");
            case "SignedOut" -> new SignedOut(session(spec), SignedOut.Cause.REQUESTED);
            case "ApiTokenCreated" -> new ApiTokenCreated(CI, ANY_UID, Set.of(), HASH, Optional.empty());
            case "ApiTokenRevoked" -> new ApiTokenRevoked(CI);
            case "ApiTokenExpired" -> new ApiTokenExpired(CI);
            default -> throw new AssertionError("no example of " + name);
        };
    }

    private static Uid session(StreamSpec<UserCommand, UserEvent> spec) {
        return spec.stream().entities().list(WebSession.KIND).stream()
                .map(session -> session.meta().uid())
                .findFirst()
                .orElse(ANY_UID);
    }
}
