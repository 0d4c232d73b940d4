package studio.domain.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.backbone.Backbones.DEVELOPERS;
import static studio.domain.backbone.Backbones.PARIS;
import static studio.domain.backbone.Backbones.PARIS_MEMBER;
import static studio.domain.backbone.Backbones.PARIS_PEER;
import static studio.domain.backbone.Backbones.address;
import static studio.domain.backbone.Backbones.attach;
import static studio.domain.backbone.Backbones.attached;
import static studio.domain.backbone.Backbones.attachment;
import static studio.domain.backbone.Backbones.authority;
import static studio.domain.backbone.Backbones.networkUid;
import static studio.domain.kernel.Actor.BACKBONE_ORCHESTRATOR;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.IN_USE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.spec.Actors.OWNER;
import static studio.domain.spec.Actors.names;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.domain.backbone.AccessPoint.Address;
import studio.domain.backbone.BackboneCommand.AdmitHome;
import studio.domain.backbone.BackboneCommand.AllowMember;
import studio.domain.backbone.BackboneCommand.AttachNetwork;
import studio.domain.backbone.BackboneCommand.ChangeAccessPoint;
import studio.domain.backbone.BackboneCommand.ChangeAttachment;
import studio.domain.backbone.BackboneCommand.DeleteBackbone;
import studio.domain.backbone.BackboneCommand.DenyMember;
import studio.domain.backbone.BackboneCommand.RecordAttachmentReady;
import studio.domain.backbone.BackboneCommand.ReleaseAttachment;
import studio.domain.backbone.BackboneCommand.RemoveAccessPoint;
import studio.domain.backbone.BackboneCommand.RemoveInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite.Sighting;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.backbone.BackboneEvent.AccessPointRemovalRequested;
import studio.domain.backbone.BackboneEvent.AccessPointRemoved;
import studio.domain.backbone.BackboneEvent.AttachmentChanged;
import studio.domain.backbone.BackboneEvent.AttachmentReady;
import studio.domain.backbone.BackboneEvent.AttachmentReleased;
import studio.domain.backbone.BackboneEvent.BackboneDeleted;
import studio.domain.backbone.BackboneEvent.BackboneDeletionRequested;
import studio.domain.backbone.BackboneEvent.HomeAdmitted;
import studio.domain.backbone.BackboneEvent.MemberAllowed;
import studio.domain.backbone.BackboneEvent.MemberDenied;
import studio.domain.backbone.BackboneEvent.NetworkAttached;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Uid;
import studio.domain.spec.StreamSpec;

class AttachmentTest {

    private static final Uid SITE = new Uid(new UUID(1, 1));

    private final StreamSpec<BackboneCommand, BackboneEvent> spec = attached(Backbones.ready());
    private final Uid shop = attachment(spec, "shop");

    private NetworkAttachment shop() {
        return spec.get(NetworkAttachment.KIND, shop.toString());
    }

    @Test
    void shouldGetTheLowestFreePortForEachNetwork() {
        assertThat(shop().spec().port()).isEqualTo(46_000);
        spec.when(BACKBONE_ORCHESTRATOR, attach("depot"))
                .then(new NetworkAttached(
                        ANY_UID, Name.of("depot"), networkUid("depot"), PARIS_MEMBER, 46_001, authority("depot")));
        spec.given(BACKBONE_ORCHESTRATOR, new ReleaseAttachment(shop), attach("office"));
        assertThat(spec.<NetworkAttachment>get(
                                NetworkAttachment.KIND,
                                attachment(spec, "office").toString())
                        .spec()
                        .port())
                .isEqualTo(46_000);
    }

    @Test
    void shouldSayThatNoPortIsFree() {
        Rejection rejection = spec.given(BACKBONE_ORCHESTRATOR, attach("depot"))
                .when(BACKBONE_ORCHESTRATOR, attach("office"))
                .thenRejected(LIMIT_REACHED);
        assertThat(rejection.detail())
                .contains("'paris-member'")
                .contains("2 networks")
                .contains("46000-46001");
    }

