package studio.agent.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.agent.TestNetwork;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.library.Artifacts;
import studio.domain.library.ImageSnapshot;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Deployment.Standing;
import studio.domain.network.Endpoint;
import studio.domain.network.Group;
import studio.domain.network.NetworkCommand.ResumeNetwork;
import studio.domain.network.NetworkCommand.SuspendNetwork;
import studio.domain.network.Ref;
import studio.domain.network.ServiceLink;
import studio.domain.network.ServiceLinkCommand.ChangeServiceLink;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;

class JudgementTest {

    private static final String ORDERS = "acme/orders";

    private final TestNetwork network = new TestNetwork();
    private final TestKey key = new TestKey("ours");
    private final Ref hq = network.site("hq", AcceptancePolicy.ASK);
    private final Ref shop = network.site("shop", AcceptancePolicy.ASK);
    private Decisions decisions = Decisions.none(shop.uid(), AcceptancePolicy.ASK);
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    private void compose() {
        network.given(TestNetwork.process("backend", image("backend", "1", List.of(ORDERS), List.of()), hq, shop));
        network.given(TestNetwork.process("till", image("till", "1", List.of(), List.of(ORDERS)), shop));
        network.given(TestNetwork.link("orders", ORDERS, TestNetwork.offers("backend"), TestNetwork.requires("till")));
    }

    private static ImageSnapshot image(String name, String version, List<String> offers, List<String> requires) {
        Artifacts.Archive archive =
                new Artifacts.Archive(TestNetwork.NOWHERE.url(), Digest.ofText(version), TestNetwork.NOWHERE.command());
        return TestNetwork.image(name, version, archive, offers, requires);
    }

    private void newBackend() {
        network.given(TestNetwork.change("backend", image("backend", "2", List.of(ORDERS), List.of())));
    }

    private Judgement judge() {
        Judgement judgement = Judgement.of(network.document(shop), decisions, now);
        decisions = judgement.decisions();
        return judgement;
    }

    private void decide(String endpoint, Verdict verdict, Map<String, String> inputs) {
        Endpoint about = network.endpoint(endpoint);
        Statement.Said said = new Statement.Said(
                about.meta().uid().toString(),
                about.digest(),
                verdict,
                verdict == Verdict.ACCEPT ? "" : "no",
                inputs,
                "pat");
        Statement statement = Statement.sign(decisions.nextSeq(), said, now, key);
        decisions = decisions.after(statement, about.ref());
        network.hears(shop, statement.frame());
    }

    private void accept(String... endpoints) {
        Stream.of(endpoints).forEach(endpoint -> decide(endpoint, Verdict.ACCEPT, Map.of()));
    }

    private static List<String> keys(Judgement judgement) {
        return judgement.inForce().stream()
                .filter(item -> item.kind().isOfEndpoint())
                .map(Item::key)
                .toList();
    }

    private static Change change(Judgement judgement, String endpoint) {
        return judgement.changes().stream()
                .filter(change -> change.endpoint().name().value().equals(endpoint))
                .findFirst()
                .orElseThrow();
    }

    private static ItemSpec spec(Judgement judgement, String key) {
        return judgement.inForce().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow()
                .spec();
    }

    @Test
    void shouldApplyNothingThatNobodyAccepted() {
        compose();

        Judgement judgement = judge();

        assertThat(keys(judgement)).isEmpty();
        assertThat(judgement.changes()).extracting(Change::standing).containsOnly(Standing.PROPOSED);
        assertThat(change(judgement, "backend").risks())
                .containsExactlyInAnyOrder(Change.Risk.NEW_IMAGE, Change.Risk.NEW_PORT);
    }

    @Test
    void shouldDecideAboutAProcessTogetherWithItsParts() {
        compose();
        accept("till");

        assertThat(keys(judge())).containsExactlyInAnyOrder("listener/orders:5432", "process/till");

        accept("backend");

        assertThat(keys(judge()))
                .containsExactlyInAnyOrder(
                        "connector/backend/acme/orders", "listener/orders:5432", "process/backend", "process/till");
    }

