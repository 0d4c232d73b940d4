package studio.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.network.Compositions.at;
import static studio.domain.network.Compositions.atSites;
import static studio.domain.network.Compositions.egress;
import static studio.domain.network.Compositions.ingress;
import static studio.domain.network.Compositions.link;
import static studio.domain.network.Compositions.offers;
import static studio.domain.network.Compositions.process;
import static studio.domain.network.Compositions.replicas;
import static studio.domain.network.Compositions.requires;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.domain.kernel.Name;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Attachment;
import studio.domain.network.EdgeLink;
import studio.domain.network.EndpointCommand.ComposeProcess;
import studio.domain.network.Images;
import studio.domain.network.Label;
import studio.domain.network.LiveApplication;
import studio.domain.network.MemberCommand.LeaveNetwork;
import studio.domain.network.MemberCommand.PauseSite;
import studio.domain.network.MemberCommand.RenameSite;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.NetworkCommand.ResumeNetwork;
import studio.domain.network.NetworkCommand.SuspendNetwork;
import studio.domain.network.Ref;
import studio.domain.network.ServiceLink;
import studio.domain.network.ServiceLink.Distribution;
import studio.domain.network.ServiceLink.Scope;
import studio.domain.network.ServiceLinkCommand.LinkService;
import studio.domain.network.ServiceLinkCommand.UnlinkService;
import studio.domain.spec.DecisionTable;

class PlannerTest {

    private static final String ORDERS = "acme/orders";

    /** What an endpoint's addresses are; V, L, C and S stand for the uids of network, link, class and site. */
    private static final DecisionTable ADDRESSES = DecisionTable.of("""
            scope and distribution | of a class              | of a site
            NETWORK BALANCED       | V/L                     | V/L
            NETWORK CLOSEST        | V/closest/L             | V/closest/L
            SITE_CLASS BALANCED    | V/L/c/C                 | V/L/c/C
            SITE_CLASS CLOSEST     | V/closest/L/c/C         | V/closest/L/c/C
            SITE BALANCED          | V/L/s/{site.uid}        | V/L/s/S
            SITE CLOSEST           | V/closest/L/s/{site.uid}| V/closest/L/s/S
            """);

    private final LiveApplication shop = new LiveApplication();
    private final Ref gold = shop.siteClass("gold");
    private final Ref oslo = shop.site("oslo", AcceptancePolicy.ASK, gold);

    @TestFactory
    Stream<DynamicTest> shouldGiveAddresses() {
        return ADDRESSES.tests((row, column) -> new PlannerTest().address(row.split(" "), column));
    }

    private String address(String[] row, String where) {
        boolean ofClass = where.equals("of a class");
        shop.given(process("web", ofClass ? at(gold) : atSites(oslo), Images.offering("web", ORDERS)));
        shop.given(process("client", ofClass ? at(gold) : atSites(oslo), Images.requiring("client", ORDERS)));
        shop.given(new LinkService(
                Name.of("orders"),
                ORDERS,
                Set.of(offers("web"), requires("client")),
                Scope.valueOf(row[0]),
                Distribution.valueOf(row[1])));
        String served = ((ItemSpec.Connector) document(ItemKind.CONNECTOR).spec())
                .addresses()
                .getFirst();
        String called = ((ItemSpec.Listener) document(ItemKind.LISTENER).spec()).address();
        assertThat(called).isEqualTo(served);
        String link = shop.entities()
                .get(ServiceLink.KIND, Name.of("orders"))
                .meta()
                .uid()
                .toString();
        return served.replace(shop.entities().list(Network.KIND).getFirst().vanId(), "V")
                .replace(link, "L")
                .replace(gold.uid().toString(), "C")
                .replace(oslo.uid().toString(), "S");
    }

