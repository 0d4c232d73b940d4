package studio.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.InteriorSite.Placement;
import studio.domain.backbone.Platform;

class OverlayTest {

    private static final StreamKey STREAM = StreamKey.parse("backbone/acme");
    private static final InteriorSite PARIS = site("paris", "Paris");
    private static final InteriorSite OSLO = site("oslo", "Oslo");

    private final EntityMap base = new EntityMap(STREAM);
    private final Overlay overlay = new Overlay(base);

    OverlayTest() {
        base.apply(Change.put(PARIS));
    }

    @Test
    void shouldShowWhatIsBelowUntilItChanges() {
        assertThat(overlay.stream()).isEqualTo(STREAM);
        assertThat(overlay.list(InteriorSite.KIND)).containsExactly(PARIS);
        overlay.apply(List.of(Change.put(site("paris", "Lyon")), Change.put(OSLO)));
        assertThat(overlay.list(InteriorSite.KIND)).containsExactly(OSLO, site("paris", "Lyon"));
        assertThat(base.list(InteriorSite.KIND)).containsExactly(PARIS);
    }

    @Test
    void shouldHideWhatWasRemoved() {
        overlay.apply(List.of(Change.remove(PARIS.key())));
        assertThat(overlay.find(PARIS.key())).isEmpty();
        assertThat(overlay.list(InteriorSite.KIND)).isEmpty();
    }

    @Test
    void shouldListTheNamesThatBeginLikeThat() {
        InteriorSite par = site("par", "Par");
        InteriorSite parma = site("parma", "Parma");
        InteriorSite part = site("part-two", "Part");
        base.apply(List.of(Change.put(OSLO), Change.put(parma), Change.put(par), Change.put(part)));
        assertThat(base.list(InteriorSite.KIND, "par")).containsExactly(par, PARIS, parma, part);
        assertThat(base.list(InteriorSite.KIND, "part")).containsExactly(part);
        assertThat(base.list(InteriorSite.KIND, "")).isEqualTo(base.list(InteriorSite.KIND));
        assertThat(base.list(InteriorSite.KIND, "z")).isEmpty();
        assertThat(base.list(new Kind<>("interior", InteriorSite.class), "")).isEmpty();
    }

    @Test
    void shouldListTheNamesThatBeginLikeThatAsTheyAreNow() {
        InteriorSite parma = site("parma", "Parma");
        InteriorSite moved = site("paris", "Lyon");
        base.apply(Change.put(parma));
        overlay.apply(List.of(
                Change.remove(parma.key()), Change.put(moved), Change.put(OSLO), Change.put(site("part", "Part"))));
        assertThat(overlay.list(InteriorSite.KIND, "par")).containsExactly(moved, site("part", "Part"));
        assertThat(overlay.list(InteriorSite.KIND, "o")).containsExactly(OSLO);
        assertThat(overlay.list(InteriorSite.KIND, "parm")).isEmpty();
        assertThat(base.list(InteriorSite.KIND, "par")).containsExactly(PARIS, parma);
    }

    @Test
    void shouldListInPagesWhatItListsAtOnce() {
        List<String> names = List.of("oslo", "pa", "pab", "pac", "pad", "pae", "paf", "pag", "pb");
        names.forEach(name -> base.apply(Change.put(site(name, name))));
        overlay.apply(List.of(
                Change.remove(site("pab", "").key()),
                Change.remove(site("paf", "").key()),
                Change.put(site("pac", "moved")),
                Change.put(site("paba", "new")),
                Change.put(site("pazz", "last"))));
        for (Entities entities : List.of(base, overlay)) {
            for (String prefix : List.of("pa", "pab", "", "z")) {
                for (int limit : List.of(1, 2, 3, 20)) {
                    assertThat(pages(entities, prefix, limit))
                            .as("%s in pages of %d", prefix, limit)
                            .isEqualTo(entities.list(InteriorSite.KIND, prefix));
                }
            }
        }
    }

    private static List<InteriorSite> pages(Entities entities, String prefix, int limit) {
        List<InteriorSite> all = new ArrayList<>();
        String after = "";
        while (true) {
            List<InteriorSite> page = entities.list(InteriorSite.KIND, prefix, after, limit);
            if (page.isEmpty()) {
                return all;
            }
            all.addAll(page);
            after = page.getLast().meta().name();
        }
    }

    @Test
    void shouldKeepTheLastChangeOfEach() {
        overlay.apply(List.of(Change.remove(PARIS.key()), Change.put(OSLO), Change.put(PARIS)));
        assertThat(overlay.changes()).containsExactlyInAnyOrder(Change.put(PARIS), Change.put(OSLO));
    }

    @Test
    void shouldSayWhenTheLogAndTheStateDisagree() {
        assertThat(base.get(InteriorSite.KIND, Name.of("paris"))).isEqualTo(PARIS);
        assertThatIllegalStateException()
                .isThrownBy(() -> base.get(InteriorSite.KIND, Name.of("oslo")))
                .withMessage("there is no interior-site/oslo");
        assertThatIllegalStateException()
                .isThrownBy(() -> base.get(OSLO.key()))
                .withMessage("there is no interior-site/oslo");
        assertThatIllegalStateException()
                .isThrownBy(() -> base.checkAbsent(PARIS.key()))
                .withMessage("interior-site/paris is there already");
    }

    private static InteriorSite site(String name, String location) {
        ObjectMeta meta = ObjectMeta.created(
                Name.of(name),
                new IdSource(name, Instant.EPOCH).next(),
                new Recorded<>(1, Instant.EPOCH, stream -> new EntityKey("interior-site", name)));
        return new InteriorSite.Requested(meta, new Placement(Platform.LINUX, Optional.of(location)));
    }
}
