package studio.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.network.Compositions.at;
import static studio.domain.network.Compositions.link;
import static studio.domain.network.Compositions.offers;
import static studio.domain.network.Compositions.process;
import static studio.domain.network.LiveApplication.OWNER;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.Change;
import studio.domain.kernel.Decision;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Name;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Images;
import studio.domain.network.LiveApplication;
import studio.domain.network.MemberCommand.PauseSite;
import studio.domain.network.MemberCommand.RenameSite;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkDecider;
import studio.domain.network.NetworkEvent;
import studio.domain.network.Ref;

class PlanPreviewTest {

    private static final String ORDERS = "acme/orders";

    private final LiveApplication shop = new LiveApplication();
    private final Ref gold = shop.siteClass("gold");
    private final Ref oslo = shop.site("oslo", AcceptancePolicy.ASK, gold);

    private PlanPreview preview(NetworkCommand... commands) {
        Overlay after = new Overlay(shop.entities());
        for (NetworkCommand command : commands) {
            Facts facts = new Facts(shop.now(), new IdSource("preview", shop.now()), OWNER);
            Decision<NetworkEvent> decision = NetworkDecider.INSTANCE.decide(command, after, facts);
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            ((Decision.Accepted<NetworkEvent>) decision)
                    .events()
                    .forEach(event -> after.apply(
                            NetworkDecider.INSTANCE.evolve(new Recorded<>(1_000, shop.now(), event), after)));
        }
        List<EntityKey> changed = after.changes().stream().map(Change::key).toList();
        return PlanPreview.of(changed, shop.entities(), after);
    }

    @Test
    void shouldSayOnceWhatAllSitesOfAClassWouldHaveBesides() {
        shop.site("rome", AcceptancePolicy.ASK, gold);
        assertThat(preview(process("web", at(gold), Images.offering("web", ORDERS))))
                .isEqualTo(new PlanPreview(
                        List.of(new PlanPreview.Effect(
                                "class/" + gold.uid(), "gold", 2, List.of("process/web"), List.of(), List.of())),
                        0));
    }

    @Test
    void shouldSayWhatASiteWouldHaveOtherwise() {
        shop.given(process("web", at(gold), Images.offering("web", ORDERS)));
        assertThat(preview(link("orders", ORDERS, offers("web"))).effects())
                .singleElement()
                .returns("gold", PlanPreview.Effect::name)
                .satisfies(effect -> assertThat(effect.added()).containsExactly("connector/web/acme/orders"))
                .satisfies(effect -> assertThat(effect.changed()).containsExactly("process/web"))
                .satisfies(effect -> assertThat(effect.removed()).isEmpty());
    }

    @Test
    void shouldSayThatNoPlanWouldBeAnother() {
        assertThat(preview(new RenameSite(oslo.name(), Name.of("bergen")))).isEqualTo(PlanPreview.NOTHING);
    }

    @Test
    void shouldSayWhatTheEndOfTheNetworkMeans() {
        assertThat(preview(new NetworkCommand.DeleteNetwork(false)).effects())
                .filteredOn(effect -> effect.audience().equals("network"))
                .singleElement()
                .returns(1L, PlanPreview.Effect::sites)
                .satisfies(effect -> assertThat(effect.added()).containsExactly("decommission"));
    }

    @Test
    void shouldLookAtSomeAudiencesAndSayHowManyMoreThereAre() {
        int sites = PlanPreview.MOST + 30;
        NetworkCommand[] pauses = IntStream.range(0, sites)
                .mapToObj(i -> shop.site("site-" + i, AcceptancePolicy.ASK))
                .map(site -> new PauseSite(site.name()))
                .toArray(NetworkCommand[]::new);
        PlanPreview preview = preview(pauses);
        assertThat(preview.effects()).hasSize(PlanPreview.MOST);
        assertThat(preview.more()).isEqualTo(sites - PlanPreview.MOST);
    }
}