    @Test
    void shouldTakeOnlySoManyNetworksWhateverThePorts() {
        spec.given(
                OWNER,
                new SetAccessPointAddress(
                        PARIS_MEMBER, new Address("member.paris.example", new PortRange(40_000, 49_999))));
        for (int i = 1; i < AttachmentRules.MAX_PER_POINT; i++) {
            spec.given(BACKBONE_ORCHESTRATOR, attach("net-" + i));
        }
        spec.when(BACKBONE_ORCHESTRATOR, attach("office")).thenRejected(LIMIT_REACHED);
    }

    @Test
    void shouldAttachANetworkOnlyOnce() {
        spec.when(BACKBONE_ORCHESTRATOR, attach("shop")).then();
        AttachNetwork other =
                new AttachNetwork(Name.of("shop"), networkUid("shop"), DEVELOPERS, PARIS_MEMBER, authority("other"));
        spec.when(BACKBONE_ORCHESTRATOR, other).thenRejected(ALREADY_EXISTS, "accessPoint");
    }

    @Test
    void shouldAttachOnlyWhereTheOwnersAreOffered() {
        Owners strangers = new Owners(names("mallory"), names("others"));
        Rejection hidden =
                spec.when(BACKBONE_ORCHESTRATOR, of(strangers, PARIS_MEMBER)).thenRejected(NOT_FOUND, "accessPoint");
        Rejection absent = spec.when(BACKBONE_ORCHESTRATOR, of(strangers, Name.of("nowhere")))
                .thenRejected(NOT_FOUND, "accessPoint");
        assertThat(absent.detail().replace("nowhere", "paris-member")).isEqualTo(hidden.detail());
        spec.when(BACKBONE_ORCHESTRATOR, of(DEVELOPERS, PARIS_PEER)).thenRejected(NOT_FOUND, "accessPoint");
        spec.given(OWNER, new ChangeAccessPoint(PARIS_MEMBER, Owners.user(Name.of("mallory"))))
                .given(BACKBONE_ORCHESTRATOR, of(strangers, PARIS_MEMBER));
    }

    private static AttachNetwork of(Owners owners, Name accessPoint) {
        return new AttachNetwork(Name.of("depot"), networkUid("depot"), owners, accessPoint, authority("depot"));
    }

    @Test
    void shouldNotAttachWhereNobodyKnowsThePorts() {
        Backbones.ready()
                .given(OWNER, new ChangeAccessPoint(PARIS_MEMBER, DEVELOPERS))
                .when(BACKBONE_ORCHESTRATOR, attach("shop"))
                .thenRejected(WRONG_STATE);
    }

    @Test
    void shouldRejectAnAuthorityWithoutAChain() {
        NetworkAttachment.Authority flawed =
                new NetworkAttachment.Authority(SITE, authority("shop").fingerprint(), "none");
        spec.when(
                        BACKBONE_ORCHESTRATOR,
                        new AttachNetwork(Name.of("depot"), networkUid("depot"), DEVELOPERS, PARIS_MEMBER, flawed))
                .thenRejected(INVALID_VALUE, "authority.chain");
        spec.when(BACKBONE_ORCHESTRATOR, new ChangeAttachment(shop, flawed))
                .thenRejected(INVALID_VALUE, "authority.chain");
    }

    @Test
    void shouldBeReadyWhenTheRouterListens() {
        spec.when(BACKBONE_ORCHESTRATOR, new RecordAttachmentReady(shop))
                .then(new AttachmentReady(shop))
                .and(NetworkAttachment.KIND, shop.toString())
                .isInstanceOf(NetworkAttachment.Ready.class);
        spec.when(BACKBONE_ORCHESTRATOR, new RecordAttachmentReady(shop)).then();
    }

    @Test
    void shouldKeepConnectionsWhenTheAuthorityIsRotated() {
        spec.when(BACKBONE_ORCHESTRATOR, new ChangeAttachment(shop, authority("next")))
                .then(new AttachmentChanged(shop, authority("next")));
        assertThat(shop().admission())
                .isEqualTo(new NetworkAttachment.Admission(authority("next"), Optional.empty(), Set.of(), 2, 1));
        spec.when(BACKBONE_ORCHESTRATOR, new ChangeAttachment(shop, authority("next")))
                .then();
    }

