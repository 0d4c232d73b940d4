package studio.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.spec.StreamSpec.ANY_UID;
import static studio.domain.user.Users.ALICE;
import static studio.domain.user.Users.CI;
import static studio.domain.user.Users.HASH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Name;
import studio.domain.kernel.Timer;
import studio.domain.kernel.Uid;
import studio.domain.spec.StreamSpec;
import studio.domain.user.UserCommand.CreateApiToken;
import studio.domain.user.UserCommand.ExpireSession;
import studio.domain.user.UserCommand.ExpireToken;
import studio.domain.user.UserCommand.RevokeApiToken;
import studio.domain.user.UserCommand.SignIn;
import studio.domain.user.UserCommand.SignOut;
import studio.domain.user.UserEvent.ApiTokenCreated;
import studio.domain.user.UserEvent.ApiTokenExpired;
import studio.domain.user.UserEvent.ApiTokenRevoked;
import studio.domain.user.UserEvent.SignedIn;
import studio.domain.user.UserEvent.SignedOut;
import studio.domain.user.UserEvent.SignedOut.Cause;

/** Sessions and API tokens: what a user shows instead of a password. */
class CredentialsTest {

    private final StreamSpec<UserCommand, UserEvent> alice = Users.active();
    private final Instant tonight = alice.now().plus(Duration.ofHours(8));

    @Test
    void shouldOpenASessionThatTheClockCloses() {
        alice.when(Actor.SIGN_IN, new SignIn(HASH, tonight, "directory"))
                .then(new SignedIn(ANY_UID, HASH, tonight, "directory"));
        WebSession session = session();
        Timer timer =
                new Timer("expire", tonight, new ExpireSession(session.meta().uid()));
        assertThat(StreamType.USER.decider().timers(session)).containsExactly(timer);
        alice.later(Duration.ofHours(8))
                .when(Actor.TIMER, (UserCommand) timer.command())
                .then(new SignedOut(session.meta().uid(), Cause.EXPIRED))
                .andNo(WebSession.KIND);
    }

    @Test
    void shouldCloseASessionOnRequestAndOnlyOnce() {
        alice.given(Actor.SIGN_IN, new SignIn(HASH, tonight, "directory"));
        Uid session = session().meta().uid();
        alice.when(ALICE, new SignOut(session)).then(new SignedOut(session, Cause.REQUESTED));
        alice.when(ALICE, new SignOut(session)).then();
        alice.when(Actor.TIMER, new ExpireSession(session)).then();
    }

    @Test
    void shouldCloseTheOldestSessionForOneTooMany() {
        for (int i = 0; i < UserDecider.MAX_SESSIONS; i++) {
            alice.given(Actor.SIGN_IN, new SignIn(HASH, tonight, "directory")).later(Duration.ofSeconds(1));
        }
        Uid oldest = session().meta().uid();
        alice.when(Actor.SIGN_IN, new SignIn(HASH, tonight, "directory"))
                .then(new SignedOut(oldest, Cause.REPLACED), new SignedIn(ANY_UID, HASH, tonight, "directory"));
        assertThat(alice.stream().entities().list(WebSession.KIND)).hasSize(UserDecider.MAX_SESSIONS);
    }

    @Test
    void shouldRejectASessionThatIsOverBeforeItBegins() {
        alice.when(Actor.SIGN_IN, new SignIn(HASH, alice.now(), "directory")).thenRejected(INVALID_VALUE, "expiresAt");
        alice.when(Actor.SIGN_IN, new SignIn(HASH, tonight, "")).thenRejected(INVALID_VALUE, "provider");
    }

    @Test
    void shouldMakeATokenThatTheClockRevokes() {
        CreateApiToken create = new CreateApiToken(CI, Set.of(ApiToken.Scope.WRITE), HASH, Optional.of(tonight));
        alice.when(ALICE, create)
                .then(new ApiTokenCreated(CI, ANY_UID, Set.of(ApiToken.Scope.WRITE), HASH, Optional.of(tonight)));
        Timer timer = new Timer("expire", tonight, new ExpireToken(CI, alice.uid(ApiToken.KIND, "ci")));
        assertThat(StreamType.USER.decider().timers(alice.get(ApiToken.KIND, "ci")))
                .containsExactly(timer);
        alice.when(Actor.TIMER, (UserCommand) timer.command())
                .then(new ApiTokenExpired(CI))
                .andNo(ApiToken.KIND);
    }

    @Test
    void shouldOweTheClockNothingForATokenWithoutEndAndForUsers() {
        alice.given(ALICE, token("ci", Optional.empty()));
        List<? extends Entity> entities = List.of(alice.get(ApiToken.KIND, "ci"), alice.get(User.KIND, "alice"));
        assertThat(entities)
                .allSatisfy(entity ->
                        assertThat(StreamType.USER.decider().timers(entity)).isEmpty());
    }

    @Test
    void shouldNotExpireAnotherTokenOfTheSameName() {
        alice.given(ALICE, token("ci", Optional.of(tonight)));
        Uid former = alice.uid(ApiToken.KIND, "ci");
        alice.given(ALICE, new RevokeApiToken(CI), token("ci", Optional.empty()));
        alice.when(Actor.TIMER, new ExpireToken(CI, former))
                .then()
                .and(ApiToken.KIND, "ci")
                .isNotNull();
    }

    @Test
    void shouldRevokeATokenOnce() {
        alice.given(ALICE, token("ci", Optional.empty()));
        alice.when(ALICE, new RevokeApiToken(CI)).then(new ApiTokenRevoked(CI));
        alice.when(ALICE, new RevokeApiToken(CI)).thenRejected(NOT_FOUND);
    }

    @Test
    void shouldRejectATokenThatCannotBeUsed() {
        alice.when(ALICE, new CreateApiToken(CI, Set.of(), HASH, Optional.empty()))
                .thenRejected(INVALID_VALUE, "scopes");
        alice.when(ALICE, token("ci", Optional.of(alice.now()))).thenRejected(INVALID_VALUE, "expiresAt");
    }

    @Test
    void shouldRejectASecondTokenOfItsName() {
        alice.given(ALICE, token("ci", Optional.empty()))
                .when(ALICE, token("ci", Optional.empty()))
                .thenRejected(ALREADY_EXISTS, "name");
    }

    @Test
    void shouldRejectMoreTokensThanAUserCanHave() {
        for (int i = 0; i < UserDecider.MAX_TOKENS; i++) {
            alice.given(ALICE, token("token-" + i, Optional.empty()));
        }
        alice.when(ALICE, token("ci", Optional.empty())).thenRejected(LIMIT_REACHED);
    }

    private WebSession session() {
        return alice.stream().entities().list(WebSession.KIND).getFirst();
    }

    private static CreateApiToken token(String name, Optional<Instant> expiresAt) {
        return new CreateApiToken(Name.of(name), Set.of(ApiToken.Scope.READ), HASH, expiresAt);
    }
}
