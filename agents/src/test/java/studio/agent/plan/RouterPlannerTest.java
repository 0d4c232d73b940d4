package studio.agent.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.agent.plan.Wanted.desired;
import static studio.agent.plan.Wanted.edge;
import static studio.agent.plan.Wanted.link;
import static studio.agent.plan.Wanted.profile;
import static studio.agent.plan.Wanted.tcpListener;
import static studio.agent.plan.Wanted.vhost;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.agent.plan.ObservedRouter.Listening;
import studio.agent.router.EntityType;
import studio.agent.router.Listener;
import studio.agent.router.Observed;
import studio.agent.router.SslProfile;
import studio.agent.router.Vhost;

class RouterPlannerTest {

    private final RouterModel router = new RouterModel();
    private final SslProfile profile = profile("net", 1);
    private final Vhost vhost = vhost("net", "a/*");
    private final Listener listener = edge("net", 5671, profile, vhost);

    @Test
    void shouldMakeWhatIsNeededFirst() {
        Plan plan = plan(desired(listener, profile, vhost));

        assertThat(lines(plan))
                .containsExactly(
                        "Create studio-vhost-net MISSING",
                        "Create studio-net MISSING",
                        "Create studio-edge-net MISSING");
    }

    @Test
    void shouldPlanNothingForWhatIsThere() {
        router.with(profile).with(vhost).with(listener);

        assertThat(plan(desired(listener, profile, vhost)).isConverged()).isTrue();
    }

    @Test
    void shouldRemoveWhatUsesSomethingBeforeIt() {
        router.with(profile).with(vhost).with(listener);

        Plan plan = plan(desired());

        assertThat(lines(plan))
                .containsExactly(
                        "Delete studio-edge-net UNWANTED",
                        "Delete studio-net UNWANTED",
                        "Delete studio-vhost-net UNWANTED");
    }

    @Test
    void shouldTouchNothingThatIsForeign() {
        router.with(new Observed(EntityType.LISTENER, "mgmt", Map.of("port", "1")))
                .with(new Observed(EntityType.SSL_PROFILE, "net-of-somebody", Map.of()));

        assertThat(plan(desired()).operations()).isEmpty();
    }

    @Test
    void shouldSendAllAttributesOfWhatCanBeUpdated() {
        router.with(profile).with(vhost).with(listener);

        Plan plan = plan(desired(profile("net", 2), vhost, listener));

        assertThat(lines(plan))
                .containsExactly("Update studio-net CHANGED caCertFile, certFile, privateKeyFile, ordinal");
        assertThat(plan.operations().getFirst())
                .isInstanceOfSatisfying(
                        RouterOperation.Update.class,
                        update -> assertThat(update.entity().updatableValues())
                                .containsKeys(
                                        "caCertFile", "certFile", "privateKeyFile", "ordinal", "oldestValidOrdinal")
                                .doesNotContainKey("uidFormat"));
    }

    @Test
    void shouldSayWhoMayDoWhatBeforeConnectionsAreMadeAnew() {
        router.with(profile).with(vhost).with(listener);

        Plan plan = plan(desired(profile("net", 2), vhost("net", "b/*"), listener));

        assertThat(lines(plan).getFirst()).isEqualTo("Update studio-vhost-net CHANGED groups");
        assertThat(plan.operations().getLast().after()).containsExactly("studio-vhost-net");
    }

    @Test
    void shouldReplaceWhatCannotBeUpdated() {
        router.with(profile).with(vhost).with(listener);

        Plan plan = plan(desired(profile, vhost, edge("net", 5672, profile, vhost)));

        assertThat(lines(plan))
                .containsExactly("Delete studio-edge-net CHANGED port", "Create studio-edge-net CHANGED port");
    }

    @Test
    void shouldFreeAPortBeforeItIsTakenAgain() {
        router.with(tcpListener("a", 9000));

        Plan plan = plan(desired(tcpListener("b", 9000)));

        assertThat(lines(plan)).containsExactly("Delete studio-in-a UNWANTED", "Create studio-in-b MISSING");
    }

    @Test
    void shouldSendAgainWhatTheRouterMayOnlyShow() {
        router.with(profile).with(vhost);

        Plan plan = RouterPlanner.plan(
                desired(profile, vhost), router.observe(), new Memory(Set.of(profile.name()), Set.of(), false));

        assertThat(lines(plan)).containsExactly("Update studio-net MISTRUSTED");
    }

    @Test
    void shouldLeaveAloneWhatWasRefusedAShortWhileAgo() {
        Plan plan = RouterPlanner.plan(
                desired(profile), router.observe(), new Memory(Set.of(), Set.of(profile.name()), false));

        assertThat(plan.operations()).isEmpty();
        assertThat(plan.waiting()).containsExactly(new Plan.Waiting(profile.name(), Plan.Why.RESTING));
    }

