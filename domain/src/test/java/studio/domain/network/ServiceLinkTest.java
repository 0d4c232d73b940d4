package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.IN_USE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.network.Compositions.at;
import static studio.domain.network.Compositions.atSites;
import static studio.domain.network.Compositions.egress;
import static studio.domain.network.Compositions.ingress;
import static studio.domain.network.Compositions.link;
import static studio.domain.network.Compositions.move;
import static studio.domain.network.Compositions.offers;
import static studio.domain.network.Compositions.process;
import static studio.domain.network.Compositions.requires;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.network.Endpoint.Exposure;
import studio.domain.network.Endpoint.Fan;
import studio.domain.network.EndpointCommand.ComposeIngress;
import studio.domain.network.ServiceLink.Distribution;
import studio.domain.network.ServiceLink.Member;
import studio.domain.network.ServiceLink.Scope;
import studio.domain.network.ServiceLinkCommand.ChangeServiceLink;
import studio.domain.network.ServiceLinkCommand.UnlinkService;

class ServiceLinkTest {

    private static final String ORDERS = "acme/orders";
    private static final Name LINK = Name.of("orders");

    private final LiveApplication shop = new LiveApplication();
    private final Ref gold = shop.siteClass("gold");
    private final Ref silver = shop.siteClass("silver");
    private final Ref oslo = shop.site("oslo", AcceptancePolicy.ASK, gold);

    ServiceLinkTest() {
        shop.given(process("backend", at(gold), Images.offering("backend", ORDERS)));
        shop.given(process("web", at(silver), Images.requiring("web", ORDERS)));
    }

    private static ChangeServiceLink change(Member... members) {
        return new ChangeServiceLink(LINK, Optional.of(Set.of(members)), Optional.empty(), Optional.empty());
    }

    @Test
    void shouldGiveEachMemberItsPart() {
        shop.given(link("orders", ORDERS, offers("backend"), requires("web")));
        Ref link = shop.entities().get(ServiceLink.KIND, LINK).ref();
        assertThat(shop.endpoint("backend").group().bindings())
                .containsExactly(
                        new Binding(link, ORDERS, ServiceLink.Role.OFFERS, Scope.NETWORK, Distribution.BALANCED));
        assertThat(shop.endpoint("web").group().bindings())
                .containsExactly(
                        new Binding(link, ORDERS, ServiceLink.Role.REQUIRES, Scope.NETWORK, Distribution.BALANCED));
    }

    @Test
    void shouldChangeWhatItsMembersAreAndNothingWhenNothingChanges() {
        shop.given(link("orders", ORDERS, offers("backend"), requires("web")));
        String digest = shop.endpoint("web").digest();
        assertThat(shop.given(change(offers("backend"), requires("web")))).isEmpty();
        shop.given(new ChangeServiceLink(LINK, Optional.empty(), Optional.of(Scope.SITE), Optional.empty()));
        assertThat(shop.endpoint("web").digest()).isNotEqualTo(digest);
        shop.given(change(offers("backend")));
        assertThat(shop.endpoint("web").group().bindings()).isEmpty();
        shop.given(new UnlinkService(LINK));
        assertThat(shop.endpoint("backend").group().bindings()).isEmpty();
        shop.refused(new UnlinkService(LINK), NOT_FOUND);
    }

    @Test
    void shouldNotChangeThoseWhoStayWhenAnotherJoins() {
        shop.given(link("orders", ORDERS, offers("backend")));
        String digest = shop.endpoint("backend").digest();
        shop.given(change(offers("backend"), requires("web")));
        assertThat(shop.endpoint("backend").digest()).isEqualTo(digest);
    }