    private Item document(ItemKind kind) {
        return shop.document(oslo).stream()
                .filter(item -> item.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldServeEveryClassOfASiteAndCallTheOldest() {
        Ref silver = shop.siteClass("silver");
        Ref rome = shop.site("rome", AcceptancePolicy.ASK, gold, silver);
        shop.given(process("web", at(gold, silver), Images.offering("web", ORDERS)));
        shop.given(process("client", at(gold, silver), Images.requiring("client", ORDERS)));
        shop.given(link("orders", ORDERS, Scope.SITE_CLASS, offers("web"), requires("client")));
        assertThat(shop.keys(rome))
                .contains("connector/web/acme/orders/" + gold.uid(), "connector/web/acme/orders/" + silver.uid());
        assertThat(((ItemSpec.Listener) shop.item(rome, "listener/orders:5432").spec()).address())
                .endsWith("/c/" + gold.uid());
    }

    @Test
    void shouldTellAProcessWhereItsServicesAre() {
        shop.given(new ComposeProcess(
                Name.of("client"),
                at(gold),
                Images.requiring("client", ORDERS),
                1,
                List.of(new Label("LOG", "debug"))));
        assertThat(((ItemSpec.Process) shop.item(oslo, "process/client").spec()).env())
                .containsExactly(new Label("LOG", "debug"));
        shop.given(link("orders", ORDERS, requires("client")));
        assertThat(((ItemSpec.Process) shop.item(oslo, "process/client").spec()).env())
                .containsExactly(
                        new Label("LOG", "debug"),
                        new Label("ORDERS_HOST", "orders"),
                        new Label("ORDERS_PORT", "5432"));
    }

    @Test
    void shouldPlanIngressesAndEgresses() {
        shop.given(ingress("in", at(gold), ORDERS, 8080));
        shop.given(egress("out", at(gold), ORDERS));
        assertThat(((ItemSpec.Ingress) shop.item(oslo, "ingress/in").spec()).address())
                .isEmpty();
        shop.given(link("orders", ORDERS, offers("out"), requires("in")));
        Optional<String> address =
                ((ItemSpec.Ingress) shop.item(oslo, "ingress/in").spec()).address();
        assertThat(address).isPresent();
        assertThat(((ItemSpec.Egress) shop.item(oslo, "egress/out").spec()).addresses())
                .containsExactly(address.orElseThrow());
    }

    @Test
    void shouldKeepWhatSitesStillHoldBehindWhatIsProposed() {
        shop.given(process("client", at(gold), Images.requiring("client", ORDERS)));
        shop.given(link("orders", ORDERS, requires("client")));
        String held = shop.endpoint("client").digest();
        shop.accepts(oslo, "client");
        shop.given(new UnlinkService(Name.of("orders")));
        assertThat(shop.item(oslo, "process/client").previous())
                .extracting(Item.Previous::digest)
                .containsExactly(held);
        assertThat(shop.keys(oslo)).contains("listener/orders:5432");
        shop.accepts(oslo, "client");
        assertThat(shop.keys(oslo)).doesNotContain("listener/orders:5432");
    }

    @Test
    void shouldStandStillWithItsNetworkAndItsSite() {
        shop.given(process("web", at(gold), Images.image("web")));
        shop.accepts(oslo, "web");
        shop.given(new SuspendNetwork("audit"));
        assertThat(shop.keys(oslo)).containsExactly("decision/web", "halt");
        assertThat(Why.of(shop.entities(), oslo.uid(), shop.endpoint("web"), shop.now()))
                .extracting(Finding::code)
                .contains(Finding.Code.HALTED);
        shop.given(new ResumeNetwork());
        assertThat(shop.keys(oslo)).containsExactly("decision/web", "process/web");
        shop.given(new PauseSite(oslo.name()));
        assertThat(shop.keys(oslo)).containsExactly("decision/web", "halt");
    }

    @Test
    void shouldSayWhenASiteIsToGo() {
        shop.given(process("web", at(gold), Images.image("web")));
        shop.submit(LiveApplication.agent(oslo), new LeaveNetwork(oslo.uid()));
        assertThat(shop.keys(oslo)).containsExactly("decommission");
        assertThat(Document.of(shop.entities(), shop.uid("nobody"))).isEmpty();
    }

    @Test
    void shouldConnectWhereTheInvitationSays() {
        Ref invitation =
                shop.entities().get(MemberSite.KIND, oslo.name()).spec().invitation();
        Name paris = Name.of("paris");
        Attachment.Endpoint target =
                new Attachment.Endpoint(shop.uid("attachment"), shop.uid("point"), "paris.example", 5671, "PEM");
        shop.put(new EdgeLink(shop.meta("x.paris", shop.uid("link")), invitation.name(), paris, 2));
        assertThat(shop.keys(oslo)).isEmpty();
        shop.put(new Attachment.Ready(shop.meta("paris", shop.uid("paris")), target));
        assertThat(shop.item(oslo, "link/paris").spec()).isEqualTo(new ItemSpec.Link(paris, target, 2));
        shop.put(new Attachment.Withdrawn(shop.meta("paris", shop.uid("paris"))));
        assertThat(shop.keys(oslo)).isEmpty();
    }

    @Test
    void shouldNotChangeWithNamesAndNumbers() {
        shop.given(process("web", at(gold), Images.image("web")));
        List<Item> before = shop.document(oslo);
        shop.given(new RenameSite(oslo.name(), Name.of("bergen")));
        assertThat(shop.document(oslo)).isEqualTo(before);
        shop.given(replicas("web", 2));
        assertThat(shop.document(oslo)).isNotEqualTo(before);
    }

    @Test
    void shouldSayWhyAnEndpointIsNotThere() {
        shop.given(process("web", at(gold), Images.image("web")));
        shop.given(process("other", at(), Images.image("other")));
        Map.of(
                        "web", List.of("'oslo' has not decided about 'web'", "'web' is part of no service link"),
                        "other", List.of("'other' is not meant for 'oslo'", "'other' is part of no service link"))
                .forEach((endpoint, texts) -> assertThat(
                                Why.of(shop.entities(), oslo.uid(), shop.endpoint(endpoint), shop.now()))
                        .extracting(Finding::text)
                        .isEqualTo(texts));
        shop.accepts(oslo, "web");
        assertThat(Why.of(shop.entities(), oslo.uid(), shop.endpoint("web"), shop.now()))
                .extracting(Finding::code)
                .contains(Finding.Code.PENDING);
    }

    @Test
    void shouldNameAudiencesByUid() {
        assertThat(Document.audiences(shop.entities(), oslo.uid()).stream().map(Audience::key))
                .containsExactly(
                        "site/" + oslo.uid(),
                        "class/" + gold.uid(),
                        "invitation/"
                                + shop.entities()
                                        .get(MemberSite.KIND, oslo.name())
                                        .spec()
                                        .invitation()
                                        .uid(),
                        "network");
    }
}
