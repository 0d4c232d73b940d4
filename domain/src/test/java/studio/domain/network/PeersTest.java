package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.network.Compositions.at;
import static studio.domain.network.Compositions.fanned;
import static studio.domain.network.Compositions.link;
import static studio.domain.network.Compositions.move;
import static studio.domain.network.Compositions.offers;
import static studio.domain.network.Compositions.process;
import static studio.domain.network.Compositions.requires;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.Name;
import studio.domain.network.EndpointEvent.PeersAdmitted;
import studio.domain.network.MemberCommand.EvictSite;
import studio.domain.network.MemberCommand.ReclassifySite;
import studio.domain.network.MemberCommand.RenameSite;
import studio.domain.network.ServiceLinkCommand.UnlinkService;
import studio.domain.network.SiteClassCommand.RemoveSiteClass;
import studio.domain.plan.Finding;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.Why;

class PeersTest {

    private static final String ORDERS = "acme/orders";
    private static final Name IN = Name.of("in");

    private final LiveApplication shop = new LiveApplication();
    private final Ref gold = shop.siteClass("gold");
    private final Ref silver = shop.siteClass("silver");
    private final Ref hq = shop.site("hq", AcceptancePolicy.ACCEPT_ALL, silver);
    private final Ref oslo = shop.site("oslo", AcceptancePolicy.ASK, gold);
    private final Ref rome = shop.site("rome", AcceptancePolicy.ACCEPT_ALL, gold);

    private void compose(int slots) {
        shop.given(process("web", at(gold), Images.offering("web", ORDERS)));
        shop.given(fanned("in", at(silver), ORDERS, 9000, slots));
        shop.given(link("orders", ORDERS, offers("web"), requires("in")));
    }

    @Test
    void shouldBeAdmittedByTheEventThatAccepts() {
        compose(2);
        assertThat(shop.accepts(oslo, "web"))
                .contains(new PeersAdmitted(IN, List.of(new Slot(oslo.uid(), Name.of("oslo"), 0))));
    }

    @Test
    void shouldBeAdmittedByTheReportWhereNobodyIsAsked() {
        compose(2);
        assertThat(shop.runs(rome, "web"))
                .contains(new PeersAdmitted(IN, List.of(new Slot(rome.uid(), Name.of("rome"), 0))));
        assertThat(shop.runs(rome, "web")).isEmpty();
    }

    @Test
    void shouldBeAdmittedWhenTheIngressComesLater() {
        shop.given(process("web", at(gold), Images.offering("web", ORDERS)));
        shop.given(link("orders", ORDERS, offers("web")));
        shop.accepts(oslo, "web");
        shop.runs(rome, "web");
        shop.given(fanned("in", at(silver), ORDERS, 9000, 5));
        assertThat(shop.given(new ServiceLinkCommand.ChangeServiceLink(
                        Name.of("orders"),
                        Optional.of(Set.of(offers("web"), requires("in"))),
                        Optional.empty(),
                        Optional.empty())))
                .contains(new PeersAdmitted(
                        IN,
                        List.of(new Slot(oslo.uid(), Name.of("oslo"), 0), new Slot(rome.uid(), Name.of("rome"), 1))));
    }

    @Test
    void shouldNotBeAdmittedByAVersionThatDoesNotServe() {
        shop.given(process("web", at(gold), Images.offering("web", ORDERS)));
        shop.accepts(oslo, "web");
        shop.given(fanned("in", at(silver), ORDERS, 9000, 5));
        shop.given(link("orders", ORDERS, offers("web"), requires("in")));
        assertThat(shop.ingress("in").slots()).isEmpty();
        shop.accepts(oslo, "web");
        assertThat(shop.ingress("in").slots()).hasSize(1);
    }

