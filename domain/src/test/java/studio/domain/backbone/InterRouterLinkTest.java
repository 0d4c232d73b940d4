package studio.domain.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.backbone.Backbones.OSLO;
import static studio.domain.backbone.Backbones.OSLO_PARIS;
import static studio.domain.backbone.Backbones.PARIS;
import static studio.domain.backbone.Backbones.PARIS_MEMBER;
import static studio.domain.backbone.Backbones.PARIS_PEER;
import static studio.domain.backbone.Backbones.PARIS_SPARE;
import static studio.domain.backbone.Backbones.ROME;
import static studio.domain.backbone.Backbones.point;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.spec.Actors.OWNER;
import static studio.domain.spec.Actors.agent;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.backbone.AccessPoint.Use;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.ChangeLinkCost;
import studio.domain.backbone.BackboneCommand.LinkInteriorSites;
import studio.domain.backbone.BackboneCommand.ReportLink;
import studio.domain.backbone.BackboneCommand.UnlinkInteriorSites;
import studio.domain.backbone.BackboneEvent.InteriorSitesLinked;
import studio.domain.backbone.BackboneEvent.InteriorSitesUnlinked;
import studio.domain.backbone.BackboneEvent.LinkCostChanged;
import studio.domain.backbone.BackboneEvent.LinkReported;
import studio.domain.backbone.InterRouterLink.Health;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

class InterRouterLinkTest {

    private static final Optional<String> REFUSED = Optional.of("connection refused");

    private static final DecisionTable BY_HEALTH = DecisionTable.of("""
            report       | configured   | up           | down, refused | down
            up           | LinkReported | same         | LinkReported  | LinkReported
            down, refused| LinkReported | LinkReported | same          | LinkReported
            down         | LinkReported | LinkReported | LinkReported  | same
            """);

    private static final ReportLink UP = new ReportLink(OSLO_PARIS, true, Optional.empty());

    private static final Map<String, ReportLink> REPORTS = Map.of(
            "up", UP,
            "down, refused", new ReportLink(OSLO_PARIS, false, REFUSED),
            "down", new ReportLink(OSLO_PARIS, false, Optional.empty()));

    @TestFactory
    Stream<DynamicTest> shouldKeepOnlyReportsThatSaySomethingNew() {
        return BY_HEALTH.tests((row, column) -> {
            StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
            Optional.ofNullable(REPORTS.get(column))
                    .ifPresent(report -> spec.given(Actor.BACKBONE_ORCHESTRATOR, report));
            return DecisionTable.effect(
                    spec.stream().submit(Actor.BACKBONE_ORCHESTRATOR, DecisionTable.named(row, REPORTS)));
        });
    }

