package studio.projection.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.domain.backbone.Backbone;
import studio.domain.kernel.Actor;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.projection.audit.LogPosition;
import studio.projection.audit.Place;
import studio.projection.testing.Settings;
import studio.schema.Topic;

/** The newest changes in memory: who finds what there, and who is woken by it. */
class ChangeTailTest {

    private static final StreamKey ACME = StreamKey.parse("backbone/acme");
    private static final StreamKey GLOBEX = StreamKey.parse("backbone/globex");
    private static final Set<String> SITES_OF_ACME = Set.of(Changed.topic(ACME, "interior-site"));
    private static final Actor ALICE = Actor.user(Name.of("alice"), Set.of(), Set.of());

    private final ChangeTail tail = new ChangeTail(Settings.with(Map.of("studio.projection.watch.entry-limit", "10")));
    private long offset;

    @BeforeEach
    void begin() {
        tail.begin(position());
    }

    private LogPosition position() {
        return new LogPosition(List.of(offset), List.of(0L));
    }

    private Changed site(StreamKey stream, String name) {
        return new Changed(
                new Place(Topic.EVENTS, 0, offset++),
                stream,
                new EntityKey("interior-site", name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void happen(StreamKey stream, String... names) {
        List<Changed> changes =
                List.of(names).stream().map(name -> site(stream, name)).toList();
        tail.publish(changes, position());
    }

    private static List<String> names(Optional<ChangeTail.News> news) {
        return news.orElseThrow().changes().stream()
                .map(changed -> changed.key().name())
                .toList();
    }

    @Test
    void shouldGiveWhatIsOfInterestAfterAMark() {
        ChangeTail.Mark mark = tail.now().orElseThrow();
        happen(ACME, "paris");
        happen(GLOBEX, "rome");
        happen(ACME, "oslo");
        assertThat(names(tail.since(mark, SITES_OF_ACME))).containsExactly("paris", "oslo");
        ChangeTail.Mark later = tail.since(mark, SITES_OF_ACME).orElseThrow().to();
        assertThat(later.position()).isEqualTo(position());
        assertThat(names(tail.since(later, SITES_OF_ACME))).isEmpty();
    }

    @Test
    void shouldGoOnFromAPositionThatIsStillHere() {
        happen(ACME, "paris");
        LogPosition seen = position();
        happen(ACME, "oslo");
        assertThat(names(tail.since(seen, SITES_OF_ACME))).containsExactly("oslo");
    }

    @Test
    void shouldSayWhenItHasForgotten() {
        ChangeTail.Mark mark = tail.now().orElseThrow();
        LogPosition start = position();
        IntStream.range(0, 11).forEach(i -> happen(ACME, "site-" + i));
        assertThat(tail.since(mark, SITES_OF_ACME)).isEmpty();
        assertThat(tail.since(start, SITES_OF_ACME)).isEmpty();
        assertThat(names(tail.since(new LogPosition(List.of(1L), List.of(0L)), SITES_OF_ACME)))
                .hasSize(10);
    }

    @Test
    void shouldWakeOnlyThoseWhomItConcerns() {
        ChangeTail.Mark mark = tail.now().orElseThrow();
        UniAssertSubscriber<Void> waits =
                tail.news(mark, SITES_OF_ACME).subscribe().withSubscriber(UniAssertSubscriber.create());
        happen(GLOBEX, "rome");
        waits.assertNotTerminated();
        assertThat(names(tail.since(mark, SITES_OF_ACME)))
                .as("moves on for nothing")
                .isEmpty();
        happen(ACME, "paris");
        waits.assertCompleted();
        assertThat(tail.waiting()).isZero();
    }

    @Test
    void shouldForgetWhoeverLeaves() {
        UniAssertSubscriber<Void> waits = tail.news(tail.now().orElseThrow(), SITES_OF_ACME)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        assertThat(tail.waiting()).isEqualTo(1);
        waits.cancel();
        assertThat(tail.waiting()).isZero();
    }

    @Test
    void shouldWakeAllWhenAnotherInstanceTakesOver() {
        UniAssertSubscriber<Void> waits = tail.news(tail.now().orElseThrow(), SITES_OF_ACME)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        tail.end();
        waits.assertCompleted();
        assertThat(tail.now()).isEmpty();
    }

    @Test
    void shouldShowAChangeToThoseAloneWhoMaySeeItsStream() {
        ObjectMeta meta = new ObjectMeta("acme", new Uid(new UUID(0, 1)), 1, Instant.EPOCH, Instant.EPOCH);
        Backbone alices = new Backbone.Ready(meta, Owners.user(Name.of("alice")), Owners.NOBODY);
        Backbone bobs = new Backbone.Ready(meta, Owners.user(Name.of("bob")), Owners.NOBODY);
        Changed given = new Changed(
                new Place(Topic.EVENTS, 0, 1),
                ACME,
                bobs.key(),
                Optional.of(bobs),
                Optional.of(alices),
                Optional.of(bobs));
        assertThat(given.wasVisibleTo(ALICE)).isTrue();
        assertThat(given.isVisibleTo(ALICE)).isFalse();
        assertThat(given.topics()).containsExactlyInAnyOrder("backbone/acme|backbone", "backbone");
    }
}