    @Test
    void shouldTakeOnlyThoseWhoCan() {
        assertThat(shop.refused(link("orders", ORDERS, requires("backend")), INVALID_VALUE))
                .returns(Optional.of("members"), Rejection::field);
        shop.refused(link("orders", ORDERS, offers("web")), INVALID_VALUE);
        shop.refused(link("orders", "acme/other", offers("backend")), INVALID_VALUE);
        shop.refused(link("orders", ORDERS, offers("nobody")), NOT_FOUND);
        shop.given(ingress("in", at(gold), ORDERS, 80));
        shop.refused(link("orders", ORDERS, offers("in")), INVALID_VALUE);
        shop.given(egress("out", at(gold), ORDERS));
        shop.refused(link("orders", ORDERS, requires("out")), INVALID_VALUE);
        shop.given(link("orders", ORDERS, offers("out"), requires("in")));
    }

    @Test
    void shouldRejectWhatIsNoLink() {
        shop.refused(link("orders", "orders", offers("backend")), INVALID_VALUE);
        shop.refused(link("orders", ORDERS), INVALID_VALUE);
        Member[] many = IntStream.range(0, 51).mapToObj(i -> offers("e" + i)).toArray(Member[]::new);
        shop.refused(link("orders", ORDERS, many), LIMIT_REACHED);
        shop.given(link("orders", ORDERS, offers("backend")));
        shop.refused(link("orders", ORDERS, requires("web")), ALREADY_EXISTS);
    }

    @Test
    void shouldServeEachServiceInOneLink() {
        shop.given(link("orders", ORDERS, offers("backend")));
        assertThat(shop.refused(link("more", ORDERS, offers("backend")), ALREADY_EXISTS)
                        .detail())
                .contains("'backend'", "'orders'");
    }

    @Test
    void shouldRefuseTwoServicesUnderOneHostAliasWhereverBothMayBe() {
        shop.given(process("other", at(silver), Images.requiring("other", ORDERS)));
        shop.given(link("orders", ORDERS, requires("web")));
        shop.invitation("for-silver", silver);
        assertThat(shop.refused(link("more", ORDERS, requires("other")), IN_USE).detail())
                .contains("'orders:5432'", "'web'", "'other'", "'orders'", "'more'", "'silver'");
        shop.given(move("other", at(gold)));
        shop.given(link("more", ORDERS, requires("other")));
        shop.refused(move("other", at(gold, silver)), IN_USE);
        assertThat(HostAliases.clash(Set.of(gold, silver), shop.entities())).isPresent();
        assertThat(HostAliases.clash(Set.of(gold), shop.entities())).isEmpty();
    }

    @Test
    void shouldRefuseTwoServicesUnderOneHostAliasAtANamedSite() {
        shop.given(process("other", at(gold), Images.requiring("other", ORDERS)));
        shop.given(link("orders", ORDERS, requires("web")));
        shop.given(link("more", ORDERS, requires("other")));
        assertThat(shop.refused(move("web", atSites(oslo)), IN_USE).detail()).contains("at site 'oslo'");
    }

    @Test
    void shouldShareAHostAliasThatLeadsToTheSame() {
        shop.given(process("other", at(silver), Images.requiring("other", ORDERS)));
        shop.invitation("for-silver", silver);
        shop.given(link("orders", ORDERS, requires("web"), requires("other")));
    }

    @Test
    void shouldRefuseTwoIngressesOnOnePortOfAHost() {
        shop.given(onHost("in", 8000, 10, gold));
        assertThat(shop.refused(onHost("other", 8009, 1, gold), IN_USE).detail())
                .contains("'in'", "'other'");
        shop.given(onHost("other", 8009, 1, silver));
        shop.given(onHost("third", 8010, 1, gold));
        shop.given(ingress("fourth", at(gold), ORDERS, 8000));
    }

    private static ComposeIngress onHost(String name, int port, int slots, Ref... classes) {
        Fan fan = slots == 1 ? Fan.SINGLE : Fan.PER_OFFERING_SITE;
        return new ComposeIngress(
                Name.of(name), at(classes), new Endpoint.IngressSpec(ORDERS, port, slots, Exposure.HOST_PORT, fan));
    }
}
