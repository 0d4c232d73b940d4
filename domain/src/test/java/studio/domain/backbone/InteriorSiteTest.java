package studio.domain.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.backbone.Backbones.OSLO;
import static studio.domain.backbone.Backbones.OSLO_PARIS;
import static studio.domain.backbone.Backbones.PARIS;
import static studio.domain.backbone.Backbones.PARIS_MEMBER;
import static studio.domain.backbone.Backbones.PARIS_PEER;
import static studio.domain.backbone.Backbones.PARIS_SPARE;
import static studio.domain.backbone.Backbones.ROME;
import static studio.domain.backbone.Backbones.address;
import static studio.domain.backbone.Backbones.point;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.spec.Actors.OWNER;
import static studio.domain.spec.Actors.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.backbone.AccessPoint.Use;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.ChangeInteriorSite;
import studio.domain.backbone.BackboneCommand.InviteInteriorSite;
import studio.domain.backbone.BackboneCommand.LinkInteriorSites;
import studio.domain.backbone.BackboneCommand.RemoveInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite.Sighting;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.backbone.BackboneCommand.UnlinkInteriorSites;
import studio.domain.backbone.BackboneEvent.InteriorSiteAdded;
import studio.domain.backbone.BackboneEvent.InteriorSiteReady;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemoved;
import studio.domain.backbone.BackboneEvent.InteriorSiteReported;
import studio.domain.backbone.BackboneEvent.InteriorSitesUnlinked;
import studio.domain.backbone.InteriorSite.Deployment;
import studio.domain.backbone.InteriorSite.Reach;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.spec.Actors;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

class InteriorSiteTest {

    /** The site is paris, which has the access points. */
    private static final DecisionTable BY_STATE = DecisionTable.of("""
            command    | requested             | bootstrap             | automatic             | active                       | lost                         | deleting
            add        | ALREADY_EXISTS        | ALREADY_EXISTS        | ALREADY_EXISTS        | ALREADY_EXISTS               | ALREADY_EXISTS               | ALREADY_EXISTS
            relocate   | InteriorSiteChanged   | InteriorSiteChanged   | InteriorSiteChanged   | InteriorSiteChanged          | InteriorSiteChanged          | InteriorSiteChanged
            remove     | InteriorSiteRemoved   | InteriorSiteRemoved   | InteriorSiteRemoved   | InteriorSiteRemovalRequested | InteriorSiteRemovalRequested | same
            force      | InteriorSiteRemoved   | InteriorSiteRemoved   | InteriorSiteRemoved   | InteriorSiteRemoved          | InteriorSiteRemoved          | InteriorSiteRemoved
            active     | WRONG_STATE           | InteriorSiteReported  | InteriorSiteReported  | same                         | InteriorSiteReported         | same
            lost       | WRONG_STATE           | WRONG_STATE           | WRONG_STATE           | InteriorSiteReported         | same                         | same
            cleaned up | WRONG_STATE           | WRONG_STATE           | WRONG_STATE           | WRONG_STATE                  | WRONG_STATE                  | InteriorSiteRemoved
            invite     | InteriorSiteInvited   | InteriorSiteInvited   | InteriorSiteInvited   | InteriorSiteInvited          | InteriorSiteInvited          | WRONG_STATE
            add point  | AccessPointAdded      | AccessPointAdded      | AccessPointAdded      | AccessPointAdded             | AccessPointAdded             | WRONG_STATE
            set address| AccessPointAddressSet | AccessPointAddressSet | AccessPointAddressSet | AccessPointAddressSet        | AccessPointAddressSet        | WRONG_STATE
            link from  | InteriorSitesLinked   | InteriorSitesLinked   | InteriorSitesLinked   | InteriorSitesLinked          | InteriorSitesLinked          | WRONG_STATE
            link to    | InteriorSitesLinked   | InteriorSitesLinked   | InteriorSitesLinked   | InteriorSitesLinked          | InteriorSitesLinked          | WRONG_STATE
            """);

    private static final Name OSLO_PEER = Name.of("oslo-peer");

