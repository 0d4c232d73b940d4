package studio.projection.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.network.SiteClass;
import studio.domain.plan.Audience;
import studio.domain.plan.ItemsHash;
import studio.feed.document.Update;
import studio.feed.frame.Head;
import studio.projection.testing.History;
import studio.projection.testing.LiveNetwork;
import studio.schema.DesiredKey;

class RevisionsTest {

    private final EntityMap shop = new LiveNetwork(new History(), "shop", told -> {})
            .found(Owners.user(Name.of("nora")), Owners.NOBODY)
            .populate()
            .compose()
            .entities();
    private final StreamKey stream = shop.stream();
    private final Audience gold =
            new Audience.OfClass(shop.get(SiteClass.KIND, Name.of("gold")).ref());
    private final Revisions revisions = new Revisions();

    private Revision taken() {
        return revisions.take().values().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldGiveNothingOfAnAudienceBeforeItsHead() {
        PlannedSource.write(shop, gold, revisions);
        Revision whole = taken();

        revisions.read(DesiredKey.ofItem(stream, gold.key(), "process/monitoring"), Optional.empty());

        assertThat(whole.update().upserts()).isNotEmpty();
        assertThat(revisions.take()).isEmpty();
    }

    @Test
    void shouldSayThatAnAudienceIsGoneThoughCompactionLeftNothingElseOfIt() {
        revisions.read(DesiredKey.ofHead(stream, "site/x"), Optional.empty());

        assertThat(revisions.take())
                .isEqualTo(Map.of(
                        stream,
                        List.of(new Revision(
                                new Update(new Head("site/x", 1, 0, ItemsHash.EMPTY, List.of()), List.of(), List.of()),
                                Optional.empty()))));
    }

    @Test
    void shouldKeepTheHeadOfNothingThatCameBeforeTheEnd() {
        PlannedSource.write(shop, gold, revisions);
        revisions.read(DesiredKey.ofHead(stream, gold.key()), Optional.empty());

        assertThat(revisions.take().get(stream))
                .singleElement()
                .satisfies(revision ->
                        assertThat(revision.update().head().version()).isGreaterThan(1));
    }

    @Test
    void shouldLetWhatDoesNotFitWaitForTheNextHead() {
        PlannedSource.write(shop, gold, revisions);
        Revision whole = taken();

        revisions.putBack(stream, whole);
        assertThat(revisions.take()).isEmpty();

        revisions.restore(stream, whole);
        assertThat(taken()).isEqualTo(whole);
    }
}