    @Test
    void shouldWaitForRoomAndSayThatItDoes() {
        compose(1);
        shop.accepts(oslo, "web");
        shop.runs(rome, "web");
        assertThat(shop.ingress("in").slots()).extracting(Slot::site).containsExactly(oslo.uid());
        assertThat(Why.of(shop.entities(), hq.uid(), shop.endpoint("in"), shop.now()))
                .filteredOn(finding -> finding.code() == Finding.Code.NO_SLOT)
                .extracting(Finding::text)
                .containsExactly("ingress 'in' has no place left for 'rome': all 1 are taken");
        assertThat(shop.declines(oslo, "no", "web"))
                .contains(new PeersAdmitted(IN, List.of(new Slot(rome.uid(), Name.of("rome"), 0))));
    }

    @Test
    void shouldFindRoomInALargerIngress() {
        compose(1);
        shop.accepts(oslo, "web");
        shop.runs(rome, "web");
        shop.given(Compositions.change("in", Compositions.fanned(ORDERS, 9000, 2)));
        assertThat(shop.ingress("in").slots()).extracting(Slot::number).containsExactly(0, 1);
    }

    @Test
    void shouldTakeTheLowestFreeNumber() {
        compose(5);
        shop.accepts(oslo, "web");
        shop.runs(rome, "web");
        shop.declines(oslo, "no", "web");
        Ref bern = shop.site("bern", AcceptancePolicy.ASK, gold);
        shop.accepts(bern, "web");
        assertThat(shop.ingress("in").slots()).extracting(Slot::site).containsExactly(bern.uid(), rome.uid());
    }

    @Test
    void shouldGoWithItsReason() {
        compose(5);
        shop.runs(rome, "web");
        shop.given(move("web", at(silver)));
        assertThat(shop.ingress("in").slots()).isEmpty();
        assertThat(shop.given(move("web", at(gold)))).hasSize(2);
        assertThat(shop.ingress("in").slots()).hasSize(1);
        shop.given(new UnlinkService(Name.of("orders")));
        assertThat(shop.ingress("in").slots()).isEmpty();
    }

    @Test
    void shouldGoWithItsSiteAndLeaveRoomForAnother() {
        compose(1);
        shop.runs(rome, "web");
        shop.accepts(oslo, "web");
        assertThat(shop.given(new EvictSite(rome.name(), "stolen")))
                .contains(new PeersAdmitted(IN, List.of(new Slot(oslo.uid(), Name.of("oslo"), 0))));
        assertThat(shop.ingress("in").slots()).extracting(Slot::site).containsExactly(oslo.uid());
    }

    @Test
    void shouldGoWithTheClassThatBroughtIt() {
        compose(5);
        shop.runs(rome, "web");
        shop.given(new RemoveSiteClass(gold.name(), true));
        assertThat(shop.ingress("in").slots()).isEmpty();
    }

    @Test
    void shouldFollowASiteThatIsReclassified() {
        compose(1);
        shop.runs(rome, "web");
        shop.accepts(oslo, "web");
        assertThat(shop.given(new ReclassifySite(rome.name(), Set.of(silver.name()))))
                .contains(new PeersAdmitted(IN, List.of(new Slot(oslo.uid(), Name.of("oslo"), 0))));
    }

    @Test
    void shouldKeepItsPlaceAndItsNameThere() {
        compose(5);
        shop.runs(rome, "web");
        shop.given(new RenameSite(rome.name(), Name.of("roma")));
        assertThat(shop.ingress("in").slots()).extracting(Slot::name).containsExactly(Name.of("rome"));
        Ref other = shop.site("rome", AcceptancePolicy.ASK, gold);
        shop.accepts(other, "web");
        assertThat(shop.ingress("in").slots())
                .extracting(Slot::name)
                .containsExactly(Name.of("rome"), Name.of("rome-2"));
    }

    @Test
    void shouldBeServedOneByOneWhileSomebodyCallsThem() {
        compose(5);
        assertThat(addresses()).hasSize(2);
        shop.given(Compositions.change("in", Compositions.single(ORDERS, 9000)));
        assertThat(addresses()).hasSize(1);
    }

    private List<String> addresses() {
        return ((ItemSpec.Connector)
                        shop.item(oslo, "connector/web/acme/orders").spec())
                .addresses();
    }
}
