package studio.agent.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.agent.TestRouter;
import studio.agent.amqp.Answer.Cause;
import studio.agent.router.Place;

/** What no router does on purpose, and a client has to survive. */
class ManagementSessionTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AmqpPeer peer = new AmqpPeer(VERTX, 1_000);

    @AfterEach
    void stop() {
        peer.close();
    }

    @AfterAll
    static void close() {
        VERTX.close();
    }

    static List<Object> noSuccesses() {
        return List.of("200", 200L, 200.0, true, Symbol.valueOf("200"));
    }

    @ParameterizedTest
    @MethodSource("noSuccesses")
    void shouldTakeNothingButAnIntegerForASuccess(Object statusCode) {
        peer.answering((request, replies) -> replies.send(AmqpPeer.reply(request, Optional.of(statusCode))));

        assertThat(ask(LONG)).isInstanceOfSatisfying(Answer.NoAnswer.class, none -> {
            assertThat(none.cause()).isEqualTo(Cause.MALFORMED);
            assertThat(none.mayHaveHappened()).isTrue();
        });
    }

    @Test
    void shouldTakeAnAnswerWithoutAStatusForNone() {
        peer.answering((request, replies) -> replies.send(AmqpPeer.reply(request, Optional.empty())));

        assertThat(ask(LONG))
                .isInstanceOfSatisfying(
                        Answer.NoAnswer.class, none -> assertThat(none.cause()).isEqualTo(Cause.MALFORMED));
    }

    @Test
    void shouldTellRefusalsFromSuccesses() {
        peer.answering((request, replies) -> replies.send(AmqpPeer.reply(request, 300)));

        assertThat(ask(LONG)).isEqualTo(new Answer.Refusal(300, "as told"));
    }

    @Test
    void shouldGiveUpAtTheDeadline() {
        assertThat(ask(SHORT)).isInstanceOfSatisfying(Answer.NoAnswer.class, none -> {
            assertThat(none.cause()).isEqualTo(Cause.DEADLINE);
            assertThat(none.mayHaveHappened()).isTrue();
        });
    }

    @Test
    void shouldNotGiveALateAnswerToTheNextRequest() {
        // Given: the first request is answered only when the second one has come, and then twice
        peer.answering((request, replies) -> {
            if (peer.requests().size() == 2) {
                Message first = peer.requests().getFirst();
                replies.send(AmqpPeer.reply(first, 200));
                replies.send(AmqpPeer.reply(first, 200));
                replies.send(AmqpPeer.reply(request, 201));
            }
        });
        try (ManagementSession session = peer.connect(VERTX, Duration.ofMillis(500), 10, 10)) {
            Answer late = session.ask(Request.delete("t", "first"));

            Answer second = session.ask(Request.delete("t", "second"));

            assertThat(late.isSuccess()).isFalse();
            assertThat(second).isEqualTo(new Answer.Success(201, Map.of("echo", "second")));
        }
    }

    @Test
    void shouldMatchAnswersThatOvertakeEachOther() {
        peer.answering((request, replies) -> {
            if (peer.requests().size() == 3) {
                peer.requests().reversed().forEach(each -> replies.send(AmqpPeer.reply(each, 200)));
            }
        });
        try (ManagementSession session = peer.connect(VERTX, LONG, 10, 10)) {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 3)
                    .mapToObj(number -> session.send(Request.delete("t", "n" + number)))
                    .toList();

            assertThat(answers)
                    .extracting(CompletableFuture::join)
                    .containsExactly(
                            new Answer.Success(200, Map.of("echo", "n0")),
                            new Answer.Success(200, Map.of("echo", "n1")),
                            new Answer.Success(200, Map.of("echo", "n2")));
        }
    }

    @Test
    void shouldEndAllRequestsWithTheConnection() {
        peer.answering((request, replies) -> {
            if (peer.requests().size() == 2) {
                replies.hangUp();
            }
        });
        try (ManagementSession session = peer.connect(VERTX, LONG, 2, 10)) {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 4)
                    .mapToObj(number -> session.send(Request.delete("t", "n" + number)))
                    .toList();

            assertThat(answers)
                    .extracting(answer -> ((Answer.NoAnswer) answer.join()).mayHaveHappened())
                    .containsExactly(true, true, false, false);
            assertThat(session.ended().join()).isNotEmpty();
            assertThat(session.ask(Request.delete("t", "after")))
                    .isInstanceOfSatisfying(
                            Answer.NoAnswer.class,
                            none -> assertThat(none.cause()).isEqualTo(Cause.DISCONNECTED));
        }
    }

    @Test
    void shouldSendNoMoreThanTheWindowAtOnce() {
        try (ManagementSession session = peer.connect(VERTX, LONG, 3, 2)) {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 6)
                    .mapToObj(number -> session.send(Request.delete("t", "n" + number)))
                    .toList();

            assertThat(answers.getLast().join())
                    .isInstanceOfSatisfying(
                            Answer.NoAnswer.class,
                            none -> assertThat(none.cause()).isEqualTo(Cause.OVERLOADED));
            assertThat(TestRouter.eventually(() -> peer.requests().size() == 3)).isTrue();
        }
        assertThat(peer.requests()).hasSize(3);
    }

    @Test
    void shouldAskWithIdsThatAreTexts() {
        peer.answering((request, replies) -> replies.send(AmqpPeer.reply(request, 200)));

        assertThat(ask(LONG).isSuccess()).isTrue();

        assertThat(peer.requests().getFirst().getCorrelationId()).isInstanceOf(String.class);
    }

    @Test
    void shouldSayThatNobodyTakesRequests() {
        try (AmqpPeer silent = new AmqpPeer(VERTX, 0);
                ManagementSession session = silent.connect(VERTX, SHORT, 10, 10)) {
            assertThat(session.ask(Request.delete("t", "n")))
                    .isEqualTo(new Answer.NoAnswer(Cause.NO_ROUTE, false, "could not be sent within " + SHORT));
        }
    }

    @Test
    void shouldSpeakInTheClearToItsOwnMachineAlone() {
        assertThatThrownBy(() -> new ManagementOptions(
                        new Place("router.example.com", 5671), Optional.empty(), ManagementOptions.Limits.USUAL))
                .hasMessageContaining("tls");
    }

    private Answer ask(Duration deadline) {
        try (ManagementSession session = peer.connect(VERTX, deadline, 10, 10)) {
            return session.ask(Request.delete("t", "n"));
        }
    }
}
