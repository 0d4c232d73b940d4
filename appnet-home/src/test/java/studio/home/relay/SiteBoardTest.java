package studio.home.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.domain.plan.ItemsHash;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;
import studio.feed.frame.Vector;
import studio.schema.feed.FrameCodec;

class SiteBoardTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration THREE_BEATS = Duration.ofSeconds(111);
    private static final String SITE = "site/1";
    private static final int MANY = 1_000;

    private final SiteBoard board = new SiteBoard(MANY);

    private static Frame.Hello hello(ItemsHash statusDigest) {
        return new Frame.Hello("boot", 1, Vector.NONE, ItemsHash.EMPTY, statusDigest, Set.of("site=hq"));
    }

    private static Frame.Beat beat(long sequence) {
        return new Frame.Beat(Vector.NONE, ItemsHash.EMPTY, ItemsHash.EMPTY, sequence);
    }

    private static Frame.Status status(String key, String state) {
        return new Frame.Status(List.of(new ItemStatus(key, "d1:1", state, "")), List.of(), false);
    }

    private List<Frame.Up> taken(Instant now) {
        return board.take(now, MANY).stream()
                .map(from -> FrameCodec.decodeUp(from.frame().array()))
                .toList();
    }

    @Test
    void shouldTellTheLatestOfEachItemAtMostOnceASecond() {
        // Given
        board.told(SITE, status("process/web", "applying"), NOW);
        board.told(SITE, status("process/web", "observed"), NOW);

        // When
        List<Frame.Up> first = taken(NOW);
        board.told(SITE, status("process/web", "failed"), NOW.plusMillis(100));

        // Then
        assertThat(first).containsExactly(status("process/web", "observed"));
        assertThat(taken(NOW.plusMillis(500))).isEmpty();
        assertThat(taken(NOW.plusSeconds(1))).containsExactly(status("process/web", "failed"));
        assertThat(taken(NOW.plusSeconds(5))).isEmpty();
    }

    @Test
    void shouldTellAgainWhatTheCentreMayHaveMissed() {
        // Given
        board.told(SITE, hello(ItemsHash.EMPTY), NOW);
        board.tick(NOW);
        board.told(SITE, status("process/web", "observed"), NOW);
        taken(NOW);

        // When
        board.doubt(NOW.plusSeconds(30));

        // Then
        assertThat(taken(NOW.plusSeconds(31)))
                .containsExactly(
                        new Frame.Beat(
                                Vector.NONE,
                                ItemsHash.EMPTY,
                                new ItemStatus("process/web", "d1:1", "observed", "").hash(),
                                0),
                        new Frame.Status(
                                List.of(new ItemStatus("process/web", "d1:1", "observed", "")), List.of(), true));
    }

    @Test
    void shouldTellThatASiteIsLostAndBackOnceEach() {
        // Given
        board.told(SITE, hello(ItemsHash.EMPTY), NOW);
        board.tick(NOW);
        assertThat(taken(NOW)).containsExactly(beat(0));

        // When
        Instant later = NOW.plus(THREE_BEATS);
        board.tick(later);
        List<Frame.Up> lost = taken(later);
        board.told(SITE, beat(4), later.plusSeconds(10));
        board.tick(later.plusSeconds(11));
        List<Frame.Up> afterOne = taken(later.plusSeconds(11));
        board.told(SITE, beat(5), later.plusSeconds(40));
        board.tick(later.plusSeconds(41));

        // Then
        assertThat(lost).containsExactly(beat(-1));
        assertThat(afterOne).isEmpty();
        assertThat(taken(later.plusSeconds(41))).containsExactly(beat(0));
        assertThat(board.contact(SITE)).isEqualTo(Contact.LIVE);
    }

    @Test
    void shouldGiveSitesTimeToComeBackToAHomeThatBeginsAnew() {
        // Given
        board.assume(List.of(SITE, "site/2"), NOW);

        // When
        board.tick(NOW.plusSeconds(1));
        List<Frame.Up> first = taken(NOW.plusSeconds(1));
        board.told(SITE, hello(ItemsHash.EMPTY), NOW.plusSeconds(60));
        board.tick(NOW.plusSeconds(61));
        List<Frame.Up> second = taken(NOW.plusSeconds(61));
        board.tick(NOW.plus(THREE_BEATS));

        // Then
        assertThat(first).isEmpty();
        assertThat(second).containsExactly(beat(0));
        assertThat(board.take(NOW.plus(THREE_BEATS), MANY))
                .extracting(Frame.FromSite::site)
                .containsExactly("site/2");
    }

    @Test
    void shouldAskForTheStatusThatItDoesNotKnow() {
        // Given
        ItemsHash other = new ItemStatus("process/web", "d1:1", "observed", "").hash();

        // When
        board.told(SITE, hello(other), NOW);

        // Then
        assertThat(board.ask(MANY)).containsExactly(SITE);
        board.told(SITE, hello(other), NOW.plusSeconds(10));
        assertThat(board.ask(MANY)).as("not again within a minute").isEmpty();
        board.told(SITE, status("process/web", "observed"), NOW.plusSeconds(20));
        board.told(SITE, hello(other), NOW.plusSeconds(80));
        assertThat(board.ask(MANY)).as("it knows by now").isEmpty();
    }

    @Test
    void shouldSayThatASiteHasCleanedUpUntilItIsGone() {
        // Given
        board.told(SITE, new Frame.Cleaned(), NOW);

        // When
        List<Frame.Up> first = taken(NOW);

        // Then
        assertThat(first).containsExactly(new Frame.Cleaned());
        assertThat(taken(NOW.plusSeconds(30))).isEmpty();
        assertThat(taken(NOW.plusSeconds(60))).containsExactly(new Frame.Cleaned());
        board.forget(SITE);
        assertThat(taken(NOW.plusSeconds(200))).isEmpty();
    }

    @Test
    void shouldSendALargeStatusInParts() {
        // Given
        List<ItemStatus> many = IntStream.range(0, SiteState.MAX_ITEMS)
                .mapToObj(i -> new ItemStatus("process/" + i, "d1:1", "failed", "x".repeat(2_000)))
                .toList();
        board.told(SITE, new Frame.Status(many, List.of(), true), NOW);

        // When
        List<Frame.Up> parts = taken(NOW);

        // Then
        assertThat(parts)
                .hasSizeGreaterThan(10)
                .allSatisfy(part -> assertThat(FrameCodec.encode(part).length).isLessThan(200_000));
        assertThat(parts.stream()
                        .mapToInt(part -> ((Frame.Status) part).items().size())
                        .sum())
                .isEqualTo(SiteState.MAX_ITEMS);
    }

    @Test
    void shouldHaveRoomForSoManySitesAndNoMore() {
        SiteBoard small = new SiteBoard(1);
        assertThat(small.told(SITE, hello(ItemsHash.EMPTY), NOW)).isTrue();
        assertThat(small.told("site/2", hello(ItemsHash.EMPTY), NOW)).isFalse();
    }
}