    @Test
    void shouldEndAllConnectionsWhenAnAuthorityIsNotTrustedAnyMore() {
        spec.when(BACKBONE_ORCHESTRATOR, new ChangeAttachment(shop, authority("next"), true))
                .then(new AttachmentChanged(shop, authority("next"), true));
        assertThat(shop().admission())
                .isEqualTo(new NetworkAttachment.Admission(authority("next"), Optional.empty(), Set.of(), 2, 2));
    }

    @Test
    void shouldBreakAllConnectionsToKeepOneSiteOut() {
        spec.when(BACKBONE_ORCHESTRATOR, new DenyMember(shop, SITE)).then(new MemberDenied(shop, SITE));
        assertThat(shop().admission())
                .isEqualTo(new NetworkAttachment.Admission(authority("shop"), Optional.empty(), Set.of(SITE), 2, 2));
        spec.when(BACKBONE_ORCHESTRATOR, new DenyMember(shop, SITE)).then();
    }

    @Test
    void shouldBreakNothingToLetASiteInAgain() {
        spec.given(BACKBONE_ORCHESTRATOR, new DenyMember(shop, SITE))
                .when(BACKBONE_ORCHESTRATOR, new AllowMember(shop, SITE))
                .then(new MemberAllowed(shop, SITE));
        assertThat(shop().admission())
                .isEqualTo(new NetworkAttachment.Admission(authority("shop"), Optional.empty(), Set.of(), 2, 2));
    }

    @Test
    void shouldKeepOutOnlySoMany() {
        spec.happened(IntStream.range(0, AttachmentRules.MAX_DENIED)
                .mapToObj(i -> new MemberDenied(shop, new Uid(new UUID(2, i))))
                .toArray(BackboneEvent[]::new));
        spec.when(BACKBONE_ORCHESTRATOR, new DenyMember(shop, SITE)).thenRejected(LIMIT_REACHED);
        spec.given(BACKBONE_ORCHESTRATOR, new AllowMember(shop, new Uid(new UUID(2, 0))), new DenyMember(shop, SITE));
    }

    @Test
    void shouldNameTheNetworksOfWhatCannotGo() {
        spec.given(BACKBONE_ORCHESTRATOR, attach("depot"));
        List<BackboneCommand> removals = List.of(
                new RemoveAccessPoint(PARIS_MEMBER, false),
                new RemoveInteriorSite(PARIS, false),
                new RemoveInteriorSite(PARIS, true),
                new DeleteBackbone(false),
                new DeleteBackbone(true));
        for (BackboneCommand removal : removals) {
            assertThat(spec.when(OWNER, removal).thenRejected(IN_USE).detail())
                    .contains("shop")
                    .contains("depot")
                    .contains("cascade");
        }
    }

    @Test
    void shouldDrainBeforeItsAccessPointGoes() {
        spec.given(BACKBONE_ORCHESTRATOR, attach("depot"))
                .when(OWNER, new RemoveAccessPoint(PARIS_MEMBER, true))
                .then(new AccessPointRemovalRequested(PARIS_MEMBER))
                .and(AccessPoint.KIND, "paris-member")
                .isInstanceOf(AccessPoint.Deleting.class);
        assertThat(shop()).isInstanceOf(NetworkAttachment.Draining.class);
        spec.when(OWNER, new RemoveAccessPoint(PARIS_MEMBER, false)).then();
        spec.when(OWNER, new ChangeAccessPoint(PARIS_MEMBER, Owners.NOBODY)).thenRejected(WRONG_STATE);
        spec.when(OWNER, new SetAccessPointAddress(PARIS_MEMBER, address("new.example", 1)))
                .thenRejected(WRONG_STATE);
        spec.when(BACKBONE_ORCHESTRATOR, attach("office")).thenRejected(WRONG_STATE);
        spec.when(BACKBONE_ORCHESTRATOR, attach("shop")).thenRejected(WRONG_STATE);
        spec.given(BACKBONE_ORCHESTRATOR, new ReleaseAttachment(shop));
        Uid depot = attachment(spec, "depot");
        spec.when(BACKBONE_ORCHESTRATOR, new ReleaseAttachment(depot))
                .then(new AttachmentReleased(depot), new AccessPointRemoved(PARIS_MEMBER))
                .andNo(AccessPoint.KIND, "paris-member");
        spec.when(BACKBONE_ORCHESTRATOR, new ReleaseAttachment(depot)).then();
    }

