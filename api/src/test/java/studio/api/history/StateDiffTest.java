package studio.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Change;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.Census;

class StateDiffTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Uid FIRST = Uid.parse("019c1234-5678-7abc-8def-000000000001");
    private static final Uid SECOND = Uid.parse("019c1234-5678-7abc-8def-000000000002");

    private final EntityMap before = new EntityMap(StreamKey.parse("backbone/acme"));
    private final EntityMap after = new EntityMap(StreamKey.parse("backbone/acme"));

    @BeforeEach
    void nothingDiffers() {
        before.apply(Change.put(site("oslo", FIRST, 1, "Oslo")));
        after.apply(Change.put(site("oslo", FIRST, 1, "Oslo")));
    }

    private static InteriorSite site(String name, Uid uid, long revision, String location) {
        return new InteriorSite.Requested(
                new ObjectMeta(name, uid, revision, NOW, NOW.plusSeconds(revision)),
                new InteriorSite.Placement(Platform.LINUX, Optional.of(location)));
    }

    @Test
    void shouldFindNothingWhereNothingDiffers() {
        assertThat(StateDiff.between(before, after)).isEmpty();
    }

    @Test
    void shouldTellWhatIsThereAndWasNot() {
        after.apply(Change.put(site("paris", SECOND, 2, "Paris")));

        assertThat(StateDiff.between(before, after)).singleElement().satisfies(change -> {
            assertThat(change.key()).hasToString("interior-site/paris");
            assertThat(change.what()).isEqualTo(EntityChange.What.ADDED);
            assertThat(change.before()).isEmpty();
            assertThat(change.after()).isPresent();
        });
    }

    @Test
    void shouldTellWhichFieldsChangedAndNotThatSomethingDid() {
        after.apply(Change.put(site("oslo", FIRST, 7, "Bergen")));

        assertThat(StateDiff.between(before, after)).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(EntityChange.What.CHANGED);
            assertThat(change.fields())
                    .extracting(JsonDiff.FieldChange::pointer)
                    .containsExactly("/location");
        });
    }

    @Test
    void shouldNotTellOfARevisionAlone() {
        after.apply(Change.put(site("oslo", FIRST, 7, "Oslo")));

        assertThat(StateDiff.between(before, after)).isEmpty();
    }

    @Test
    void shouldNotTellOfWhatNobodyIsShown() {
        after.apply(Change.put(new Census(new ObjectMeta("acme", SECOND, 2, NOW, NOW), 3)));

        assertThat(StateDiff.between(before, after)).isEmpty();
    }

    @Test
    void shouldTellAnObjectMadeAgainFromTheOneBefore() {
        after.apply(Change.put(site("oslo", SECOND, 7, "Oslo")));

        assertThat(StateDiff.between(before, after))
                .extracting(EntityChange::what)
                .containsExactly(EntityChange.What.REMOVED, EntityChange.What.ADDED);
    }

    @Test
    void shouldTellTheSameBackwards() {
        after.apply(Change.remove(site("oslo", FIRST, 1, "Oslo").key()));

        assertThat(StateDiff.between(before, after))
                .extracting(EntityChange::what)
                .containsExactly(EntityChange.What.REMOVED);
        assertThat(StateDiff.between(after, before))
                .extracting(EntityChange::what)
                .containsExactly(EntityChange.What.ADDED);
    }
}
