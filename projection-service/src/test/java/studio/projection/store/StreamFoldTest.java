package studio.projection.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.backbone.BackboneCommand;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.projection.audit.Place;
import studio.projection.history.Incarnation;
import studio.projection.testing.History;
import studio.projection.testing.Stories;
import studio.schema.StoredEvent;
import studio.schema.Topic;

class StreamFoldTest {

    private static final Place HERE = new Place(Topic.EVENTS, 0, 0);

    private final History history = new History();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldReachTheSameEntitiesWhateverTheBatches(long seed) {
        // Given
        new Stories(seed, history).tell(400);
        for (StreamKey stream : history.streams()) {
            EntityMap tables = new EntityMap(stream);
            Head head = Head.START;
            List<StoredEvent> events = history.of(stream);

            // When
            for (int from = 0; from < events.size(); from += 3) {
                StreamFold fold = new StreamFold(head, tables);
                events.subList(from, Math.min(from + 3, events.size())).forEach(event -> fold.fold(event, HERE));
                tables.apply(fold.changes());
                head = fold.head();
            }

            // Then
            assertThat(tables.asMap()).isEqualTo(history.entities(stream).asMap());
            assertThat(head.revision()).isEqualTo(events.size());
        }
    }

    @Test
    void shouldKnowTheRevisionThatLastWroteEachEntity() {
        // Given
        new Stories(1, history).tell(400);
        StreamKey stream = Stories.backbone("acme");
        StreamFold whole = new StreamFold(Head.START, new EntityMap(stream));
        Map<String, Long> oneByOne = new HashMap<>();
        StreamFold single = new StreamFold(Head.START, new EntityMap(stream));

        // When
        for (StoredEvent event : history.of(stream)) {
            whole.fold(event, HERE);
            StreamFold step = new StreamFold(single.head(), copy(stream, single));
            step.fold(event, HERE);
            step.changes().forEach(change -> oneByOne.put(change.key().toString(), step.writtenAt(change.key())));
            single.fold(event, HERE);
        }

        // Then
        whole.changes()
                .forEach(change -> assertThat(whole.writtenAt(change.key()))
                        .isEqualTo(oneByOne.get(change.key().toString())));
    }

    private static EntityMap copy(StreamKey stream, StreamFold fold) {
        EntityMap copy = new EntityMap(stream);
        copy.apply(fold.changes());
        return copy;
    }

    @Test
    void shouldRefuseAGapInTheRevisions() {
        // Given
        new Stories(1, history).tell(100);
        List<StoredEvent> events = history.of(Stories.backbone("acme"));
        StreamFold fold = new StreamFold(Head.START, new EntityMap(Stories.backbone("acme")));
        fold.fold(events.get(0), HERE);

        // When, then
        assertThatThrownBy(() -> fold.fold(events.get(2), HERE))
                .isInstanceOf(BrokenLogException.class)
                .hasMessage("backbone/acme goes on from revision 1 with 3");
    }

    @Test
    void shouldRefuseAnEventThatWasChanged() {
        // Given
        new Stories(1, history).tell(100);
        StoredEvent event = history.of(Stories.backbone("acme")).getFirst();
        byte[] changed = event.body().clone();
        changed[changed.length - 1] ^= 1;
        StreamFold fold = new StreamFold(Head.START, new EntityMap(Stories.backbone("acme")));

        // When, then
        StoredEvent forged = new StoredEvent(event.type(), event.version(), event.meta(), event.event(), changed);
        assertThatThrownBy(() -> fold.fold(forged, HERE))
                .isInstanceOf(BrokenLogException.class)
                .hasMessage("backbone/acme@1 does not have the hash that it carries");
        assertThat(fold.hasNews()).isFalse();
    }

    @Test
    void shouldRefuseAnEventOfAnotherPast() {
        // Given
        new Stories(1, history).tell(100);
        History other = new History();
        new Stories(2, other).tell(100);
        StreamFold fold = new StreamFold(Head.START, new EntityMap(Stories.backbone("acme")));
        fold.fold(history.of(Stories.backbone("acme")).getFirst(), HERE);

        // When, then
        assertThatThrownBy(() -> fold.fold(other.of(Stories.backbone("acme")).get(1), HERE))
                .isInstanceOf(BrokenLogException.class)
                .hasMessage("backbone/acme@2 was written after another event than the one before it");
    }

    @Test
    void shouldGiveEachIncarnationToThoseWhoOwnedItAtItsEnd() {
        // Given
        StreamKey stream = Stories.backbone("acme");
        Owners alice = Owners.user(Name.of("alice"));
        Owners bob = Owners.user(Name.of("bob"));
        history.give(Stories.ROOT, stream, new BackboneCommand.CreateBackbone(Owners.NOBODY, Owners.NOBODY));
        history.give(Stories.ROOT, stream, new BackboneCommand.ChangeBackbone(Optional.of(alice), Optional.empty()));
        history.give(Stories.ROOT, stream, new BackboneCommand.DeleteBackbone(true));
        long since = history.of(stream).size() + 1L;
        history.give(Stories.ROOT, stream, new BackboneCommand.CreateBackbone(bob, Owners.NOBODY));
        StreamFold fold = new StreamFold(Head.START, new EntityMap(stream));

        // When
        history.of(stream).forEach(event -> fold.fold(event, HERE));

        // Then
        assertThat(fold.incarnations())
                .containsExactly(
                        new Incarnation(1, Optional.of(since), alice), new Incarnation(since, Optional.empty(), bob));
        assertThat(fold.head().since()).isEqualTo(since);
        assertThat(fold.readers(0)).as("refused before there was anything").isEqualTo(Owners.NOBODY);
        assertThat(fold.readers(since - 1)).isEqualTo(alice);
        assertThat(fold.readers(since)).isEqualTo(bob);
    }

    @Test
    void shouldKnowWhichEntitiesAnEventConcerns() {
        // Given
        StreamKey stream = Stories.backbone("umbrella");
        new Stories(1, history).finale();
        history.give(Stories.ROOT, stream, new BackboneCommand.RemoveInteriorSite(Name.of("east"), true, true));
        StreamFold fold = new StreamFold(Head.START, new EntityMap(stream));

        // When
        history.of(stream).forEach(event -> fold.fold(event, HERE));

        // Then
        long removal = history.of(stream).size();
        assertThat(fold.concerns().stream()
                        .filter(concern -> concern.revision() == removal)
                        .map(concern -> concern.entity().toString()))
                .contains("interior-site/east", "access-point/east-peer", "link/west-east");
    }
}