    @Test
    void shouldDrainBeforeTheBackboneGoes() {
        spec.when(OWNER, new DeleteBackbone(false, true)).then(new BackboneDeletionRequested());
        assertThat(shop()).isInstanceOf(NetworkAttachment.Draining.class);
        spec.when(OWNER, new DeleteBackbone(false)).then();
        spec.when(BACKBONE_ORCHESTRATOR, new ReleaseAttachment(shop))
                .then(new AttachmentReleased(shop), new BackboneDeleted())
                .and(Backbone.KIND, "acme")
                .isInstanceOf(Backbone.Deleted.class);
    }

    @Test
    void shouldGoAtOnceWithABackboneThatIsForcedTo() {
        spec.when(OWNER, new DeleteBackbone(true, true))
                .then(new BackboneDeleted())
                .andNo(NetworkAttachment.KIND, shop.toString());
    }

    @Test
    void shouldDrainWhileItsSiteCleansUp() {
        spec.given(BACKBONE_ORCHESTRATOR, new ReportInteriorSite(PARIS, Sighting.ACTIVE))
                .when(OWNER, new RemoveInteriorSite(PARIS, false, true));
        assertThat(shop()).isInstanceOf(NetworkAttachment.Draining.class);
        assertThat(spec.get(InteriorSite.KIND, "paris")).isInstanceOf(InteriorSite.Deleting.class);
        spec.when(BACKBONE_ORCHESTRATOR, attach("depot")).thenRejected(WRONG_STATE);
        spec.given(BACKBONE_ORCHESTRATOR, new ReportInteriorSite(PARIS, Sighting.CLEANED_UP));
        assertThat(spec.stream().entities().list(NetworkAttachment.KIND)).isEmpty();
    }

    @Test
    void shouldKeepItsPortWhateverTheAddress() {
        Rejection rejection = spec.when(OWNER, new SetAccessPointAddress(PARIS_MEMBER, address("new.example", 46_001)))
                .thenRejected(IN_USE, "address.ports");
        assertThat(rejection.detail()).contains("shop (46000)");
        spec.given(
                OWNER,
                new SetAccessPointAddress(PARIS_MEMBER, new Address("new.example", new PortRange(45_000, 46_000))));
    }

    @Test
    void shouldHaveANameOnRoutersThatSeparatesItFromOthers() {
        NetworkAttachment.Spec some = new NetworkAttachment.Spec(
                Name.of("shop"), Uid.parse("01981f6e-58a1-7c3b-9d4e-2f6a7b8c9d0e"), PARIS_MEMBER, 1);
        assertThat(some.vanId()).isEqualTo("06c1uriok5u3n7ae5tl7n34t1o");
        assertThat(new NetworkAttachment.Spec(Name.of("shop"), ANY_UID, PARIS_MEMBER, 1).vanId())
                .isEqualTo("0".repeat(26));
    }

    @Test
    void shouldAdmitOneHomeAfterAnotherWithoutDisturbingAnybody() {
        Uid first = new Uid(new UUID(3, 1));
        Uid second = new Uid(new UUID(3, 2));
        spec.when(BACKBONE_ORCHESTRATOR, new AdmitHome(shop, first)).then(new HomeAdmitted(shop, first));
        spec.when(BACKBONE_ORCHESTRATOR, new AdmitHome(shop, first)).then();
        spec.when(BACKBONE_ORCHESTRATOR, new AdmitHome(shop, second)).then(new HomeAdmitted(shop, second));
        assertThat(shop().admission())
                .isEqualTo(new NetworkAttachment.Admission(authority("shop"), Optional.of(second), Set.of(), 1, 1));
    }
}
