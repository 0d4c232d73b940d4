package studio.command.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneCommand.DeleteBackbone;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.identity.problem.ProblemException;
import studio.schema.ActorRef;
import studio.schema.CommandCodec;
import studio.schema.CommandMeta;
import studio.schema.CommandOutcome;

class PendingOutcomesTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final StreamKey ACME = StreamType.BACKBONE.key(Name.of("acme"));
    private static final Actor ALICE = Actor.user(Name.of("alice"), Set.of(), Set.of());
    private static final Command DELETE = new DeleteBackbone(false);
    private static final String TYPE = CommandCodec.typeOf(DELETE);

    private final PendingOutcomes pending = new PendingOutcomes(2);

    private static CommandMeta meta(String id, Command command) {
        return new Submission(id, ACME, command, ALICE, Optional.empty(), false).meta(Instant.EPOCH);
    }

    private static CommandOutcome outcome(String id, StreamKey stream, Actor actor) {
        return new CommandOutcome(
                id,
                stream,
                TYPE,
                ActorRef.to(actor),
                Instant.EPOCH,
                false,
                false,
                1,
                "backbone/acme",
                Optional.empty(),
                0,
                List.of(),
                Optional.empty());
    }

    @Test
    void shouldWakeWhoeverWaits() {
        // Given
        CompletableFuture<CommandOutcome> waiting = pending.expect(meta("1", DELETE), TYPE, LONG);

        // When
        pending.complete(outcome("1", ACME, ALICE));

        // Then
        assertThat(waiting).isCompletedWithValue(outcome("1", ACME, ALICE));
        assertThat(pending.size()).isZero();
    }

    @Test
    void shouldNotWakeForTheOutcomeOfAnother() {
        // Given
        CompletableFuture<CommandOutcome> waiting = pending.expect(meta("1", DELETE), TYPE, LONG);

        // When
        pending.complete(outcome("2", ACME, ALICE));
        pending.complete(outcome("1", StreamType.BACKBONE.key(Name.of("other")), ALICE));
        pending.complete(outcome("1", ACME, Actor.TIMER));

        // Then
        assertThat(waiting).isNotDone();
        assertThat(pending.giver("1")).contains(ActorRef.to(ALICE));
        assertThat(pending.giver("2")).isEmpty();
    }

    @Test
    void shouldLetTheSameCommandWaitForTheSameOutcome() {
        // Given
        CompletableFuture<CommandOutcome> first = pending.expect(meta("1", DELETE), TYPE, LONG);

        // When
        CompletableFuture<CommandOutcome> again = pending.expect(meta("1", DELETE), TYPE, LONG);

        // Then
        assertThat(again).isSameAs(first);
        assertThat(pending.size()).isOne();
    }

    @Test
    void shouldRejectAnotherCommandUnderTheSameId() {
        // Given
        CompletableFuture<CommandOutcome> first = pending.expect(meta("1", DELETE), TYPE, LONG);

        // When
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> pending.expect(meta("1", new DeleteBackbone(true)), TYPE, LONG))
                .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo("idempotency-key-reused"));

        // Then
        assertThat(first).isNotDone();
    }

    @Test
    void shouldRejectMoreThanMayWait() {
        // Given
        CompletableFuture<CommandOutcome> first = pending.expect(meta("1", DELETE), TYPE, LONG);
        CompletableFuture<CommandOutcome> second = pending.expect(meta("2", DELETE), TYPE, LONG);

        // When
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> pending.expect(meta("3", DELETE), TYPE, LONG))
                .satisfies(refused -> {
                    assertThat(refused.problem().code()).isEqualTo("unavailable");
                    assertThat(refused.retryAfter()).isPresent();
                });

        // Then
        assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void shouldForgetWhoWaitedTooLong() {
        // When
        CompletableFuture<CommandOutcome> waiting = pending.expect(meta("1", DELETE), TYPE, Duration.ofMillis(1));

        // Then
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(waiting::join)
                .withCauseInstanceOf(TimeoutException.class);
        assertThat(pending.size()).isZero();
    }
}
