package studio.domain.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static studio.domain.backbone.Backbones.DEVELOPERS;
import static studio.domain.backbone.Backbones.OSLO;
import static studio.domain.backbone.Backbones.OSLO_PARIS;
import static studio.domain.backbone.Backbones.OWNERS;
import static studio.domain.backbone.Backbones.PARIS;
import static studio.domain.backbone.Backbones.PARIS_PEER;
import static studio.domain.backbone.Backbones.PARIS_SPARE;
import static studio.domain.backbone.Backbones.ROME;
import static studio.domain.backbone.Backbones.address;
import static studio.domain.backbone.Backbones.certificate;
import static studio.domain.backbone.Backbones.signed;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint.Use;
import studio.domain.backbone.BackboneEvent.AccessPointAdded;
import studio.domain.backbone.BackboneEvent.AccessPointAddressSet;
import studio.domain.backbone.BackboneEvent.AccessPointChanged;
import studio.domain.backbone.BackboneEvent.AccessPointReady;
import studio.domain.backbone.BackboneEvent.AccessPointRemovalRequested;
import studio.domain.backbone.BackboneEvent.AccessPointRemoved;
import studio.domain.backbone.BackboneEvent.AttachmentChanged;
import studio.domain.backbone.BackboneEvent.AttachmentReady;
import studio.domain.backbone.BackboneEvent.AttachmentReleased;
import studio.domain.backbone.BackboneEvent.BackboneChanged;
import studio.domain.backbone.BackboneEvent.BackboneCreated;
import studio.domain.backbone.BackboneEvent.BackboneDeleted;
import studio.domain.backbone.BackboneEvent.BackboneDeletionRequested;
import studio.domain.backbone.BackboneEvent.BackboneFailed;
import studio.domain.backbone.BackboneEvent.BackboneReady;
import studio.domain.backbone.BackboneEvent.HomeAdmitted;
import studio.domain.backbone.BackboneEvent.InteriorSiteAdded;
import studio.domain.backbone.BackboneEvent.InteriorSiteChanged;
import studio.domain.backbone.BackboneEvent.InteriorSiteClaimed;
import studio.domain.backbone.BackboneEvent.InteriorSiteInvited;
import studio.domain.backbone.BackboneEvent.InteriorSiteReady;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemovalRequested;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemoved;
import studio.domain.backbone.BackboneEvent.InteriorSiteReported;
import studio.domain.backbone.BackboneEvent.InteriorSitesLinked;
import studio.domain.backbone.BackboneEvent.InteriorSitesUnlinked;
import studio.domain.backbone.BackboneEvent.LinkCostChanged;
import studio.domain.backbone.BackboneEvent.LinkReported;
import studio.domain.backbone.BackboneEvent.MemberAllowed;
import studio.domain.backbone.BackboneEvent.MemberDenied;
import studio.domain.backbone.BackboneEvent.NetworkAttached;
import studio.domain.certificate.CertificateEvent.CertificateAcknowledged;
import studio.domain.certificate.CertificateEvent.CertificateExpired;
import studio.domain.certificate.CertificateEvent.CertificateFailed;
import studio.domain.certificate.CertificateEvent.CertificateIssued;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.CertificateEvent.CertificateRetried;
import studio.domain.certificate.CertificateEvent.CertificateRevoked;
import studio.domain.certificate.CertificateEvent.CertificateRotated;
import studio.domain.certificate.CertificateEvent.SigningRequestReceived;
import studio.domain.certificate.CertificateEvent.TreeRevoked;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Uid;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

/** An event that the state does not allow stops the fold: going on would hide that the log and the state disagree. */
class BackboneEvolutionTest {

