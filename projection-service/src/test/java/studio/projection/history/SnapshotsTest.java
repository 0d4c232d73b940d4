package studio.projection.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.StreamKey;
import studio.projection.testing.History;
import studio.projection.testing.Stories;

class SnapshotsTest {

    @ParameterizedTest
    @CsvSource({"0, 10", "39, 10", "40, 10", "50, 20", "89, 20", "100, 40", "100000, 20480"})
    void shouldStandTheFurtherApartTheLongerAStreamGrows(long head, long spacing) {
        assertThat(Snapshots.spacing(head, 10, 4)).isEqualTo(spacing);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void shouldGiveBackTheSameEntities(long seed) {
        // Given
        History history = new History();
        new Stories(seed, history).tell(400);
        for (StreamKey stream : history.streams()) {
            EntityMap entities = history.entities(stream);

            // When
            EntityMap read = SnapshotCodec.decode(stream, SnapshotCodec.encode(entities));

            // Then
            assertThat(read.asMap()).isEqualTo(entities.asMap());
        }
    }

    @Test
    void shouldSayThatBytesAreNoSnapshot() {
        StreamKey stream = StreamKey.parse("backbone/acme");
        History history = new History();
        new Stories(1, history).tell(400);
        byte[] whole = SnapshotCodec.encode(history.entities(stream));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThatThrownBy(() -> SnapshotCodec.decode(stream, half)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SnapshotCodec.decode(stream, new byte[9])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldKeepAsManyPastStatesAsThereIsRoomFor() {
        // Given
        StreamKey stream = Stories.backbone("umbrella");
        History history = new History();
        new Stories(1, history).finale();
        EntityMap entities = history.entities(stream);
        PastCache cache = new PastCache(2 * entities.asMap().size());

        // When
        for (long revision = 1; revision <= 3; revision++) {
            cache.put(new Past(stream, revision, Instant.EPOCH, entities));
        }
        cache.put(new Past(stream, 3, Instant.EPOCH, entities));

        // Then
        assertThat(cache.find(stream, 1)).isEmpty();
        assertThat(cache.find(stream, 2)).isPresent();
        assertThat(cache.find(stream, 3)).isPresent();
        assertThat(cache.find(Stories.backbone(UUID.randomUUID().toString()), 3))
                .isEmpty();
    }
}
