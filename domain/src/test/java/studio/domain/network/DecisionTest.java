package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.SUPERSEDED;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.network.Compositions.at;
import static studio.domain.network.Compositions.egress;
import static studio.domain.network.Compositions.move;
import static studio.domain.network.Compositions.process;
import static studio.domain.network.Compositions.replicas;
import static studio.domain.network.LiveApplication.OWNER;
import static studio.domain.network.LiveApplication.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Role;
import studio.domain.network.DecisionCommand.AcceptChanges;
import studio.domain.network.DecisionEvent.ChangesAccepted;
import studio.domain.network.Deployment.Choice;
import studio.domain.network.Deployment.Report;
import studio.domain.network.Deployment.Standing;
import studio.domain.spec.DecisionTable;

class DecisionTest {

    private static final String ORDERS = "acme/orders";
    private static final Optional<String> NOTHING = Optional.empty();

    /** What was decided about the change that is proposed now, or about the one before it, against the policy. */
    private static final DecisionTable STANDING = DecisionTable.of("""
            decided           | ask      | accept all | accept all, past
            nothing           | PROPOSED | ACCEPTED   | PROPOSED
            accepted          | ACCEPTED | ACCEPTED   | ACCEPTED
            declined          | DECLINED | DECLINED   | DECLINED
            accepted, changed | PROPOSED | ACCEPTED   | PROPOSED
            declined, changed | PROPOSED | ACCEPTED   | PROPOSED
            """);

    private final LiveApplication shop = new LiveApplication();
    private final Ref gold = shop.siteClass("gold");
    private final Ref oslo = shop.site("oslo", AcceptancePolicy.ASK, gold);
    private final Ref rome = shop.site("rome", AcceptancePolicy.ACCEPT_ALL, gold);

    DecisionTest() {
        shop.given(process("web", at(gold), Images.image("web")));
        shop.given(process("db", at(gold), Images.image("db")));
        shop.given(process("elsewhere", at(), Images.image("elsewhere")));
    }

    private Deployment web(Ref site) {
        return Deployment.find(shop.endpoint("web"), site.uid(), shop.entities())
                .orElseThrow();
    }

    private Optional<String> current() {
        return Optional.of(shop.endpoint("web").digest());
    }

    private Report report(Optional<String> digest, Optional<String> failure) {
        return new Report(shop.endpoint("web").meta().uid(), digest, failure);
    }