    /** Events about parts concern those that are there, unless the event is what makes them. */
    private static final DecisionTable BY_STATE = DecisionTable.of("""
        event                        | absent | requested | failed | ready | deleting | deleted
        BackboneCreated              | ok     | no        | no     | no    | no       | ok
        BackboneChanged              | no     | ok        | ok     | ok    | no       | no
        BackboneReady                | no     | ok        | ok     | no    | no       | no
        BackboneFailed               | no     | ok        | ok     | no    | no       | no
        BackboneDeletionRequested    | no     | ok        | ok     | ok    | no       | no
        BackboneDeleted              | no     | ok        | ok     | ok    | ok       | no
        InteriorSiteAdded            | no     | no        | no     | no    | no       | no
        InteriorSiteChanged          | no     | ok        | ok     | ok    | ok       | no
        InteriorSiteInvited          | no     | ok        | ok     | ok    | ok       | no
        InteriorSiteClaimed          | no     | ok        | ok     | ok    | ok       | no
        InteriorSiteReady            | no     | ok        | ok     | ok    | ok       | no
        InteriorSiteReported         | no     | no        | no     | ok    | ok       | no
        InteriorSiteRemovalRequested | no     | ok        | ok     | ok    | ok       | no
        InteriorSiteRemoved          | no     | ok        | ok     | ok    | ok       | no
        AccessPointAdded             | no     | no        | no     | no    | no       | no
        AccessPointChanged           | no     | ok        | ok     | ok    | ok       | no
        AccessPointAddressSet        | no     | ok        | ok     | ok    | ok       | no
        AccessPointReady             | no     | ok        | ok     | ok    | ok       | no
        AccessPointRemoved           | no     | ok        | ok     | ok    | ok       | no
        InteriorSitesLinked          | no     | no        | no     | no    | no       | no
        LinkCostChanged              | no     | ok        | ok     | ok    | ok       | no
        LinkReported                 | no     | ok        | ok     | ok    | ok       | no
        InteriorSitesUnlinked        | no     | ok        | ok     | ok    | ok       | no
        AccessPointRemovalRequested  | no     | ok        | ok     | ok    | ok       | no
        NetworkAttached              | no     | ok        | ok     | ok    | ok       | no
        AttachmentChanged            | no     | no        | no     | no    | no       | no
        AttachmentReady              | no     | no        | no     | no    | no       | no
        MemberDenied                 | no     | no        | no     | no    | no       | no
        MemberAllowed                | no     | no        | no     | no    | no       | no
        HomeAdmitted                 | no     | no        | no     | no    | no       | no
        AttachmentReleased           | no     | no        | no     | no    | no       | no
        CertificateRequested         | no     | no        | no     | no    | no       | no
        CertificateIssued            | no     | ok        | ok     | ok    | ok       | no
        CertificateFailed            | no     | ok        | ok     | ok    | ok       | no
        SigningRequestReceived       | no     | ok        | ok     | ok    | ok       | no
        CertificateRetried           | no     | ok        | ok     | ok    | ok       | no
        CertificateRotated           | no     | no        | no     | no    | no       | no
        CertificateAcknowledged      | no     | no        | no     | no    | no       | no
        CertificateRevoked           | no     | no        | no     | no    | no       | no
        CertificateExpired           | no     | no        | no     | no    | no       | no
        TreeRevoked                  | no     | no        | no     | no    | no       | no
        """);

    private static final Map<String, Supplier<StreamSpec<BackboneCommand, BackboneEvent>>> STATES = Map.of(
            "absent", Backbones::absent,
            "requested", Backbones::requested,
            "failed", Backbones::failed,
            "ready", Backbones::ready,
            "deleting", Backbones::deleting,
            "deleted", Backbones::deleted);

    @Test
    void shouldCoverEveryEvent() {
        assertThat(BY_STATE.rows())
                .containsExactlyInAnyOrderElementsOf(StreamType.records(BackboneEvent.class).stream()
                        .map(Class::getSimpleName)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> shouldStopAtWhatCannotHaveHappened() {
        return BY_STATE.tests((row, column) -> {
            StreamSpec<BackboneCommand, BackboneEvent> spec =
                    DecisionTable.named(column, STATES).get();
            BackboneEvent event = event(row, spec);
            try {
                spec.happened(event);
                return "ok";
            } catch (IllegalStateException e) {
                return "no";
            }
        });
    }

    @Test
    void shouldSayWhichEventCannotHaveHappenedToWhat() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Backbones.deleted().happened(new BackboneReady()))
                .withMessageContaining("BackboneReady")
                .withMessageContaining("cannot happen to Deleted");
    }