    private static final Map<String, Supplier<StreamSpec<BackboneCommand, BackboneEvent>>> STATES = Map.of(
            "requested", () -> withOsloPeer(Backbones.requested()),
            "bootstrap", () -> withOsloPeer(Backbones.ready()),
            "automatic",
                    () -> withOsloPeer(Backbones.ready())
                            .given(OWNER, new LinkInteriorSites(Name.of("paris-oslo"), PARIS, OSLO_PEER, 1))
                            .given(OWNER, point(Name.of("oslo-spare"), OSLO, Use.PEER))
                            .given(Actor.BACKBONE_ORCHESTRATOR, report(OSLO, Sighting.ACTIVE)),
            "active", () -> withOsloPeer(Backbones.deployed()),
            "lost",
                    () -> withOsloPeer(Backbones.deployed())
                            .given(Actor.BACKBONE_ORCHESTRATOR, report(PARIS, Sighting.LOST)),
            "deleting", () -> withOsloPeer(Backbones.deployed()).given(OWNER, new RemoveInteriorSite(PARIS, false)));

    @TestFactory
    Stream<DynamicTest> shouldDecideByState() {
        return BY_STATE.tests((row, column) -> {
            StreamSpec<BackboneCommand, BackboneEvent> spec =
                    DecisionTable.named(column, STATES).get();
            BackboneCommand command = switch (row) {
                case "add" -> new AddInteriorSite(PARIS, Platform.DOCKER, Optional.empty());
                case "relocate" -> new ChangeInteriorSite(PARIS, Optional.of("Lyon"));
                case "remove" -> new RemoveInteriorSite(PARIS, false);
                case "force" -> new RemoveInteriorSite(PARIS, true);
                case "active" -> report(PARIS, Sighting.ACTIVE);
                case "lost" -> report(PARIS, Sighting.LOST);
                case "cleaned up" -> report(PARIS, Sighting.CLEANED_UP);
                case "invite" -> new InviteInteriorSite(PARIS, Digest.ofText("token"));
                case "add point" -> point(Name.of("new-point"), PARIS, Use.PEER);
                case "set address" -> new SetAccessPointAddress(PARIS_SPARE, address("spare.example", 1));
                case "link from" ->
                    new LinkInteriorSites(
                            ROME, PARIS, column.equals("automatic") ? Name.of("oslo-spare") : OSLO_PEER, 1);
                case "link to" -> new LinkInteriorSites(ROME, OSLO, PARIS_SPARE, 1);
                default -> throw new AssertionError(row);
            };
            Actor actor = command instanceof ReportInteriorSite ? Actor.BACKBONE_ORCHESTRATOR : OWNER;
            return DecisionTable.effect(spec.stream().submit(actor, command));
        });
    }

    @Test
    void shouldWaitForTheBackboneBeforeItIsReady() {
        Backbones.empty()
                .when(OWNER, new AddInteriorSite(ROME, Platform.LINUX, Optional.of("Rome")))
                .then(new InteriorSiteAdded(ROME, StreamSpec.ANY_UID, Platform.LINUX, Optional.of("Rome")))
                .and(InteriorSite.KIND, "rome")
                .isInstanceOf(InteriorSite.Requested.class);
    }

    @Test
    void shouldBeReadyForBootstrapAtOnceInAReadyBackbone() {
        Backbones.ready()
                .when(OWNER, new AddInteriorSite(ROME, Platform.LINUX, Optional.empty()))
                .then(
                        new InteriorSiteAdded(ROME, StreamSpec.ANY_UID, Platform.LINUX, Optional.empty()),
                        new InteriorSiteReady(ROME, Deployment.BOOTSTRAP));
    }