    @Test
    void shouldBeConfiguredUntilItsAgentReports() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        spec.when(OWNER, new LinkInteriorSites(ROME, OSLO, PARIS_SPARE, 5))
                .then(new InteriorSitesLinked(ROME, ANY_UID, OSLO, PARIS_SPARE, 5))
                .and(InterRouterLink.KIND, "rome")
                .returns(new Health.Configured(), InterRouterLink::health);
        spec.when(agent(spec.uid(InteriorSite.KIND, "oslo")), new ReportLink(ROME, false, REFUSED))
                .then(new LinkReported(ROME, false, REFUSED))
                .and(InterRouterLink.KIND, "rome")
                .returns(new Health.Down(spec.now(), REFUSED), InterRouterLink::health);
    }

    @Test
    void shouldIgnoreWhyALinkIsUp() {
        Backbones.ready()
                .when(Actor.BACKBONE_ORCHESTRATOR, new ReportLink(OSLO_PARIS, true, REFUSED))
                .then(new LinkReported(OSLO_PARIS, true, Optional.empty()));
    }

    @Test
    void shouldHearOnlyTheAgentThatConnects() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        spec.when(agent(spec.uid(InteriorSite.KIND, "paris")), UP).thenRejected(NOT_FOUND);
        spec.given(agent(spec.uid(InteriorSite.KIND, "oslo")), UP);
    }

    @Test
    void shouldRejectACauseThatIsNoShortLine() {
        Backbones.ready()
                .when(Actor.BACKBONE_ORCHESTRATOR, new ReportLink(OSLO_PARIS, false, Optional.of("x".repeat(201))))
                .thenRejected(INVALID_VALUE, "cause");
    }

    @Test
    void shouldRejectSelfLink() {
        assertThat(Backbones.ready()
                        .when(OWNER, new LinkInteriorSites(ROME, PARIS, PARIS_PEER, 1))
                        .thenRejected(INVALID_VALUE, "accessPoint")
                        .detail())
                .contains("cannot link to itself");
    }

    @Test
    void shouldRejectASecondLinkToTheSameAccessPoint() {
        assertThat(Backbones.ready()
                        .when(OWNER, new LinkInteriorSites(ROME, OSLO, PARIS_PEER, 1))
                        .thenRejected(ALREADY_EXISTS, "accessPoint")
                        .detail())
                .contains("'oslo-paris'");
    }

    @Test
    void shouldRejectASecondOfItsName() {
        Backbones.ready()
                .when(OWNER, new LinkInteriorSites(OSLO_PARIS, OSLO, PARIS_SPARE, 1))
                .thenRejected(ALREADY_EXISTS, "name");
    }

    @Test
    void shouldRejectAnAccessPointThatIsNotForPeers() {
        Backbones.ready()
                .when(OWNER, new LinkInteriorSites(ROME, OSLO, PARIS_MEMBER, 1))
                .thenRejected(INVALID_VALUE, "accessPoint");
    }

    @Test
    void shouldRejectEndsThatDoNotExist() {
        Backbones.ready()
                .when(OWNER, new LinkInteriorSites(ROME, ROME, PARIS_PEER, 1))
                .thenRejected(NOT_FOUND, "from");
        Backbones.ready()
                .when(OWNER, new LinkInteriorSites(ROME, OSLO, ROME, 1))
                .thenRejected(NOT_FOUND, "accessPoint");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1001, Integer.MAX_VALUE})
    void shouldRejectACostOutOfBounds(int cost) {
        Backbones.ready()
                .when(OWNER, new LinkInteriorSites(ROME, OSLO, PARIS_SPARE, cost))
                .thenRejected(INVALID_VALUE, "cost");
        Backbones.ready().when(OWNER, new ChangeLinkCost(OSLO_PARIS, cost)).thenRejected(INVALID_VALUE, "cost");
    }

    @Test
    void shouldChangeItsCostAndKeepItsHealth() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready().given(Actor.BACKBONE_ORCHESTRATOR, UP);
        spec.when(OWNER, new ChangeLinkCost(OSLO_PARIS, 1000))
                .then(new LinkCostChanged(OSLO_PARIS, 1000))
                .and(InterRouterLink.KIND, "oslo-paris")
                .returns(1000, InterRouterLink::cost)
                .returns(new Health.Up(spec.now()), InterRouterLink::health);
        spec.when(OWNER, new ChangeLinkCost(OSLO_PARIS, 1000)).then();
    }

    @Test
    void shouldRejectMoreLinksThanThereCanBeRouters() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.empty();
        spec.given(OWNER, new AddInteriorSite(OSLO, Platform.LINUX, Optional.empty()));
        for (int i = 0; i < LinkRules.MAX_PER_SITE; i++) {
            Name site = Name.of("site-" + i / AccessPointRules.MAX_PER_SITE);
            Name name = Name.of("point-" + i);
            if (i % AccessPointRules.MAX_PER_SITE == 0) {
                spec.given(OWNER, new AddInteriorSite(site, Platform.LINUX, Optional.empty()));
            }
            spec.given(OWNER, point(name, site, Use.PEER), new LinkInteriorSites(name, OSLO, name, 1));
        }
        spec.given(OWNER, new AddInteriorSite(ROME, Platform.LINUX, Optional.empty()), point(ROME, ROME, Use.PEER))
                .when(OWNER, new LinkInteriorSites(ROME, OSLO, ROME, 1))
                .thenRejected(LIMIT_REACHED);
    }

    @Test
    void shouldBeRemovedAlone() {
        Backbones.ready()
                .when(OWNER, new UnlinkInteriorSites(OSLO_PARIS))
                .then(new InteriorSitesUnlinked(OSLO_PARIS))
                .andNo(InterRouterLink.KIND)
                .and(AccessPoint.KIND, "paris-peer")
                .isNotNull();
        Backbones.empty().when(OWNER, new UnlinkInteriorSites(OSLO_PARIS)).thenRejected(NOT_FOUND);
    }
}