    @Test
    void shouldStopAtStatesOfPartsThatDoNotFollow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Backbones.deployed().happened(new InteriorSiteReady(PARIS, automatic())));
        assertThatIllegalStateException()
                .isThrownBy(() -> Backbones.deleting().happened(new InteriorSiteReady(PARIS, automatic())));
        assertThatIllegalStateException()
                .isThrownBy(() -> Backbones.deleting().happened(new InteriorSiteRemovalRequested(PARIS)));
        assertThatIllegalStateException()
                .isThrownBy(() -> Backbones.ready().happened(new AccessPointReady(PARIS_SPARE)));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Backbones.ready().happened(new AccessPointReady(PARIS_PEER), new AccessPointReady(PARIS_PEER)));
        assertThatIllegalStateException().isThrownBy(() -> {
            StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
            spec.happened(
                    new CertificateFailed(certificate(spec, CertificateSubject.Kind.INTERIOR_CA, "acme"), "late"));
        });
    }

    private static InteriorSite.Deployment automatic() {
        return InteriorSite.Deployment.AUTOMATIC;
    }

    private static BackboneEvent event(String name, StreamSpec<BackboneCommand, BackboneEvent> spec) {
        return switch (name) {
            case "BackboneCreated" -> new BackboneCreated(ANY_UID, OWNERS, DEVELOPERS);
            case "BackboneChanged" -> new BackboneChanged(OWNERS, DEVELOPERS);
            case "BackboneReady" -> new BackboneReady();
            case "BackboneFailed" -> new BackboneFailed("no quota");
            case "BackboneDeletionRequested" -> new BackboneDeletionRequested();
            case "BackboneDeleted" -> new BackboneDeleted();
            case "InteriorSiteAdded" -> new InteriorSiteAdded(OSLO, ANY_UID, Platform.LINUX, Optional.empty());
            case "InteriorSiteChanged" -> new InteriorSiteChanged(OSLO, Optional.empty());
            case "InteriorSiteInvited" -> new InteriorSiteInvited(OSLO, Digest.ofText("token"));
            case "InteriorSiteClaimed" -> new InteriorSiteClaimed(OSLO, Digest.ofText("key"));
            case "InteriorSiteReady" -> new InteriorSiteReady(OSLO, automatic());
            case "InteriorSiteReported" -> new InteriorSiteReported(OSLO, InteriorSite.Reach.ACTIVE);
            case "InteriorSiteRemovalRequested" -> new InteriorSiteRemovalRequested(OSLO);
            case "InteriorSiteRemoved" -> new InteriorSiteRemoved(OSLO);
            case "AccessPointAdded" -> new AccessPointAdded(PARIS_PEER, ANY_UID, PARIS, Use.PEER, Owners.NOBODY);
            case "AccessPointChanged" -> new AccessPointChanged(PARIS_PEER, DEVELOPERS);
            case "AccessPointAddressSet" -> new AccessPointAddressSet(PARIS_PEER, address("new.example", 1));
            case "AccessPointReady" -> new AccessPointReady(PARIS_PEER);
            case "AccessPointRemoved" -> new AccessPointRemoved(PARIS_PEER);
            case "InteriorSitesLinked" -> new InteriorSitesLinked(OSLO_PARIS, ANY_UID, OSLO, PARIS_PEER, 1);
            case "LinkCostChanged" -> new LinkCostChanged(OSLO_PARIS, 2);
            case "LinkReported" -> new LinkReported(OSLO_PARIS, true, Optional.empty());
            case "InteriorSitesUnlinked" -> new InteriorSitesUnlinked(OSLO_PARIS);
            case "AccessPointRemovalRequested" -> new AccessPointRemovalRequested(PARIS_PEER);
            case "NetworkAttached" ->
                new NetworkAttached(ANY_UID, ROME, ANY_UID, PARIS_PEER, 1, Backbones.authority("shop"));
            case "AttachmentChanged" -> new AttachmentChanged(ANY_UID, Backbones.authority("shop"));
            case "AttachmentReady" -> new AttachmentReady(ANY_UID);
            case "MemberDenied" -> new MemberDenied(ANY_UID, ANY_UID);
            case "HomeAdmitted" -> new HomeAdmitted(ANY_UID, ANY_UID);
            case "MemberAllowed" -> new MemberAllowed(ANY_UID, ANY_UID);
            case "AttachmentReleased" -> new AttachmentReleased(ANY_UID);
            case "CertificateRequested" ->
                new CertificateRequested(
                        someCertificate(spec), new CertificateSubject(CertificateSubject.Kind.INTERIOR_CA, ROME));
            case "CertificateIssued" -> new CertificateIssued(someCertificate(spec), signed(spec.now()));
            case "CertificateFailed" -> new CertificateFailed(someCertificate(spec), "no quota");
            case "SigningRequestReceived" -> new SigningRequestReceived(someCertificate(spec), "A");
            case "CertificateRetried" -> new CertificateRetried(someCertificate(spec));
            case "CertificateRotated" ->
                new CertificateRotated(someCertificate(spec), ANY_UID, Optional.empty(), false);
            case "CertificateAcknowledged" -> new CertificateAcknowledged(someCertificate(spec));
            case "CertificateRevoked" -> new CertificateRevoked(someCertificate(spec), "lost");
            case "CertificateExpired" -> new CertificateExpired(someCertificate(spec));
            case "TreeRevoked" -> new TreeRevoked(someCertificate(spec), "lost");
            default -> throw new AssertionError("no example of " + name);
        };
    }

    private static Uid someCertificate(StreamSpec<BackboneCommand, BackboneEvent> spec) {
        return spec.stream().entities().find(AccessPoint.KIND, PARIS_PEER).isPresent()
                ? certificate(spec, CertificateSubject.Kind.ACCESS_POINT, "paris-peer")
                : ANY_UID;
    }
}
