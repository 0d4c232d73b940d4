package studio.projection.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.projection.audit.AuditTail.TailEntry;
import studio.projection.testing.Settings;
import studio.schema.ActorRef;
import studio.schema.Topic;

class AuditTailTest {

    private static final LogPosition START = LogPosition.parse("0.0-0");

    private final AuditTail tail = new AuditTail(Settings.with(Map.of("studio.projection.tail.entry-limit", "3")));

    private static TailEntry entry(int partition, long offset) {
        AuditEntry.Cause cause = new AuditEntry.Cause(
                "command", Optional.empty(), Optional.empty(), ActorRef.to(Actor.TIMER), Optional.empty());
        AuditEntry entry = new AuditEntry(
                new Place(Topic.EVENTS, partition, offset),
                StreamKey.parse("backbone/acme"),
                1,
                "studio.events.BackboneReady",
                1,
                Optional.empty(),
                cause,
                Instant.EPOCH,
                "backbone/acme",
                Optional.empty(),
                "{}",
                new byte[0]);
        return new TailEntry(entry, Owners.NOBODY);
    }

    @Test
    void shouldHaveNothingUntilSomebodyWrites() {
        assertThat(tail.isLive()).isFalse();
        assertThat(tail.after(START, 10)).isEmpty();
    }

    @Test
    void shouldGiveWhatComesAfterAPosition() {
        // Given
        tail.begin(START);
        tail.publish(List.of(entry(0, 0), entry(1, 0), entry(0, 1)), LogPosition.parse("2.1-5"));

        // When
        AuditTail.News news = tail.after(LogPosition.parse("1.0-0"), 10).orElseThrow();

        // Then
        assertThat(news.entries())
                .extracting(each -> each.entry().place().offset())
                .containsExactly(0L, 1L);
        assertThat(news.to()).hasToString("2.1-5");
    }

    @Test
    void shouldGoNoFurtherThanItGives() {
        // Given
        tail.begin(START);
        tail.publish(List.of(entry(0, 0), entry(1, 0), entry(0, 1)), LogPosition.parse("2.1-5"));

        // When
        AuditTail.News news = tail.after(START, 2).orElseThrow();

        // Then
        assertThat(news.entries()).hasSize(2);
        assertThat(news.to()).hasToString("1.1-0");
        assertThat(tail.after(news.to(), 2).orElseThrow().entries()).hasSize(1);
    }

    @Test
    void shouldSayWhenItHasForgotten() {
        // Given
        tail.begin(START);
        tail.publish(List.of(entry(0, 0), entry(0, 1), entry(0, 2), entry(1, 0)), LogPosition.parse("3.1-0"));

        // When, then
        assertThat(tail.after(START, 10)).isEmpty();
        assertThat(tail.after(LogPosition.parse("1.0-0"), 10).orElseThrow().entries())
                .hasSize(3);
    }

    @Test
    void shouldWakeWhoeverWaits() {
        // Given
        tail.begin(START);
        CompletableFuture<Void> waiting = tail.news(START).subscribeAsCompletionStage();
        assertThat(waiting).isNotDone();

        // When
        tail.publish(List.of(entry(0, 0)), LogPosition.parse("1.0-0"));

        // Then
        assertThat(waiting).isCompleted();
        assertThat(tail.news(START).subscribeAsCompletionStage()).isCompleted();
    }

    @Test
    void shouldWakeEverybodyWhenItEnds() {
        // Given
        tail.begin(START);
        CompletableFuture<Void> waiting = tail.news(START).subscribeAsCompletionStage();

        // When
        tail.end();

        // Then
        assertThat(waiting).isCompleted();
        assertThat(tail.after(START, 10)).isEmpty();
    }
}