    @Test
    void shouldKeepWhatWasAcceptedBesideAProposal() {
        compose();
        accept("backend");
        String before = network.endpoint("backend").digest();
        judge();
        newBackend();

        Judgement judgement = judge();

        assertThat(((ItemSpec.Process) spec(judgement, "process/backend")).digest())
                .isEqualTo(before);
        assertThat(keys(judgement)).contains("connector/backend/acme/orders");
        Change change = change(judgement, "backend");
        assertThat(change.standing()).isEqualTo(Standing.PROPOSED);
        assertThat(change.risks()).containsExactly(Change.Risk.NEW_IMAGE);
        assertThat(change.difference()).extracting(Change.Field::name).contains("image", "content");
        assertThat(change.since()).isEqualTo(now);
    }

    @Test
    void shouldKeepTheOldVersionWhenTheNewOneIsDeclined() {
        compose();
        accept("backend");
        String before = network.endpoint("backend").digest();
        judge();
        newBackend();
        decide("backend", Verdict.DECLINE, Map.of());

        Judgement judgement = judge();

        assertThat(((ItemSpec.Process) spec(judgement, "process/backend")).digest())
                .isEqualTo(before);
        assertThat(judgement.rulings().get("process/backend"))
                .extracting(Judgement.Ruling::standing, Judgement.Ruling::reason)
                .containsExactly(Standing.DECLINED, Optional.of("no"));
    }

    @Test
    void shouldRemoveTheOldVersionWhenToldTo() {
        compose();
        accept("backend");
        judge();
        newBackend();
        decide("backend", Verdict.DECLINE_AND_REMOVE, Map.of());

        assertThat(keys(judge())).isEmpty();
    }

    @Test
    void shouldTakeTheNewVersionOnceItIsAccepted() {
        compose();
        accept("backend");
        judge();
        newBackend();
        accept("backend");

        Judgement judgement = judge();

        assertThat(((ItemSpec.Process) spec(judgement, "process/backend")).digest())
                .isEqualTo(network.endpoint("backend").digest());
    }

    @Test
    void shouldAcceptByPolicyUntilItEndsAndKeepWhatItAccepted() {
        decisions = Decisions.none(
                shop.uid(),
                new AcceptancePolicy(AcceptancePolicy.Mode.ACCEPT_ALL, Optional.of(now.plus(Duration.ofHours(1)))));
        compose();
        assertThat(keys(judge())).contains("process/backend", "process/till");
        String before = network.endpoint("till").digest();

        now = now.plus(Duration.ofHours(2));
        network.given(TestNetwork.change("till", image("till", "2", List.of(), List.of(ORDERS))));
        // Nobody said that the site holds it, so the network keeps the earlier version no longer.
        assertThat(keys(judge())).contains("process/backend").doesNotContain("process/till");
        assertThat(decisions.stances().values().stream().flatMap(stance -> stance.held().stream()))
                .doesNotContain(network.endpoint("till").digest());
        assertThat(before).isNotEqualTo(network.endpoint("till").digest());
    }

    @Test
    void shouldKeepADeclineUnderAPolicyThatAcceptsAll() {
        decisions = Decisions.none(shop.uid(), AcceptancePolicy.ACCEPT_ALL);
        compose();
        decide("backend", Verdict.DECLINE, Map.of());

        assertThat(keys(judge())).doesNotContain("process/backend").contains("process/till");
    }

    @Test
    void shouldNotBelieveADigestThatDoesNotStandForItsGroup() {
        compose();
        accept("backend");
        List<Item> lies = network.document(shop).stream()
                .map(item -> item.spec() instanceof ItemSpec.Process process
                                && process.endpoint().name().value().equals("backend")
                        ? new Item(
                                item.key(),
                                item.digest(),
                                new ItemSpec.Process(
                                        process.endpoint(),
                                        process.digest(),
                                        new Group.OfProcess(
                                                process.group().name(),
                                                image("evil", "1", List.of(ORDERS), List.of()),
                                                1,
                                                List.of(),
                                                process.group().bindings()),
                                        process.env()),
                                item.previous(),
                                item.cause())
                        : item)
                .toList();

        Judgement judgement = Judgement.of(lies, decisions, now);

        assertThat(keys(judgement)).isEmpty();
        assertThat(judgement.rulings()).doesNotContainKey("process/backend");
    }

