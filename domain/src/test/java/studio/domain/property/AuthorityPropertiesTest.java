package studio.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import studio.domain.authority.AuthorityCommand;
import studio.domain.authority.AuthorityEvent;
import studio.domain.spec.LiveStream;

/** What holds of every history of certificates, whatever the stream. */
class AuthorityPropertiesTest {

    private final Moves<AuthorityCommand, AuthorityEvent> moves = new AuthorityMoves();

    @Histories
    void replayGivesTheSameState(List<Integer> numbers) {
        LiveStream<AuthorityCommand, AuthorityEvent> stream = History.play(moves, numbers);
        assertThat(stream.replayed().asMap()).isEqualTo(stream.entities().asMap());
    }

    @Histories
    void theSameCommandAgainDoesNothing(List<Integer> numbers) {
        History.play(moves, numbers, Laws::checkSecondTimeDoesNothing);
    }

    @Histories
    void aStrangerChangesAndLearnsNothing(List<Integer> numbers) {
        History.play(moves, numbers, Laws::checkStrangerLearnsNothing);
    }

    @Histories
    void uidsAreNeverUsedAgain(List<Integer> numbers) {
        Laws.Incarnations incarnations = new Laws.Incarnations();
        History.play(moves, numbers, (stream, move) -> incarnations.check(stream));
    }

    @Histories
    void dueTimersDoSomething(List<Integer> numbers) {
        History.play(moves, numbers, Laws::checkTimers);
    }

    @Histories
    void certificatesOfASubjectAreAChain(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> CertificateLaws.checkLineages(stream.entities()));
    }
}
