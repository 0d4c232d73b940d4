package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.ServiceLink.Distribution;
import studio.domain.network.ServiceLink.Role;
import studio.domain.network.ServiceLink.Scope;

/** Signatures stand on these digests, so no version of Studio may change one: a digest here is never rewritten, only joined by others. */
class GroupDigestTest {

    private static final Ref ORDERS = ref("orders", 1);
    private static final Ref WATCH = ref("watch", 2);

    private static final Group.OfProcess PROCESS = new Group.OfProcess(
            Name.of("shop-floor"),
            Images.image("shop-floor", "1.4.2", List.of("acme/monitoring"), List.of("acme/orders")),
            2,
            List.of(new Label("ZONE", "north"), new Label("DEPTH", "3\n4")),
            Set.of(
                    new Binding(ORDERS, "acme/orders", Role.REQUIRES, Scope.NETWORK, Distribution.BALANCED),
                    new Binding(WATCH, "acme/monitoring", Role.OFFERS, Scope.SITE, Distribution.CLOSEST)));

    private static final Group.OfIngress INGRESS = new Group.OfIngress(
            Name.of("dashboards"),
            new Endpoint.IngressSpec(
                    "acme/monitoring", 9000, 10, Endpoint.Exposure.ROUTE, Endpoint.Fan.PER_OFFERING_SITE),
            Set.of(new Binding(WATCH, "acme/monitoring", Role.REQUIRES, Scope.SITE, Distribution.CLOSEST)));

    private static final Group.OfEgress EGRESS = new Group.OfEgress(
            Name.of("mainframe"),
            new Endpoint.EgressSpec("acme/orders", Optional.of("mainframe.example.com"), Optional.empty()),
            Set.of(new Binding(ORDERS, "acme/orders", Role.OFFERS, Scope.NETWORK, Distribution.BALANCED)));

    private static Ref ref(String name, int number) {
        return new Ref(Name.of(name), new Uid(new UUID(0x019a_0000_0000_7000L, 0x8000_0000_0000_0000L + number)));
    }

    @Test
    void shouldNeverChangeOfAProcess() {
        assertThat(PROCESS.digest()).isEqualTo("d1:bc915c8c4cca484d2a8683bc1806724acd0070ddab123a908590845a835e9489");
    }

    @Test
    void shouldNeverChangeOfAnIngress() {
        assertThat(INGRESS.digest()).isEqualTo("d1:72d7c8af3917b9ecab09772e92e60bd1f1abdeaafa248aa8eebdcf5254799fdd");
    }

    @Test
    void shouldNeverChangeOfAnEgress() {
        assertThat(EGRESS.digest()).isEqualTo("d1:a129399891041657f18815f4f97cdc7be079c6243629fcab8863b851ab5539a4");
    }

    @Test
    void shouldBeWrittenDownLineByLine() {
        assertThat(EGRESS.form()).hasToString("""
                endpoint-group/1
                kind 6 egress
                name 9 mainframe
                service 11 acme/orders
                host 21 mainframe.example.com
                bindings 1 1
                role 6 OFFERS
                service 11 acme/orders
                link 36 019a0000-0000-7000-8000-000000000001
                scope 7 NETWORK
                distribution 8 BALANCED
                """);
    }

    @Test
    void shouldNotDependOnOrder() {
        Group.OfProcess other = new Group.OfProcess(
                PROCESS.name(),
                PROCESS.image(),
                PROCESS.replicas(),
                PROCESS.env().reversed(),
                Set.copyOf(PROCESS.bindings().stream().sorted().toList().reversed()));
        assertThat(other.digest()).isEqualTo(PROCESS.digest());
    }

    @Test
    void shouldChangeWithTheArtifactOfAnyPlatform() {
        Group.OfProcess other = new Group.OfProcess(
                PROCESS.name(),
                Images.image("shop-floor-2", "1.4.2", List.of("acme/monitoring"), List.of("acme/orders")),
                PROCESS.replicas(),
                PROCESS.env(),
                PROCESS.bindings());
        assertThat(other.digest()).isNotEqualTo(PROCESS.digest());
    }
}
