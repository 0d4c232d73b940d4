package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.IN_USE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.network.Compositions.at;
import static studio.domain.network.Compositions.atSites;
import static studio.domain.network.Compositions.change;
import static studio.domain.network.Compositions.egress;
import static studio.domain.network.Compositions.fanned;
import static studio.domain.network.Compositions.ingress;
import static studio.domain.network.Compositions.link;
import static studio.domain.network.Compositions.move;
import static studio.domain.network.Compositions.offers;
import static studio.domain.network.Compositions.process;
import static studio.domain.network.Compositions.replicas;
import static studio.domain.network.Compositions.requires;
import static studio.domain.network.Compositions.single;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.network.Endpoint.Exposure;
import studio.domain.network.Endpoint.Fan;
import studio.domain.network.Endpoint.IngressSpec;
import studio.domain.network.EndpointCommand.ChangeEndpoint;
import studio.domain.network.EndpointCommand.ComposeEgress;
import studio.domain.network.EndpointCommand.ComposeIngress;
import studio.domain.network.EndpointCommand.ComposeProcess;
import studio.domain.network.EndpointCommand.RemoveEndpoint;
import studio.domain.network.EndpointEvent.EndpointRemoved;

class EndpointTest {

    private static final String ORDERS = "acme/orders";
    private static final String OTHER = "acme/other";
    private static final Name WEB = Name.of("web");

    private final LiveApplication shop = new LiveApplication();
    private final Ref gold = shop.siteClass("gold");
    private final Ref silver = shop.siteClass("silver");
    private final Ref oslo = shop.site("oslo", AcceptancePolicy.ASK, gold);

    @Test
    void shouldBeComposedAndRemoved() {
        shop.given(process("web", at(gold), Images.image("web")));
        shop.refused(ingress("web", at(gold), ORDERS, 80), ALREADY_EXISTS);
        assertThat(shop.given(new RemoveEndpoint(WEB))).containsExactly(new EndpointRemoved(WEB));
        shop.refused(new RemoveEndpoint(WEB), NOT_FOUND);
    }

    @Test
    void shouldFindAnEndpointOnlyAsWhatItIs() {
        shop.given(process("web", at(gold), Images.offering("web", ORDERS)));
        shop.refused(new RemoveEndpoint(WEB, Endpoint.Sort.INGRESS), NOT_FOUND);
        assertThat(shop.given(new RemoveEndpoint(WEB, Endpoint.Sort.PROCESS)))
                .containsExactly(new EndpointRemoved(WEB));
        assertThat(shop.entities().list(Endpoint.KIND)).isEmpty();
    }

    @Test
    void shouldBeComposedByOwnersAlone() {
        Actor stranger = Actor.user(Name.of("mallory"), Set.of(), Set.of());
        shop.refused(stranger, process("web", at(gold), Images.image("web")), NOT_FOUND);
        shop.refused(LiveApplication.agent(oslo), process("web", at(gold), Images.image("web")), NOT_FOUND);
    }