    @Test
    void shouldNotOpenAWayOutWhoseTargetNobodySaid() {
        decisions = Decisions.none(shop.uid(), AcceptancePolicy.ACCEPT_ALL);
        network.given(TestNetwork.egress("bank", "acme/bank", shop));

        Judgement judgement = judge();

        assertThat(keys(judgement)).isEmpty();
        assertThat(change(judgement, "bank"))
                .returns(Standing.PROPOSED, Change::standing)
                .returns(List.of("host", "port"), Change::inputsWanted);
    }

    @Test
    void shouldLeadToTheTargetThatTheParticipantNamed() {
        network.given(TestNetwork.egress("bank", "acme/bank", shop));
        decide("bank", Verdict.ACCEPT, Map.of("host", "bank.example", "port", "443"));

        ItemSpec.Egress egress = (ItemSpec.Egress) spec(judge(), "egress/bank");

        assertThat(egress.group().spec().host()).contains("bank.example");
        assertThat(egress.group().spec().port()).contains(443);
    }

    @Test
    void shouldStandStillWhileTheNetworkOrTheParticipantSaysSo() {
        compose();
        accept("backend", "till");
        judge();
        network.given(new SuspendNetwork("holidays"));
        Judgement suspended = judge();
        assertThat(keys(suspended)).isEmpty();
        assertThat(suspended.standingStill()).hasSize(2);

        network.given(new ResumeNetwork());
        assertThat(keys(judge())).hasSize(4);

        decisions = decisions.after(
                Statement.sign(decisions.nextSeq(), Statement.Said.ofSite(Verdict.PAUSE, Map.of(), "pat"), now, key));
        assertThat(keys(judge())).isEmpty();
    }

    @Test
    void shouldTakePartsAsTheyBelongToTheVersionThatIsHeld() {
        compose();
        accept("backend");
        judge();
        network.given(new ChangeServiceLink(
                Name.of("orders"), Optional.empty(), Optional.of(ServiceLink.Scope.SITE), Optional.empty()));

        ItemSpec.Connector held = (ItemSpec.Connector) spec(judge(), "connector/backend/acme/orders");
        assertThat(held.addresses()).noneMatch(address -> address.contains("/s/"));

        accept("backend");
        ItemSpec.Connector taken = (ItemSpec.Connector) spec(judge(), "connector/backend/acme/orders");
        assertThat(taken.addresses()).allMatch(address -> address.endsWith("/s/" + shop.uid()));
    }

    @Test
    void shouldLetInstancesInheritTheDecisionOnTheirIngress() {
        network.given(TestNetwork.process("backend", image("backend", "1", List.of(ORDERS), List.of()), shop));
        network.given(TestNetwork.fanned("doors", ORDERS, 9000, shop));
        network.given(TestNetwork.link("orders", ORDERS, TestNetwork.offers("backend"), TestNetwork.requires("doors")));
        accept("backend");
        assertThat(keys(judge())).noneMatch(each -> each.startsWith("ingress/"));
        assertThat(change(judge(), "doors").risks())
                .containsExactlyInAnyOrder(Change.Risk.NEW_PORT, Change.Risk.OUTSIDE_ACCESS);

        accept("doors");

        assertThat(keys(judge())).contains("ingress/doors", "ingress/doors/" + shop.uid());
    }

    @Test
    void shouldRecallFromTheLogWhatItsOwnKeySigned() {
        compose();
        accept("backend");
        decisions = Decisions.none(shop.uid(), AcceptancePolicy.ASK);

        Decisions recalled = decisions.recalled(network.document(shop), key);

        assertThat(keys(Judgement.of(network.document(shop), recalled, now))).contains("process/backend");
        assertThat(recalled.nextSeq()).isEqualTo(2);
    }

    @Test
    void shouldRecallNothingThatSomebodyElseSigned() {
        compose();
        accept("backend");
        decisions = Decisions.none(shop.uid(), AcceptancePolicy.ASK);

        Decisions recalled = decisions.recalled(network.document(shop), new TestKey("another"));

        assertThat(recalled).isEqualTo(decisions);
    }
}