    @Test
    void shouldNotListenWhereAnotherProgramDoes() {
        router.with(profile).with(vhost);

        Plan plan = RouterPlanner.plan(desired(profile, vhost, listener), listening(Listening.ANOTHER), Memory.NONE);

        assertThat(plan.operations()).isEmpty();
        assertThat(plan.waiting()).containsExactly(new Plan.Waiting(listener.name(), Plan.Why.PORT_TAKEN));
    }

    @Test
    void shouldMakeAListenerAnewThatDoesNotListen() {
        router.with(profile).with(vhost).with(listener);

        Plan plan = RouterPlanner.plan(desired(profile, vhost, listener), listening(Listening.NOBODY), Memory.NONE);

        assertThat(lines(plan))
                .containsExactly("Delete studio-edge-net NOT_LISTENING", "Create studio-edge-net NOT_LISTENING");
    }

    @Test
    void shouldTryAPortAgainOnlyWhenItIsTime() {
        Map<String, Object> values = new HashMap<>(tcpListener("a", 9000).values());
        values.putAll(Map.of("operStatus", "down", "connectionMsg", "Address already in use"));
        router.with(new Observed(EntityType.TCP_LISTENER, "studio-in-a", values));
        Desired desired = desired(tcpListener("a", 9000));

        assertThat(plan(desired).operations()).isEmpty();
        assertThat(lines(RouterPlanner.plan(desired, router.observe(), new Memory(Set.of(), Set.of(), true))))
                .containsExactly(
                        "Delete studio-in-a NOT_LISTENING Address already in use",
                        "Create studio-in-a NOT_LISTENING Address already in use");
    }

    @Test
    void shouldKeepTheLastLinkUntilAnotherWorks() {
        router.with(profile).with(link("a", 1000, 1, profile));
        Desired desired = desired(profile, link("b", 1000, 1, profile));

        Plan first = plan(desired);
        assertThat(lines(first)).containsExactly("Create studio-link-b MISSING");
        assertThat(first.waiting()).containsExactly(new Plan.Waiting("studio-link-a", Plan.Why.LAST_LINK));

        router.apply(first);
        assertThat(lines(plan(desired))).containsExactly("Delete studio-link-a UNWANTED");
    }

    @Test
    void shouldChangeTheLastLinkUnderAnotherName() {
        router.with(profile).with(link("a", 1000, 1, profile));
        Desired desired = desired(profile, link("a", 1000, 7, profile));

        Plan first = plan(desired);
        assertThat(lines(first)).containsExactly("Create studio-link-a.b CHANGED cost");
        router.apply(first);
        Plan second = plan(desired);
        assertThat(lines(second)).containsExactly("Delete studio-link-a UNWANTED");
        router.apply(second);

        assertThat(plan(desired).isConverged()).isTrue();
    }

    @Test
    void shouldRemoveTheLastLinkWhenNoneIsWanted() {
        router.with(profile).with(link("a", 1000, 1, profile));

        assertThat(lines(plan(desired(profile)))).containsExactly("Delete studio-link-a UNWANTED");
    }

    @Test
    void shouldReplaceWhoeverUsesAProfileThatIsMadeAnew() {
        router.with(vhost).with(profile).with(listener);
        Observed seen =
                Optional.ofNullable(router.entities().get(profile.name())).orElseThrow();
        Map<String, Object> values = new HashMap<>(seen.values());
        values.remove("uidFormat");
        router.with(new Observed(seen.type(), seen.name(), values));

        Plan plan = plan(desired(profile, vhost, listener));

        assertThat(lines(plan))
                .containsExactly(
                        "Delete studio-edge-net PROFILE_REPLACED studio-net",
                        "Delete studio-net CHANGED uidFormat",
                        "Create studio-net CHANGED uidFormat",
                        "Create studio-edge-net PROFILE_REPLACED studio-net");
    }

    @Test
    void shouldWantNothingThatARouterWouldMisunderstand() {
        Desired desired = desired(
                tcpListener("a", 99_999),
                tcpListener("b", 9000),
                tcpListener("c", 9000),
                link("d", 1, 0, profile),
                link("e", 1, 1, profile));

        assertThat(desired.entities()).containsOnlyKeys("studio-in-b");
        assertThat(desired.defects().get("studio-in-a")).hasToString("port must be 1 to 65535, not 99999");
        assertThat(desired.defects().get("studio-in-c")).hasToString("port is taken by another entity: port 9000");
        assertThat(desired.defects().get("studio-link-d")).hasToString("cost must be 1 or more, not 0");
        assertThat(desired.defects().get("studio-link-e"))
                .hasToString("needs studio-net, which is not wanted or is wrong");
    }

    private Plan plan(Desired desired) {
        return RouterPlanner.plan(desired, router.observe(), Memory.NONE);
    }

    private ObservedRouter listening(Listening state) {
        return new ObservedRouter(router.observe().entities(), List.of(), Map.of(listener.name(), state));
    }

    private static List<String> lines(Plan plan) {
        return plan.operations().stream()
                .map(operation ->
                        operation.getClass().getSimpleName() + " " + operation.name() + " " + operation.reason())
                .toList();
    }
}
