package studio.projection.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.domain.backbone.BackboneCommand;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.projection.testing.Stories;
import studio.schema.EventMeta;
import studio.schema.StoredEvent;

/** Projectors before a log that cannot be what was written. */
class BrokenLogIT extends ProjectorWorld {

    @Test
    void shouldStopOnlyThePartitionWhoseChainIsBroken() throws Exception {
        // Given
        Running projector = start(schema);
        StreamKey broken = Stories.backbone("broken");
        log.append(
                history.give(Stories.ROOT, broken, new BackboneCommand.CreateBackbone(Owners.NOBODY, Owners.NOBODY)));
        awaitAll(schema);

        // When: the stream's first event comes again in place of a new one
        log.append(history.of(broken).getFirst());
        await().untilAsserted(() -> assertThat(stops(projector)).hasSize(1));
        List<StreamKey> others = IntStream.range(0, 20)
                .mapToObj(i -> Stories.backbone("other" + i))
                .toList();
        others.forEach(other -> log.append(
                history.give(Stories.ROOT, other, new BackboneCommand.CreateBackbone(Owners.NOBODY, Owners.NOBODY))));

        // Then
        assertThat(stops(projector).getFirst()).contains("backbone/broken goes on from revision 3 with 1");
        await().untilAsserted(() -> assertThat(schema.texts("SELECT count(DISTINCT log_partition) FROM audit"
                        + " WHERE outcome = 'accepted' AND stream <> 'backbone/broken'"))
                .containsExactly("2"));
        assertThat(stops(projector)).hasSize(1);
    }

    @Test
    void shouldStopBeforeAnEventOfANewerVersion() throws Exception {
        // Given
        Running projector = start(schema);
        history.give(
                Stories.ROOT,
                Stories.backbone("acme"),
                new BackboneCommand.CreateBackbone(Owners.NOBODY, Owners.NOBODY));
        StoredEvent event = history.of(Stories.backbone("acme")).getFirst();
        EventMeta meta = event.meta();

        // When
        log.append(new StoredEvent(event.type(), 99, meta, event.event(), event.body()));

        // Then
        await().untilAsserted(() -> assertThat(stops(projector)).hasSize(1));
        assertThat(stops(projector).getFirst())
                .contains("version 99 of studio.events.BackboneCreated is not known here");
        assertThat(schema.content()).contains(entry("backbones", List.of()));
    }
}
