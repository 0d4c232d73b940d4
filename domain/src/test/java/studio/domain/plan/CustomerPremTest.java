package studio.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.network.Compositions.at;
import static studio.domain.network.Compositions.atSites;
import static studio.domain.network.Compositions.fanned;
import static studio.domain.network.Compositions.link;
import static studio.domain.network.Compositions.offers;
import static studio.domain.network.Compositions.process;
import static studio.domain.network.Compositions.requires;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.Name;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Images;
import studio.domain.network.LiveApplication;
import studio.domain.network.Ref;
import studio.domain.network.ServiceLink.Scope;
import studio.domain.network.ServiceLinkCommand.ChangeServiceLink;

/** The mission's scenario from its step 8 on: an application at headquarters and at customers, one of whom declines a part of it. */
class CustomerPremTest {

    private static final String MONITORING = "acme/monitoring";
    private static final String ORDERS = "acme/orders";

    private final LiveApplication shop = new LiveApplication();
    private final Ref gold = shop.siteClass("gold");
    private final Ref hq = shop.site("hq", AcceptancePolicy.ACCEPT_ALL);
    private final Ref customerA = shop.site("customer-a", AcceptancePolicy.ASK, gold);
    private final Ref customerB = shop.site("customer-b", AcceptancePolicy.ASK, gold);

    /** Steps 8 and 9, but for the ingress at headquarters. */
    private void compose() {
        shop.given(process("backend", atSites(hq), Images.offering("backend", ORDERS)));
        shop.given(process("shop-floor", at(gold), Images.requiring("shop-floor", ORDERS)));
        shop.given(process("monitoring", at(gold), Images.offering("monitoring", MONITORING)));
        shop.given(link("orders", ORDERS, offers("backend"), requires("shop-floor")));
        shop.given(link("watch", MONITORING, Scope.SITE, offers("monitoring")));
    }

    private void composeIngress() {
        shop.given(fanned("dashboards", atSites(hq), MONITORING, 9000, 10));
        shop.given(new ChangeServiceLink(
                Name.of("watch"),
                Optional.of(Set.of(offers("monitoring"), requires("dashboards"))),
                Optional.empty(),
                Optional.empty()));
    }

    private void customersDecide() {
        shop.accepts(customerA, "shop-floor", "monitoring");
        shop.accepts(customerB, "shop-floor");
        shop.declines(customerB, "our data stays here", "monitoring");
    }

    @Test
    void shouldShowACustomerTheChangesAndDeployWhatItAccepts() {
        compose();
        assertThat(shop.changes(customerA)).containsExactly("process/monitoring", "process/shop-floor");
        shop.accepts(customerA, "shop-floor", "monitoring");
        assertThat(shop.changes(customerA)).isEmpty();
        assertThat(shop.keys(customerA))
                .containsExactly(
                        "connector/monitoring/acme/monitoring",
                        "decision/monitoring",
                        "decision/shop-floor",
                        "listener/orders:5432",
                        "process/monitoring",
                        "process/shop-floor");
        shop.runs(customerA, "shop-floor", "monitoring");
        assertThat(Why.of(shop.entities(), customerA.uid(), shop.endpoint("monitoring"), shop.now()))
                .extracting(Finding::text)
                .containsExactly("'monitoring' at 'customer-a' runs");
    }

    @Test
    void shouldAskHeadquartersNothing() {
        compose();
        composeIngress();
        assertThat(shop.changes(hq)).isEmpty();
        assertThat(shop.keys(hq))
                .containsExactly("connector/backend/acme/orders", "ingress/dashboards", "process/backend");
    }

    @Test
    void shouldMakeNoIngressForTheCustomerWhoDeclined() {
        compose();
        composeIngress();
        customersDecide();
        assertNoIngressForCustomerB();
    }

    @Test
    void shouldMakeNoIngressForTheCustomerWhoDeclinedBeforeThereWasOne() {
        compose();
        customersDecide();
        composeIngress();
        assertNoIngressForCustomerB();
    }

    private void assertNoIngressForCustomerB() {
        assertThat(shop.keys(hq))
                .contains("ingress/dashboards", "ingress/dashboards/" + customerA.uid())
                .doesNotContain("ingress/dashboards/" + customerB.uid());
        assertThat(((ItemSpec.Instance)
                        shop.item(hq, "ingress/dashboards/" + customerA.uid()).spec()))
                .returns("dashboards-customer-a", ItemSpec.Instance::name)
                .returns(9000, ItemSpec.Instance::port)
                .satisfies(instance -> assertThat(instance.address()).endsWith("/s/" + customerA.uid()));
        List<Finding> findings = Why.of(shop.entities(), hq.uid(), shop.endpoint("dashboards"), shop.now());
        assertThat(findings)
                .filteredOn(finding -> finding.code() == Finding.Code.DECLINED)
                .extracting(Finding::text)
                .containsExactly("'customer-b' declined 'monitoring': our data stays here");
        assertThat(Why.of(shop.entities(), shop.ingress("dashboards"), customerB.uid(), shop.now()))
                .extracting(Finding::code)
                .containsExactly(Finding.Code.DECLINED);
        assertThat(shop.changes(customerB)).isEmpty();
    }

    @Test
    void shouldChangeNothingButTheDecliningCustomersPartAndItsIngress() {
        compose();
        composeIngress();
        shop.accepts(customerA, "monitoring");
        shop.accepts(customerB, "monitoring");
        List<Item> ofA = shop.document(customerA);
        String digest = shop.endpoint("dashboards").digest();
        assertThat(shop.keys(hq)).contains("ingress/dashboards/" + customerB.uid());
        shop.declines(customerB, "changed our mind", "monitoring");
        assertThat(shop.keys(hq)).doesNotContain("ingress/dashboards/" + customerB.uid());
        assertThat(shop.document(customerA)).isEqualTo(ofA);
        assertThat(shop.endpoint("dashboards").digest()).isEqualTo(digest);
    }
}
