package studio.projection.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneCommand;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.projection.audit.Place;
import studio.projection.testing.History;
import studio.projection.testing.Schema;
import studio.projection.testing.Stories;
import studio.schema.StoredEvent;
import studio.schema.Topic;

/** Projectors on a real broker and a real database. */
class ProjectorIT extends ProjectorWorld {

    @Test
    void shouldHaveTheSameRowsInEveryTableAfterAReplayOfTheWholeLog() throws Exception {
        // Given
        Stories stories = new Stories(7, history);
        List<History.Told> told = new ArrayList<>(stories.tell(300));
        start(schema);
        for (History.Told each : told) {
            log.append(each);
        }
        List<History.Told> more = stories.tell(1500);
        more.addAll(stories.finale());
        told.addAll(more);
        log.append(more);
        awaitAll(schema);
        awaitRefusals(schema, refusals(told));

        // When
        Schema empty = Schema.create();
        start(empty);
        awaitAll(empty);
        awaitRefusals(empty, refusals(told));

        // Then
        Map<String, List<String>> rows = empty.content();
        assertThat(rows).isEqualTo(schema.content()).hasSize(33);
        assertThat(rows.remove("snapshots")).as("not made by projectors").isEmpty();
        assertThat(rows)
                .allSatisfy((table, content) -> assertThat(content).as(table).isNotEmpty());
        assertThat(rows.get("audit")).hasSize(expectedEvents() + (int) refusals(told));
    }

    @Test
    void shouldHaveTheEntitiesThatTheEventsLeadTo() throws Exception {
        // Given
        log.append(new Stories(11, history).tell(800));

        // When
        start(schema);
        awaitAll(schema);

        // Then
        try (Tables tables = Tables.connect(schema.config(), schema.name())) {
            for (StreamKey stream : history.streams()) {
                Map<EntityKey, Entity> found = new TreeMap<>();
                for (Kind<?> kind : StreamType.of(stream).kinds()) {
                    found.putAll(tables.list(stream, kind));
                }
                assertThat(found).isEqualTo(history.entities(stream).asMap());
            }
        }
    }

    @Test
    void shouldLetOneProjectorWriteAndAnotherTakeOver() throws Exception {
        // Given
        Running first = start(schema);
        await().until(() -> first.projector().state() instanceof ProjectorState.Writing);
        Running second = start(schema);
        await().until(() -> second.projector().state() instanceof ProjectorState.Standby);
        Stories stories = new Stories(3, history);
        log.append(stories.tell(200));
        awaitAll(schema);

        // When
        first.stop();
        log.append(stories.tell(200));

        // Then
        awaitAll(schema);
        assertThat(second.projector().state()).isInstanceOf(ProjectorState.Writing.class);
        assertThat(schema.texts("SELECT count(*) FROM audit WHERE outcome = 'accepted'"))
                .containsExactly(String.valueOf(expectedEvents()));
    }

    @Test
    void shouldWriteNothingFromAPositionThatAnotherHasMoved() throws Exception {
        // Given
        log.append(new Stories(3, history).tell(50));
        start(schema);
        awaitAll(schema);
        Map<String, List<String>> before = schema.content();
        StoredEvent event = history.of(history.streams().getFirst()).getFirst();
        Fold fold = new Fold(stream -> new StreamFold(Head.START, new EntityMap(stream)));
        fold.add(new LogRecord.Happened(new Place(Topic.EVENTS, 0, 0), event));

        // When
        try (Tables late = Tables.connect(schema.config(), schema.name())) {
            Map<TopicPartition, Long> stale = Map.of(new TopicPartition("studio.events.v1", 0), 0L);
            assertThatThrownBy(() -> late.write(fold, stale)).isInstanceOf(FencedException.class);
        }

        // Then
        assertThat(schema.content()).isEqualTo(before);
    }

    @Test
    void shouldGoOnWhenItsConnectionIsCutAgainAndAgain() throws Exception {
        // Given
        start(schema);
        Stories stories = new Stories(5, history);
        List<History.Told> told = new ArrayList<>();

        // When
        for (int i = 0; i < 10; i++) {
            List<History.Told> some = stories.tell(100);
            told.addAll(some);
            log.append(some);
            schema.texts(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'studio-projector'"
                            + " AND datname = current_database()");
        }

        // Then
        awaitAll(schema);
        awaitRefusals(schema, refusals(told));
        assertThat(schema.texts("SELECT count(*) FROM audit WHERE outcome = 'accepted'"))
                .containsExactly(String.valueOf(expectedEvents()));
    }

    @Test
    void shouldNotShowWhatWasTakenBack() throws Exception {
        // Given
        start(schema);
        History lost = new History();
        lost.give(
                Stories.ROOT,
                Stories.backbone("ghost"),
                new BackboneCommand.CreateBackbone(Owners.NOBODY, Owners.NOBODY));

        // When
        log.abort(lost.of(Stories.backbone("ghost")));
        log.append(history.give(
                Stories.ROOT,
                Stories.backbone("real"),
                new BackboneCommand.CreateBackbone(Owners.NOBODY, Owners.NOBODY)));

        // Then
        awaitAll(schema);
        assertThat(schema.texts("SELECT name FROM backbones")).containsExactly("real");
    }

    @Test
    void shouldForgetOldRefusalsAndNothingElse() throws Exception {
        // Given
        List<History.Told> told = new Stories(7, history).tell(100);
        log.append(told);
        start(schema);
        awaitAll(schema);
        awaitRefusals(schema, refusals(told));

        // When
        try (Tables tables = Tables.connect(schema.config(), schema.name())) {
            assertThat(tables.prune(Instant.now().minus(Duration.ofHours(1)))).isZero();
            assertThat(tables.prune(Instant.now().plus(Duration.ofHours(1)))).isEqualTo(refusals(told));
        }

        // Then
        assertThat(schema.texts("SELECT count(*) FROM audit")).containsExactly(String.valueOf(expectedEvents()));
    }
}