    @Test
    void shouldBeDeployedAutomaticallyOnceItLinksToADeployedSite() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        spec.when(agent(spec.uid(InteriorSite.KIND, "paris")), report(PARIS, Sighting.ACTIVE))
                .then(new InteriorSiteReported(PARIS, Reach.ACTIVE), new InteriorSiteReady(OSLO, Deployment.AUTOMATIC));
    }

    @Test
    void shouldNeedBootstrapAgainWithoutItsLink() {
        Backbones.deployed()
                .when(OWNER, new UnlinkInteriorSites(OSLO_PARIS))
                .then(new InteriorSitesUnlinked(OSLO_PARIS), new InteriorSiteReady(OSLO, Deployment.BOOTSTRAP));
    }

    @Test
    void shouldNeedBootstrapAgainWhenTheSiteItLinksToIsGone() {
        Backbones.deployed()
                .when(OWNER, new RemoveInteriorSite(PARIS, true))
                .then(new InteriorSiteRemoved(PARIS), new InteriorSiteReady(OSLO, Deployment.BOOTSTRAP));
    }

    @Test
    void shouldTakeItsAccessPointsTheirLinksAndCertificatesAlong() {
        Backbones.ready()
                .when(OWNER, new RemoveInteriorSite(PARIS, false))
                .andNo(InteriorSite.KIND, "paris")
                .andNo(AccessPoint.KIND, PARIS_PEER.value(), PARIS_SPARE.value(), PARIS_MEMBER.value())
                .andNo(InterRouterLink.KIND);
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        spec.given(OWNER, new RemoveInteriorSite(PARIS, false));
        assertThat(spec.stream().entities().list(TlsCertificate.KIND))
                .as("the authorities stay")
                .hasSize(2);
    }

    @Test
    void shouldTakeTheLinksThatItMakesAlong() {
        Backbones.ready()
                .when(OWNER, new RemoveInteriorSite(OSLO, false))
                .andNo(InterRouterLink.KIND)
                .and(AccessPoint.KIND, "paris-peer")
                .isInstanceOf(AccessPoint.Requested.class);
    }

    @Test
    void shouldHaveANewUidUnderAnOldName() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.deployed();
        Uid former = spec.uid(InteriorSite.KIND, "paris");
        spec.given(
                OWNER,
                new RemoveInteriorSite(PARIS, true),
                new AddInteriorSite(PARIS, Platform.LINUX, Optional.empty()));
        assertThat(spec.uid(InteriorSite.KIND, "paris")).isNotEqualTo(former);
        spec.when(agent(former), report(PARIS, Sighting.ACTIVE)).thenRejected(NOT_FOUND);
    }

    @Test
    void shouldNameItsRouterByItsUid() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        assertThat(spec.get(InteriorSite.KIND, "paris").routerName())
                .isEqualTo(spec.uid(InteriorSite.KIND, "paris").toString());
    }

    @Test
    void shouldRejectOneSiteMoreThanRoutersCanCount() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.empty();
        for (int i = 0; i < InteriorSiteRules.MAX_SITES; i++) {
            spec.given(OWNER, new AddInteriorSite(Name.of("site-" + i), Platform.LINUX, Optional.empty()));
        }
        spec.when(OWNER, new AddInteriorSite(ROME, Platform.LINUX, Optional.empty()))
                .thenRejected(LIMIT_REACHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "nul\u0000", "long"})
    void shouldRejectALocationThatIsNoShortLine(String text) {
        Optional<String> location = Optional.of(text.equals("long") ? "x".repeat(201) : text);
        Backbones.ready()
                .when(OWNER, new AddInteriorSite(ROME, Platform.LINUX, location))
                .thenRejected(INVALID_VALUE, "location");
        Backbones.ready().when(OWNER, new ChangeInteriorSite(PARIS, location)).thenRejected(INVALID_VALUE, "location");
    }

    @Test
    void shouldLoseItsLocationLabel() {
        Backbones.ready()
                .when(OWNER, new ChangeInteriorSite(PARIS, Optional.empty()))
                .and(InteriorSite.KIND, "paris")
                .returns(Optional.empty(), site -> site.placement().location());
    }

    @Test
    void shouldSaySinceWhenItIsLostAndKeepTheRevisionOfItsIntent() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.deployed();
        long revision = spec.get(InteriorSite.KIND, "paris").meta().revision();
        Instant lost = spec.later(Duration.ofMinutes(5)).now();
        spec.when(Actor.BACKBONE_ORCHESTRATOR, report(PARIS, Sighting.LOST))
                .and(InteriorSite.KIND, "paris")
                .isInstanceOfSatisfying(InteriorSite.Deployed.class, site -> {
                    assertThat(site.reach()).isEqualTo(Reach.LOST);
                    assertThat(site.since()).isEqualTo(lost);
                    assertThat(site.meta().revision()).isEqualTo(revision);
                });
    }

    @Test
    void shouldLetAnAgentReportOnItsOwnSiteAlone() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        Actor paris = agent(spec.uid(InteriorSite.KIND, "paris"));
        spec.when(paris, report(OSLO, Sighting.ACTIVE)).thenRejected(NOT_FOUND);
        spec.when(Actors.user("paris", Set.of()), report(PARIS, Sighting.ACTIVE))
                .thenRejected(NOT_FOUND);
        spec.given(paris, report(PARIS, Sighting.ACTIVE));
    }

    private static StreamSpec<BackboneCommand, BackboneEvent> withOsloPeer(
            StreamSpec<BackboneCommand, BackboneEvent> spec) {
        return spec.given(OWNER, point(OSLO_PEER, OSLO, Use.PEER));
    }

    private static ReportInteriorSite report(Name site, Sighting sighting) {
        return new ReportInteriorSite(site, sighting);
    }
}