    @TestFactory
    Stream<DynamicTest> shouldStandAsDecidedAndElseAsThePolicySays() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Map<String, AcceptancePolicy> policies = Map.of(
                "ask", AcceptancePolicy.ASK,
                "accept all", AcceptancePolicy.ACCEPT_ALL,
                "accept all, past", new AcceptancePolicy(AcceptancePolicy.Mode.ACCEPT_ALL, Optional.of(now)));
        return STANDING.tests((row, column) ->
                standing(row, DecisionTable.named(column, policies), now).name());
    }

    private static Standing standing(String decided, AcceptancePolicy policy, Instant now) {
        LiveApplication shop = new LiveApplication();
        Ref gold = shop.siteClass("gold");
        Ref oslo = shop.site("oslo", AcceptancePolicy.ASK, gold);
        shop.given(process("web", at(gold), Images.image("web")));
        if (decided.startsWith("accepted")) {
            shop.accepts(oslo, "web");
        }
        if (decided.startsWith("declined")) {
            shop.declines(oslo, "no", "web");
        }
        if (decided.endsWith("changed")) {
            shop.given(replicas("web", 2));
        }
        Endpoint web = shop.endpoint("web");
        return Deployment.standing(Deployment.find(web, oslo.uid(), shop.entities()), policy, web.digest(), now);
    }

    @Test
    void shouldAcceptUntilAMoment() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        AcceptancePolicy policy = new AcceptancePolicy(AcceptancePolicy.Mode.ACCEPT_ALL, Optional.of(now));
        assertThat(policy.acceptsAll(now.minus(Duration.ofMillis(1)))).isTrue();
        assertThat(policy.acceptsAll(now)).isFalse();
    }

    @Test
    void shouldBeTheSitesOwn() {
        List<Choice> choices = shop.choices("web");
        Stream.of(OWNER, Actor.user(Name.of("root"), Set.of(Role.ADMINISTRATOR), Set.of()))
                .forEach(actor -> shop.refused(actor, shop.acceptance(oslo, choices), Rejection.Reason.FORBIDDEN));
        shop.refused(agent(rome), shop.acceptance(oslo, choices), NOT_FOUND);
    }

    @Test
    void shouldPinWhatWasSeen() {
        String seen = shop.endpoint("web").digest();
        List<NetworkEvent> events = shop.accepts(oslo, "web");
        assertThat(events)
                .containsExactly(new ChangesAccepted(
                        oslo,
                        1,
                        List.of(new Choice(shop.endpoint("web").meta().uid(), seen, Set.of())),
                        "pat",
                        "c2lnbmVk"));
        assertThat(web(oslo))
                .returns(Optional.of(seen), Deployment::held)
                .returns(new Deployment.Pending(), Deployment::condition);
        shop.given(replicas("web", 2));
        assertThat(web(oslo).held()).hasValue(seen);
        assertThat(shop.changes(oslo)).contains("process/web");
    }

    @Test
    void shouldAnswerThatWhatWasSeenIsProposedNoMore() {
        DecisionCommand late = shop.acceptance(oslo, shop.choices("web"));
        DecisionCommand lateRefusal = shop.refusal(oslo, "no", false, shop.choices("web"));
        shop.given(replicas("web", 2));
        assertThat(shop.refused(agent(oslo), late, SUPERSEDED))
                .returns(Optional.of("choices.0.digest"), Rejection::field);
        shop.refused(agent(oslo), lateRefusal, SUPERSEDED);
    }

    @Test
    void shouldNotPinWhatOnlyOthersHold() {
        DecisionCommand late = shop.acceptance(oslo, shop.choices("web"));
        shop.runs(rome, "web");
        shop.given(replicas("web", 2));
        shop.refused(agent(oslo), late, SUPERSEDED);
    }

    @Test
    void shouldAnswerThatWhatWasSeenIsThereNoMore() {
        DecisionCommand late = shop.acceptance(oslo, shop.choices("web"));
        DecisionCommand lateRefusal = shop.refusal(oslo, "no", false, shop.choices("db"));
        shop.given(new EndpointCommand.RemoveEndpoint(Name.of("web")));
        shop.given(move("db", at()));
        assertThat(shop.refused(agent(oslo), late, SUPERSEDED))
                .returns(Optional.of("choices.0.endpoint"), Rejection::field);
        assertThat(shop.refused(agent(oslo), lateRefusal, SUPERSEDED))
                .returns(Optional.of("choices.0.endpoint"), Rejection::field);
    }

    @Test
    void shouldNotTellWhatIsMeantForOthers() {
        Choice foreign = shop.choices("elsewhere").getFirst();
        Choice unknown = new Choice(oslo.uid(), foreign.digest(), Set.of());
        Rejection ofForeign = shop.refused(agent(oslo), shop.acceptance(oslo, List.of(foreign)), SUPERSEDED);
        Rejection ofUnknown = shop.refused(agent(oslo), shop.acceptance(oslo, List.of(unknown)), SUPERSEDED);
        assertThat(ofForeign.field()).hasValue("choices.0.endpoint").isEqualTo(ofUnknown.field());
        assertThat(ofForeign.detail())
                .isEqualTo(ofUnknown
                        .detail()
                        .replace(oslo.uid().toString(), foreign.endpoint().toString()));
    }

    @Test
    void shouldBeAllOrNothing() {
        List<Choice> choices = shop.choices("web", "elsewhere");
        shop.refused(agent(oslo), shop.acceptance(oslo, choices), SUPERSEDED);
        assertThat(shop.entities().list(Deployment.KIND)).isEmpty();
    }

    @Test
    void shouldHappenOnce() {
        DecisionCommand command = shop.acceptance(oslo, shop.choices("web"));
        shop.submit(agent(oslo), command);
        assertThat(shop.member(oslo).spec().lastDecision()).isOne();
        assertThat(DecisionTable.effect(shop.submit(agent(oslo), command))).isEqualTo("same");
        shop.given(replicas("web", 2));
        assertThat(DecisionTable.effect(shop.submit(agent(oslo), command))).isEqualTo("same");
    }

    @Test
    void shouldNotBeOvertakenByAReport() {
        DecisionCommand decision = shop.acceptance(oslo, shop.choices("web"));
        shop.submit(agent(oslo), new MemberCommand.ReportSite(oslo.uid(), decision.seq() + 1, List.of()));
        shop.submit(agent(oslo), decision);
        assertThat(web(oslo).held()).isEqualTo(current());
    }

    @Test
    void shouldComeFromASiteThatIsInTheNetwork() {
        DecisionCommand command = shop.acceptance(oslo, shop.choices("web"));
        shop.submit(agent(oslo), new MemberCommand.LeaveNetwork(oslo.uid()));
        shop.refused(agent(oslo), command, WRONG_STATE);
    }

    static Stream<AcceptChanges> flawed() {
        LiveApplication shop = new LiveApplication();
        Choice choice = new Choice(shop.uid("e"), "d1:x", Set.of());
        return Stream.of(
                new AcceptChanges(shop.uid("s"), 1, List.of(), "pat", "sig"),
                new AcceptChanges(shop.uid("s"), 1, List.of(choice, choice), "pat", "sig"),
                new AcceptChanges(shop.uid("s"), 1, List.of(choice), "", "sig"),
                new AcceptChanges(shop.uid("s"), 1, List.of(choice), "pat", ""),
                new AcceptChanges(shop.uid("s"), 1, List.of(choice), "pat", "two words"),
                new AcceptChanges(shop.uid("s"), 1, List.of(choice), "pat", "s".repeat(1_001)));
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void shouldRejectWhatIsNoDecision(AcceptChanges flawed) {
        AcceptChanges command =
                new AcceptChanges(oslo.uid(), 1, flawed.choices(), flawed.decidedBy(), flawed.signature());
        shop.refused(agent(oslo), command, INVALID_VALUE);
    }

    @Test
    void shouldRejectMoreThanThereCanBe() {
        List<Choice> many = Collections.nCopies(501, shop.choices("web").getFirst());
        shop.refused(agent(oslo), shop.acceptance(oslo, many), LIMIT_REACHED);
    }

    @Test
    void shouldKeepWhatWasAcceptedWhenSomethingNewerIsDeclined() {
        shop.accepts(oslo, "web");
        Optional<String> accepted = current();
        shop.given(replicas("web", 2));
        shop.declines(oslo, "too many", "web");
        assertThat(web(oslo).held()).isEqualTo(accepted);
        assertThat(shop.item(oslo, "process/web").previous())
                .singleElement()
                .satisfies(previous -> assertThat(previous.digest()).isEqualTo(accepted.orElseThrow()));
    }

    @Test
    void shouldRemoveWhatWasAcceptedWhereThatIsWanted() {
        shop.accepts(oslo, "web");
        shop.given(replicas("web", 2));
        shop.submit(agent(oslo), shop.refusal(oslo, "all of it", true, shop.choices("web")));
        assertThat(web(oslo).held()).isEmpty();
        assertThat(shop.endpoint("web").versions().older()).isEmpty();
    }

    @Test
    void shouldTakeBackWhatWasAccepted() {
        shop.accepts(oslo, "web");
        shop.declines(oslo, "changed our mind", "web");
        assertThat(web(oslo).held()).isEmpty();
        shop.accepts(oslo, "web");
        assertThat(web(oslo).held()).isEqualTo(current());
    }

    @Test
    void shouldSupplyWhatAnEgressLeavesOpen() {
        shop.given(egress("out", at(gold), ORDERS));
        Endpoint out = shop.endpoint("out");
        Map<Set<Label>, String> flaws = Map.of(
                Set.of(),
                "choices.0.inputs.host",
                Set.of(new Label("host", "10.0.0.1")),
                "choices.0.inputs.port",
                Set.of(new Label("host", "Not A Host"), new Label("port", "80")),
                "choices.0.inputs.host",
                Set.of(new Label("host", "10.0.0.1"), new Label("port", "99999")),
                "choices.0.inputs.port",
                Set.of(new Label("host", "a"), new Label("port", "80"), new Label("x", "y")),
                "choices.0.inputs");
        flaws.forEach((inputs, field) -> assertThat(
                        shop.refused(agent(oslo), shop.acceptance(oslo, List.of(chosen(out, inputs))), INVALID_VALUE))
                .returns(Optional.of(field), Rejection::field));
        Set<Label> inputs = Set.of(new Label("host", "10.0.0.1"), new Label("port", "80"));
        shop.submit(agent(oslo), shop.acceptance(oslo, List.of(chosen(out, inputs))));
        assertThat(Deployment.find(out, oslo.uid(), shop.entities()).flatMap(Deployment::verdict))
                .hasValueSatisfying(verdict -> assertThat(verdict)
                        .isInstanceOfSatisfying(
                                Deployment.Accepted.class,
                                accepted -> assertThat(accepted.inputs()).isEqualTo(inputs)));
        shop.refused(agent(oslo), shop.acceptance(oslo, List.of(chosen(shop.endpoint("web"), inputs))), INVALID_VALUE);
        shop.refused(agent(oslo), shop.refusal(oslo, "no", false, List.of(chosen(out, inputs))), INVALID_VALUE);
    }

    private static Choice chosen(Endpoint endpoint, Set<Label> inputs) {
        return new Choice(endpoint.meta().uid(), endpoint.digest(), inputs);
    }

    @Test
    void shouldHearOnlyWhatIsNew() {
        assertThat(shop.runs(rome, "web")).hasSize(1);
        assertThat(web(rome))
                .returns(current(), Deployment::held)
                .returns(new Deployment.Running(), Deployment::condition);
        assertThat(shop.runs(rome, "web")).isEmpty();
        assertThat(shop.reports(rome, List.of(report(current(), Optional.of("crashed")))))
                .hasSize(1);
        assertThat(web(rome)).returns(new Deployment.Failed("crashed"), Deployment::condition);
        assertThat(shop.reports(rome, List.of(new Report(oslo.uid(), current(), NOTHING))))
                .isEmpty();
        assertThat(shop.reports(oslo, List.of(report(NOTHING, NOTHING)))).isEmpty();
    }

    @Test
    void shouldKeepWhatIsAcceptedWhileItDoesNotWork() {
        shop.accepts(oslo, "web");
        shop.reports(oslo, List.of(report(NOTHING, Optional.of("no such image"))));
        assertThat(web(oslo)).returns(current(), Deployment::held);
        shop.reports(oslo, List.of(report(NOTHING, NOTHING)));
        assertThat(web(oslo))
                .returns(current(), Deployment::held)
                .returns(new Deployment.Pending(), Deployment::condition);
    }

    @Test
    void shouldNotHoldWhatWasDeclinedWhateverTheAgentSays() {
        shop.declines(oslo, "no", "web");
        shop.runs(oslo, "web");
        assertThat(web(oslo).held()).isEmpty();
    }

    @Test
    void shouldForgetWhatIsNotMeantForTheSiteAnyMore() {
        shop.runs(rome, "web");
        shop.given(move("web", at()));
        assertThat(web(rome).held()).isPresent();
        shop.reports(rome, List.of(report(NOTHING, NOTHING)));
        assertThat(shop.entities().list(Deployment.KIND)).isEmpty();
        assertThat(shop.endpoint("web").versions().current().holders()).isZero();
    }

    @Test
    void shouldRejectReportsThatAreNone() {
        shop.runs(rome, "web");
        assertThat(DecisionTable.effect(DecisionRules.reported(
                        shop.member(rome),
                        List.of(report(current(), Optional.of("two\nlines"))),
                        shop.entities(),
                        new Facts(shop.now(), new IdSource("x", shop.now()), agent(rome)))))
                .isEqualTo("INVALID_VALUE");
    }

    @Test
    void shouldGoWithItsSite() {
        shop.accepts(oslo, "web", "db");
        shop.change(DecisionEvolution.released(oslo, shop.entities()));
        assertThat(shop.entities().list(Deployment.KIND)).isEmpty();
        assertThat(Stream.of("web", "db")
                        .map(shop::endpoint)
                        .map(endpoint -> endpoint.versions().current().holders())
                        .collect(Collectors.toSet()))
                .containsExactly(0L);
    }
}
