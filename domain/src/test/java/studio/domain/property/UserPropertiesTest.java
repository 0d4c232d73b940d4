package studio.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import studio.domain.kernel.Name;
import studio.domain.spec.LiveStream;
import studio.domain.user.ApiToken;
import studio.domain.user.User;
import studio.domain.user.UserCommand;
import studio.domain.user.UserDecider;
import studio.domain.user.UserEvent;
import studio.domain.user.WebSession;

/** What holds of every user's history. {@link LiveStream} adds its own checks: deciding is total and pure, folding agrees. */
class UserPropertiesTest {

    private final Moves<UserCommand, UserEvent> moves = new UserMoves();

    @Histories
    void replayGivesTheSameState(List<Integer> numbers) {
        LiveStream<UserCommand, UserEvent> stream = History.play(moves, numbers);
        assertThat(stream.replayed().asMap()).isEqualTo(stream.entities().asMap());
    }

    @Histories
    void theSameCommandAgainDoesNothing(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> {
            // Two proofs of identity are two sessions, and two changes of a password are two.
            if (!(move.command() instanceof UserCommand.SignIn)
                    && !(move.command() instanceof UserCommand.ChangePassword)) {
                Laws.checkSecondTimeDoesNothing(stream, move);
            }
        });
    }

    @Histories
    void aStrangerChangesAndLearnsNothing(List<Integer> numbers) {
        History.play(moves, numbers, Laws::checkStrangerLearnsNothing);
    }

    @Histories
    void timersEndWhatSetThem(List<Integer> numbers) {
        History.play(moves, numbers, Laws::checkTimers);
    }

    @Histories
    void uidsAreNeverUsedAgain(List<Integer> numbers) {
        Laws.Incarnations incarnations = new Laws.Incarnations();
        History.play(moves, numbers, (stream, move) -> incarnations.check(stream));
    }

    @Histories
    void onlyAnActiveUserHasSessionsAndOnlyAPresentOneHasTokens(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> {
            User user = stream.entities().find(User.KIND, Name.of("alice")).orElse(null);
            if (!(user instanceof User.Active)) {
                assertThat(stream.entities().list(WebSession.KIND)).isEmpty();
            }
            if (user == null || user instanceof User.Removed) {
                assertThat(stream.entities().list(ApiToken.KIND)).isEmpty();
            }
            assertThat(stream.entities().list(WebSession.KIND)).hasSizeLessThanOrEqualTo(UserDecider.MAX_SESSIONS);
        });
    }
}