    @Test
    void shouldBeWhereThereIsSomething() {
        Ref nowhere = new Ref(Name.of("nowhere"), gold.uid());
        assertThat(shop.refused(process("web", at(nowhere), Images.image("web")), NOT_FOUND))
                .returns(Optional.of("allocation.siteClasses"), Rejection::field);
        assertThat(shop.refused(process("web", atSites(nowhere), Images.image("web")), NOT_FOUND))
                .returns(Optional.of("allocation.sites"), Rejection::field);
        Set<Name> many = IntStream.range(0, 51).mapToObj(i -> Name.of("c" + i)).collect(Collectors.toSet());
        shop.refused(process("web", new Allocation.Wanted(Set.of(), many), Images.image("web")), LIMIT_REACHED);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 101, Integer.MAX_VALUE})
    void shouldRejectReplicasOutOfBounds(int replicas) {
        shop.refused(new ComposeProcess(WEB, at(gold), Images.image("web"), replicas, List.of()), INVALID_VALUE);
        shop.given(process("web", at(gold), Images.image("web")));
        shop.refused(replicas("web", replicas), INVALID_VALUE);
    }

    static Stream<List<Label>> flawedEnv() {
        return Stream.of(
                List.of(new Label("9LIVES", "")),
                List.of(new Label("", "x")),
                List.of(new Label("A", "1"), new Label("A", "2")),
                List.of(new Label("A", "x".repeat(4_001))),
                List.of(new Label("A", "\0")));
    }

    @ParameterizedTest
    @MethodSource("flawedEnv")
    void shouldRejectVariablesThatNoPlatformTakes(List<Label> env) {
        shop.refused(new ComposeProcess(WEB, at(gold), Images.image("web"), 1, env), INVALID_VALUE);
    }

    @Test
    void shouldRejectTooManyVariables() {
        List<Label> env =
                IntStream.range(0, 101).mapToObj(i -> new Label("V" + i, "")).toList();
        shop.refused(new ComposeProcess(WEB, at(gold), Images.image("web"), 1, env), LIMIT_REACHED);
    }

    static Stream<IngressSpec> flawedIngresses() {
        return Stream.of(
                new IngressSpec("orders", 80, 1, Exposure.CLUSTER, Fan.SINGLE),
                new IngressSpec(ORDERS, 0, 1, Exposure.CLUSTER, Fan.SINGLE),
                new IngressSpec(ORDERS, 65_536, 1, Exposure.CLUSTER, Fan.SINGLE),
                new IngressSpec(ORDERS, 80, 2, Exposure.CLUSTER, Fan.SINGLE),
                new IngressSpec(ORDERS, 80, 0, Exposure.CLUSTER, Fan.PER_OFFERING_SITE),
                new IngressSpec(ORDERS, 80, 1_001, Exposure.CLUSTER, Fan.PER_OFFERING_SITE),
                new IngressSpec(ORDERS, 65_530, 7, Exposure.CLUSTER, Fan.PER_OFFERING_SITE));
    }

    @ParameterizedTest
    @MethodSource("flawedIngresses")
    void shouldRejectIngressesThatNoHostHasRoomFor(IngressSpec spec) {
        shop.refused(new ComposeIngress(WEB, at(gold), spec), INVALID_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Example.com", "a b", "-a", "1.2.3", "::x"})
    void shouldRejectTargetsThatAreNoHost(String host) {
        Endpoint.EgressSpec spec = new Endpoint.EgressSpec(ORDERS, Optional.of(host), Optional.of(80));
        assertThat(shop.refused(new ComposeEgress(WEB, at(gold), spec), INVALID_VALUE))
                .returns(Optional.of("egress.host"), Rejection::field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "10.0.0.1", "fe80::1", "::1"})
    void shouldLeadToAnyHost(String host) {
        shop.given(
                new ComposeEgress(WEB, at(gold), new Endpoint.EgressSpec(ORDERS, Optional.of(host), Optional.of(80))));
    }

    @Test
    void shouldHaveAtMostFiveHundred() {
        for (int i = 0; i < EndpointRules.MAX_ENDPOINTS; i++) {
            Endpoint filler = new Endpoint.Egress(
                    shop.meta("e" + i, shop.uid("e")),
                    new Allocation(Set.of(), Set.of()),
                    Versions.first(
                            new Group.OfEgress(
                                    Name.of("e" + i),
                                    new Endpoint.EgressSpec(ORDERS, Optional.empty(), Optional.empty()),
                                    Set.of()),
                            1));
            shop.entities().apply(Change.put(filler));
        }
        shop.refused(process("web", at(gold), Images.image("web")), LIMIT_REACHED);
    }

    @Test
    void shouldChangeOnlyWhatItHas() {
        shop.given(process("web", at(gold), Images.image("web")));
        shop.given(ingress("in", at(gold), ORDERS, 80));
        shop.given(egress("out", at(gold), ORDERS));
        assertThat(shop.refused(change("web", single(ORDERS, 80)), INVALID_VALUE))
                .returns(Optional.of("ingress"), Rejection::field);
        assertThat(shop.refused(replicas("in", 2), INVALID_VALUE)).returns(Optional.of("replicas"), Rejection::field);
        assertThat(shop.refused(change("out", single(ORDERS, 80)), INVALID_VALUE))
                .returns(Optional.of("ingress"), Rejection::field);
        shop.refused(replicas("gone", 2), NOT_FOUND);
    }

    @Test
    void shouldNotChangeIntoWhatItIs() {
        shop.given(process("web", at(gold), Images.image("web")));
        assertThat(shop.given(replicas("web", 1))).isEmpty();
        assertThat(shop.given(move("web", at(gold)))).isEmpty();
        assertThat(shop.given(replicas("web", 2))).hasSize(1);
    }

    @Test
    void shouldKeepWhatItsLinksNeed() {
        shop.given(process("web", at(gold), Images.offering("web", ORDERS)));
        shop.given(link("orders", ORDERS, offers("web")));
        ChangeEndpoint other = new ChangeEndpoint(
                WEB,
                Optional.empty(),
                Optional.of(Images.offering("web", OTHER)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(shop.refused(other, IN_USE).detail()).contains("'orders'", "offer", ORDERS);
    }

    @Test
    void shouldLeaveItsLinksWhenItGoesAndChangeNobodyElse() {
        shop.given(process("web", at(gold), Images.offering("web", ORDERS)));
        shop.given(ingress("in", at(silver), ORDERS, 80));
        shop.given(link("orders", ORDERS, offers("web"), requires("in")));
        String digest = shop.endpoint("in").digest();
        shop.accepts(oslo, "web");
        shop.given(new RemoveEndpoint(WEB));
        assertThat(shop.entities().get(ServiceLink.KIND, Name.of("orders")).members())
                .containsExactly(requires("in"));
        assertThat(shop.endpoint("in").digest()).isEqualTo(digest);
        assertThat(shop.entities().list(Deployment.KIND)).isEmpty();
    }

    @Test
    void shouldKeepWhatSitesHoldUntilTheyHoldSomethingNewer() {
        shop.given(process("web", at(gold), Images.image("web")));
        String first = shop.endpoint("web").digest();
        shop.accepts(oslo, "web");
        shop.given(replicas("web", 2));
        assertThat(shop.endpoint("web").versions().older())
                .singleElement()
                .returns(first, Versions.Version::digest)
                .returns(1L, Versions.Version::holders);
        shop.accepts(oslo, "web");
        assertThat(shop.endpoint("web").versions().older()).isEmpty();
        assertThat(shop.endpoint("web").versions().current().holders()).isOne();
    }

    @Test
    void shouldFindAVersionAgain() {
        shop.given(process("web", at(gold), Images.image("web")));
        shop.accepts(oslo, "web");
        shop.given(replicas("web", 2));
        shop.given(replicas("web", 1));
        assertThat(shop.endpoint("web").versions().older()).isEmpty();
        assertThat(shop.endpoint("web").versions().current().holders()).isOne();
        assertThat(shop.changes(oslo)).isEmpty();
    }

    @Test
    void shouldRefuseAChangeThatLeavesTooManyBehindAndNameThem() {
        shop.given(process("web", at(gold), Images.image("web")));
        for (int i = 0; i <= Versions.MAX_OLDER; i++) {
            shop.accepts(shop.site("site-" + i, AcceptancePolicy.ASK, gold), "web");
            if (i < Versions.MAX_OLDER) {
                shop.given(replicas("web", i + 2));
            }
        }
        assertThat(shop.refused(replicas("web", 50), LIMIT_REACHED).detail()).contains("'web'", "'site-0'");
        shop.given(new RemoveEndpoint(WEB));
    }

    @Test
    void shouldKeepThePlacesThatSitesHave() {
        shop.given(process("web", at(gold), Images.offering("web", ORDERS)));
        shop.given(fanned("in", at(silver), ORDERS, 9000, 4));
        shop.given(link("orders", ORDERS, offers("web"), requires("in")));
        shop.accepts(oslo, "web");
        shop.accepts(shop.site("rome", AcceptancePolicy.ASK, gold), "web");
        assertThat(shop.refused(change("in", fanned(ORDERS, 9000, 1)), IN_USE).detail())
                .contains("'rome'");
        shop.given(change("in", fanned(ORDERS, 9100, 2)));
        assertThat(shop.ingress("in").slots()).extracting(Slot::number).containsExactly(0, 1);
        shop.given(change("in", single(ORDERS, 9000)));
        assertThat(shop.ingress("in").slots()).isEmpty();
        shop.given(change("in", fanned(ORDERS, 9000, 2)));
        assertThat(shop.ingress("in").slots()).hasSize(2);
    }
}
