package studio.feed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import studio.domain.plan.ItemsHash;
import studio.feed.document.Shelf;
import studio.feed.document.Update;
import studio.feed.frame.AudienceVersion;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Head;
import studio.feed.frame.Problem;
import studio.feed.frame.Vector;
import studio.feed.source.AudienceStore;
import studio.feed.source.Standing;
import studio.feed.source.Subject;

class HubTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Subject SITE = new Subject.Site("site/1");

    private final AudienceStore store = new AudienceStore();
    private Shelf network = Shelf.empty("network");

    HubTest() {
        Head head = new Head("site/1", 1, 0, ItemsHash.EMPTY, List.of("site/1", "network"));
        store.apply(List.of(new Update(head, List.of(), List.of())), NOW);
    }

    private void change(long version, Instant at) {
        FeedItem item = new FeedItem(
                "network", "process/web", "PROCESS", "i1:" + version, ByteBuffer.allocate(1), List.of(), "e");
        network = network.with(new Head("network", version, 0, ItemsHash.EMPTY, List.of()), List.of(item), List.of());
        store.apply(List.of(new Update(network.head(), List.of(item), List.of())), at);
    }

    private static Vector vector(long version) {
        return new Vector(List.of(new AudienceVersion("site/1", 1), new AudienceVersion("network", version)));
    }

    private static Frame.Hello hello(long attempt, Vector vector, ItemsHash root) {
        return new Frame.Hello("boot", attempt, vector, root, ItemsHash.EMPTY, Set.of());
    }

    private static Frame.Hello at(long version) {
        return hello(1, vector(version), ItemsHash.of("process/web", "i1:" + version));
    }

    private Hub hub(Admission admission) {
        return new Hub(store, admission);
    }

    private Frame.Down answer(Frame.Hello hello, Instant now) {
        Hub hub = hub(new Admission(10, 10, now));
        hub.open(1, SITE, now.plus(Duration.ofDays(1)), now);
        return sent(hub.receive(1, hello, now)).getFirst();
    }

    private static List<Frame.Down> sent(List<Hub.Out> outs) {
        return outs.stream()
                .filter(out -> out.output() instanceof Output.Send)
                .map(out -> ((Output.Send) out.output()).frame())
                .toList();
    }

    @Test
    void shouldSayThatThereIsNothingToDo() {
        change(2, NOW);
        assertThat(answer(at(2), NOW)).isInstanceOf(Frame.Synced.class);
    }

    @Test
    void shouldSendADeltaForAsFarAsItRemembers() {
        // Given
        LongStream.rangeClosed(2, 66).forEach(version -> change(version, NOW));

        // Then
        assertThat(answer(at(2), NOW)).isInstanceOf(Frame.Delta.class);
        change(67, NOW);
        assertThat(answer(at(2), NOW)).isInstanceOf(Frame.Snapshot.class);
        assertThat(answer(at(3), NOW)).isInstanceOf(Frame.Delta.class);
    }

    @Test
    void shouldRememberForADay() {
        // Given
        change(2, NOW);
        change(3, NOW);

        // Then
        Instant tomorrow = NOW.plus(Duration.ofHours(24));
        assertThat(answer(at(2), tomorrow)).isInstanceOf(Frame.Delta.class);
        assertThat(answer(at(2), tomorrow.plusSeconds(1))).isInstanceOf(Frame.Snapshot.class);
    }

    @Test
    void shouldSayNothingToWhoIsAhead() {
        // Given
        change(2, NOW);
        Hub hub = hub(new Admission(10, 10, NOW));
        hub.open(1, SITE, NOW.plus(Duration.ofDays(1)), NOW);

        // When
        List<Hub.Out> outs = hub.receive(1, at(5), NOW);

        // Then
        assertThat(sent(outs)).isEmpty();
    }

    @Test
    void shouldBeginAnewWithWhoHasAnotherRoot() {
        // Given
        change(2, NOW);

        // When
        Frame.Down answer = answer(hello(1, vector(2), ItemsHash.of("a", "b")), NOW);

        // Then
        assertThat(answer).isEqualTo(new Frame.Resync(Frame.Resync.Reason.DOCUMENT));
    }

    @Test
    void shouldHaveOneDeliveryInFlightAndSendTheLatestNext() {
        // Given
        change(2, NOW);
        Hub hub = hub(new Admission(10, 10, NOW));
        hub.open(1, SITE, NOW.plus(Duration.ofDays(1)), NOW);
        hub.receive(1, at(2), NOW);
        change(3, NOW);
        assertThat(sent(hub.changed(Set.of("network"), NOW))).hasSize(1);

        // When
        change(4, NOW);
        change(5, NOW);
        List<Frame.Down> meanwhile = sent(hub.changed(Set.of("network"), NOW));
        List<Frame.Down> next =
                sent(hub.receive(1, new Frame.Ack(1, vector(3), ItemsHash.of("process/web", "i1:3")), NOW));

        // Then
        assertThat(meanwhile).isEmpty();
        assertThat(next)
                .singleElement()
                .isInstanceOfSatisfying(
                        Frame.Delta.class, delta -> assertThat(delta.to()).isEqualTo(vector(5)));
    }

    @Test
    void shouldEndASessionThatDoesNotAnswer() {
        // Given
        change(2, NOW);
        Hub hub = hub(new Admission(10, 10, NOW));
        hub.open(1, SITE, NOW.plus(Duration.ofDays(1)), NOW);
        hub.receive(1, hello(1, Vector.NONE, ItemsHash.EMPTY), NOW);

        // When
        Instant later = NOW.plusSeconds(61);
        hub.receive(1, new Frame.Beat(Vector.NONE, ItemsHash.EMPTY, ItemsHash.EMPTY, 1), later);

        // Then
        assertThat(hub.tick(later))
                .extracting(Hub.Out::output)
                .last()
                .isInstanceOfSatisfying(
                        Output.Close.class,
                        close -> assertThat(close.problem().slug()).isEqualTo(Problem.SILENT));
        assertThat(hub.size()).isZero();
    }

    /** Those who are sent away are sent away for longer the more of them there are. */
    @Test
    void shouldSpreadAStormOfSessions() {
        // Given
        Hub hub = hub(new Admission(10, 5, NOW));

        // When
        List<Long> waits = LongStream.range(0, 105)
                .mapToObj(session -> {
                    hub.open(session, new Subject.Site("site/" + session), NOW.plus(Duration.ofDays(1)), NOW);
                    return hub.receive(session, hello(1, Vector.NONE, ItemsHash.EMPTY), NOW);
                })
                .flatMap(outs -> sent(outs).stream())
                .filter(Frame.Refused.class::isInstance)
                .map(frame -> ((Frame.Refused) frame).retryAfter())
                .toList();

        // Then
        assertThat(waits).hasSize(100).isSorted();
        assertThat(waits.getFirst()).isLessThan(500);
        assertThat(waits.getLast()).isBetween(9_000L, 11_000L);
    }

    @Test
    void shouldSayFarewellToWhoWasRemoved() {
        // Given
        Head head = new Head("site/1", 9, 0, ItemsHash.EMPTY, List.of());
        store.apply(List.of(new Update(head, List.of(), List.of())), NOW);

        // Then
        assertThat(store.standing(SITE)).isInstanceOf(Standing.Removed.class);
        assertThat(answer(at(2), NOW)).isInstanceOf(Frame.Farewell.class);
    }
}
