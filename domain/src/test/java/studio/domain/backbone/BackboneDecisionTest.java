package studio.domain.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.backbone.Backbones.DEVELOPERS;
import static studio.domain.backbone.Backbones.OSLO;
import static studio.domain.backbone.Backbones.OSLO_PARIS;
import static studio.domain.backbone.Backbones.OWNERS;
import static studio.domain.backbone.Backbones.PARIS_MEMBER;
import static studio.domain.backbone.Backbones.PARIS_PEER;
import static studio.domain.backbone.Backbones.PARIS_SPARE;
import static studio.domain.backbone.Backbones.ROME;
import static studio.domain.backbone.Backbones.address;
import static studio.domain.backbone.Backbones.attach;
import static studio.domain.backbone.Backbones.attachment;
import static studio.domain.backbone.Backbones.certificate;
import static studio.domain.backbone.Backbones.point;
import static studio.domain.backbone.Backbones.signed;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;
import static studio.domain.spec.Actors.GROUP_OWNER;
import static studio.domain.spec.Actors.OWNER;
import static studio.domain.spec.Actors.STRANGER;
import static studio.domain.spec.Actors.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint.Use;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.AdmitHome;
import studio.domain.backbone.BackboneCommand.AllowMember;
import studio.domain.backbone.BackboneCommand.ChangeAccessPoint;
import studio.domain.backbone.BackboneCommand.ChangeAttachment;
import studio.domain.backbone.BackboneCommand.ChangeBackbone;
import studio.domain.backbone.BackboneCommand.ChangeInteriorSite;
import studio.domain.backbone.BackboneCommand.ChangeLinkCost;
import studio.domain.backbone.BackboneCommand.ClaimInteriorSite;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.BackboneCommand.DeleteBackbone;
import studio.domain.backbone.BackboneCommand.DenyMember;
import studio.domain.backbone.BackboneCommand.InviteInteriorSite;
import studio.domain.backbone.BackboneCommand.LinkInteriorSites;
import studio.domain.backbone.BackboneCommand.RecordAttachmentReady;
import studio.domain.backbone.BackboneCommand.ReleaseAttachment;
import studio.domain.backbone.BackboneCommand.RemoveAccessPoint;
import studio.domain.backbone.BackboneCommand.RemoveInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite.Sighting;
import studio.domain.backbone.BackboneCommand.ReportLink;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.backbone.BackboneCommand.UnlinkInteriorSites;
import studio.domain.backbone.BackboneEvent.InteriorSiteInvited;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateCommand.AcknowledgeCertificate;
import studio.domain.certificate.CertificateCommand.ExpireCertificate;
import studio.domain.certificate.CertificateCommand.FailCertificate;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateCommand.RenewCertificate;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateCommand.RetryCertificate;
import studio.domain.certificate.CertificateCommand.RevokeCertificate;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.Certificates;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Uid;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

/** Every command of a backbone against every state of the backbone, and from everybody who may or may not give it. */
class BackboneDecisionTest {

    private static final DecisionTable BY_STATE = DecisionTable.of("""
        command               | absent          | requested            | failed               | ready                | deleting             | deleted
        CreateBackbone        | BackboneCreated | ALREADY_EXISTS       | ALREADY_EXISTS       | ALREADY_EXISTS       | ALREADY_EXISTS       | BackboneCreated
        ChangeBackbone        | NOT_FOUND       | BackboneChanged      | BackboneChanged      | BackboneChanged      | WRONG_STATE          | NOT_FOUND
        DeleteBackbone        | NOT_FOUND       | BackboneDeleted      | BackboneDeleted      | BackboneDeleted      | same                 | NOT_FOUND
        AddInteriorSite       | NOT_FOUND       | InteriorSiteAdded    | InteriorSiteAdded    | InteriorSiteAdded    | WRONG_STATE          | NOT_FOUND
        ChangeInteriorSite    | NOT_FOUND       | InteriorSiteChanged  | InteriorSiteChanged  | InteriorSiteChanged  | WRONG_STATE          | NOT_FOUND
        RemoveInteriorSite    | NOT_FOUND       | InteriorSiteRemoved  | InteriorSiteRemoved  | InteriorSiteRemoved  | InteriorSiteRemoved  | NOT_FOUND
        ReportInteriorSite    | NOT_FOUND       | WRONG_STATE          | WRONG_STATE          | InteriorSiteReported | InteriorSiteReported | NOT_FOUND
        InviteInteriorSite    | NOT_FOUND       | InteriorSiteInvited  | InteriorSiteInvited  | InteriorSiteInvited  | WRONG_STATE          | NOT_FOUND
        ClaimInteriorSite     | NOT_FOUND       | NOT_YET              | NOT_YET              | InteriorSiteClaimed  | WRONG_STATE          | NOT_FOUND
        AddAccessPoint        | NOT_FOUND       | AccessPointAdded     | AccessPointAdded     | AccessPointAdded     | WRONG_STATE          | NOT_FOUND
        ChangeAccessPoint     | NOT_FOUND       | AccessPointChanged   | AccessPointChanged   | AccessPointChanged   | WRONG_STATE          | NOT_FOUND
        SetAccessPointAddress | NOT_FOUND       | AccessPointAddressSet| AccessPointAddressSet| AccessPointAddressSet| WRONG_STATE          | NOT_FOUND
        RemoveAccessPoint     | NOT_FOUND       | AccessPointRemoved   | AccessPointRemoved   | AccessPointRemoved   | AccessPointRemoved   | NOT_FOUND
        LinkInteriorSites     | NOT_FOUND       | InteriorSitesLinked  | InteriorSitesLinked  | InteriorSitesLinked  | WRONG_STATE          | NOT_FOUND
        ChangeLinkCost        | NOT_FOUND       | LinkCostChanged      | LinkCostChanged      | LinkCostChanged      | WRONG_STATE          | NOT_FOUND
        UnlinkInteriorSites   | NOT_FOUND       | InteriorSitesUnlinked| InteriorSitesUnlinked| InteriorSitesUnlinked| InteriorSitesUnlinked| NOT_FOUND
        ReportLink            | NOT_FOUND       | LinkReported         | LinkReported         | LinkReported         | LinkReported         | NOT_FOUND
        AttachNetwork         | NOT_FOUND       | NetworkAttached      | NetworkAttached      | NetworkAttached      | WRONG_STATE          | NOT_FOUND
        ChangeAttachment      | NOT_FOUND       | AttachmentChanged    | AttachmentChanged    | AttachmentChanged    | AttachmentChanged    | NOT_FOUND
        RecordAttachmentReady | NOT_FOUND       | AttachmentReady      | AttachmentReady      | AttachmentReady      | same                 | NOT_FOUND
        DenyMember            | NOT_FOUND       | MemberDenied         | MemberDenied         | MemberDenied         | MemberDenied         | NOT_FOUND
        AllowMember           | NOT_FOUND       | same                 | same                 | same                 | same                 | NOT_FOUND
        AdmitHome             | NOT_FOUND       | HomeAdmitted         | HomeAdmitted         | HomeAdmitted         | HomeAdmitted         | NOT_FOUND
        ReleaseAttachment     | NOT_FOUND       | AttachmentReleased   | AttachmentReleased   | AttachmentReleased   | AttachmentReleased   | NOT_FOUND
        RecordCertificate     | NOT_FOUND       | CertificateIssued    | CertificateIssued    | CertificateIssued    | CertificateIssued    | NOT_FOUND
        FailCertificate       | NOT_FOUND       | CertificateFailed    | CertificateFailed    | CertificateFailed    | CertificateFailed    | NOT_FOUND
        RequestCertificate    | NOT_FOUND       | SigningRequestReceived | SigningRequestReceived | SigningRequestReceived | SigningRequestReceived | NOT_FOUND
        AcknowledgeCertificate| NOT_FOUND       | WRONG_STATE          | WRONG_STATE          | CertificateAcknowledged | CertificateAcknowledged | NOT_FOUND
        RetryCertificate      | NOT_FOUND       | same                 | CertificateRetried   | WRONG_STATE          | WRONG_STATE          | NOT_FOUND
        RotateCertificate     | NOT_FOUND       | WRONG_STATE          | WRONG_STATE          | CertificateRotated   | CertificateRotated   | NOT_FOUND
        RevokeCertificate     | NOT_FOUND       | WRONG_STATE          | WRONG_STATE          | IN_USE               | IN_USE               | NOT_FOUND
        RenewCertificate      | NOT_FOUND       | same                 | same                 | CertificateRotated   | CertificateRotated   | NOT_FOUND
        ExpireCertificate     | NOT_FOUND       | same                 | same                 | CertificateExpired   | CertificateExpired   | NOT_FOUND
        """);

    /** Commands about a site, and so the agents, are those of oslo; but paris has the access points. */
    private static final DecisionTable BY_ACTOR = DecisionTable.of("""
        command               | admin     | owner     | group owner | auditor   | stranger  | agent of oslo | agent of paris | certificates | backbones | clock | claims
        CreateBackbone        | yes       | yes       | FORBIDDEN   | FORBIDDEN | yes       | FORBIDDEN     | FORBIDDEN      | FORBIDDEN    | FORBIDDEN | FORBIDDEN | FORBIDDEN
        ChangeBackbone        | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        DeleteBackbone        | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        AddInteriorSite       | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        ChangeInteriorSite    | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        RemoveInteriorSite    | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        ReportInteriorSite    | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | yes           | NOT_FOUND      | NOT_FOUND    | yes       | NOT_FOUND | NOT_FOUND
        InviteInteriorSite    | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        ClaimInteriorSite     | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | yes
        AddAccessPoint        | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        ChangeAccessPoint     | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        SetAccessPointAddress | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | yes            | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        RemoveAccessPoint     | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        LinkInteriorSites     | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        ChangeLinkCost        | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        UnlinkInteriorSites   | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
        ReportLink            | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | yes           | NOT_FOUND      | NOT_FOUND    | yes       | NOT_FOUND | NOT_FOUND
        AttachNetwork         | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | yes       | NOT_FOUND | NOT_FOUND
        ChangeAttachment      | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | yes       | NOT_FOUND | NOT_FOUND
        RecordAttachmentReady | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | yes            | NOT_FOUND    | yes       | NOT_FOUND | NOT_FOUND
        DenyMember            | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | yes       | NOT_FOUND | NOT_FOUND
        AllowMember           | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | yes       | NOT_FOUND | NOT_FOUND
        AdmitHome             | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | yes       | NOT_FOUND | NOT_FOUND
        ReleaseAttachment     | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | yes       | NOT_FOUND | NOT_FOUND
        RecordCertificate     | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | yes          | NOT_FOUND | NOT_FOUND | NOT_FOUND
        FailCertificate       | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | yes          | NOT_FOUND | NOT_FOUND | NOT_FOUND
        RequestCertificate    | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | yes            | yes          | yes       | NOT_FOUND | NOT_FOUND
        AcknowledgeCertificate| FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | yes          | yes       | NOT_FOUND | NOT_FOUND
        RetryCertificate      | WRONG_STATE | WRONG_STATE | WRONG_STATE | FORBIDDEN | NOT_FOUND | NOT_FOUND  | NOT_FOUND      | WRONG_STATE  | WRONG_STATE | NOT_FOUND | NOT_FOUND
        RotateCertificate     | yes       | yes       | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | yes          | yes       | NOT_FOUND | NOT_FOUND
        RevokeCertificate     | IN_USE    | IN_USE    | IN_USE      | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | IN_USE       | IN_USE    | NOT_FOUND | NOT_FOUND
        RenewCertificate      | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | yes | NOT_FOUND
        ExpireCertificate     | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND     | NOT_FOUND      | NOT_FOUND    | NOT_FOUND | yes | NOT_FOUND
        """);

    private static final Map<String, Supplier<StreamSpec<BackboneCommand, BackboneEvent>>> STATES = Map.of(
            "absent", Backbones::absent,
            "requested", Backbones::requested,
            "failed", Backbones::failed,
            "ready", Backbones::ready,
            "deleting", Backbones::deleting,
            "deleted", Backbones::deleted);

    /** Commands that are tried where a network is attached. */
    private static final String ATTACHED = ".*(Attach|Member|AdmitHome).*";

    private static final Map<String, Supplier<StreamSpec<BackboneCommand, BackboneEvent>>> ATTACHED_STATES = Map.of(
            "absent", Backbones::absent,
            "requested", () -> Backbones.attached(Backbones.requested()),
            "failed", () -> Backbones.attached(Backbones.failed()),
            "ready", () -> Backbones.attached(Backbones.ready()),
            "deleting", () -> Backbones.attached(Backbones.deployed()).given(OWNER, new DeleteBackbone(false, true)),
            "deleted", () -> Backbones.attached(Backbones.deployed()).given(OWNER, new DeleteBackbone(true, true)));

    private static final Map<String, Function<StreamSpec<BackboneCommand, BackboneEvent>, Actor>> ACTORS =
            Map.ofEntries(
                    Map.entry("admin", spec -> ADMIN),
                    Map.entry("owner", spec -> OWNER),
                    Map.entry("group owner", spec -> GROUP_OWNER),
                    Map.entry("auditor", spec -> AUDITOR),
                    Map.entry("stranger", spec -> STRANGER),
                    Map.entry("agent of oslo", spec -> agent(spec.uid(InteriorSite.KIND, "oslo"))),
                    Map.entry("agent of paris", spec -> agent(spec.uid(InteriorSite.KIND, "paris"))),
                    Map.entry("certificates", spec -> Actor.CERT_ORCHESTRATOR),
                    Map.entry("backbones", spec -> Actor.BACKBONE_ORCHESTRATOR),
                    Map.entry("clock", spec -> Actor.TIMER),
                    Map.entry("claims", spec -> Actor.CLAIMS));

    @Test
    void shouldDecideEveryCommandInEveryState() {
        assertThat(BY_STATE.rows()).containsExactlyInAnyOrderElementsOf(commandNames());
        assertThat(BY_ACTOR.rows()).containsExactlyInAnyOrderElementsOf(commandNames());
    }

    @TestFactory
    Stream<DynamicTest> shouldDecideByState() {
        return BY_STATE.tests((row, column) -> {
            StreamSpec<BackboneCommand, BackboneEvent> spec = DecisionTable.named(
                            column, row.matches(ATTACHED) ? ATTACHED_STATES : STATES)
                    .get();
            BackboneCommand command = command(row, spec);
            invite(command, spec);
            return DecisionTable.effect(spec.stream().submit(giver(command), command));
        });
    }

    @TestFactory
    Stream<DynamicTest> shouldDecideByActor() {
        return BY_ACTOR.tests((row, column) -> {
            StreamSpec<BackboneCommand, BackboneEvent> ready =
                    row.matches(ATTACHED) ? Backbones.attached(Backbones.ready()) : Backbones.ready();
            Actor actor = DecisionTable.named(column, ACTORS).apply(ready);
            StreamSpec<BackboneCommand, BackboneEvent> spec = row.equals("CreateBackbone") ? Backbones.absent() : ready;
            BackboneCommand command = command(row, spec);
            invite(command, spec);
            return DecisionTable.verdict(spec.stream().submit(actor, command));
        });
    }

    private static List<String> commandNames() {
        return StreamType.records(BackboneCommand.class).stream()
                .map(Class::getSimpleName)
                .toList();
    }

    /** Only who was invited claims; a site that is to go was invited before. */
    private static void invite(BackboneCommand command, StreamSpec<BackboneCommand, BackboneEvent> spec) {
        if (command instanceof ClaimInteriorSite claim
                && spec.stream()
                        .entities()
                        .find(InteriorSite.KIND, claim.site())
                        .isPresent()) {
            spec.happened(new InteriorSiteInvited(claim.site(), claim.tokenHash()));
        }
    }

    private static Actor giver(BackboneCommand command) {
        return switch (command) {
            case CertificateCommand.ByClock c -> Actor.TIMER;
            case CertificateCommand c -> Actor.CERT_ORCHESTRATOR;
            case ReportInteriorSite c -> Actor.BACKBONE_ORCHESTRATOR;
            case ClaimInteriorSite c -> Actor.CLAIMS;
            case ReportLink c -> Actor.BACKBONE_ORCHESTRATOR;
            case BackboneCommand.AttachNetwork c -> Actor.BACKBONE_ORCHESTRATOR;
            case BackboneCommand.OfAttachment c -> Actor.BACKBONE_ORCHESTRATOR;
            case BackboneCommand c -> OWNER;
        };
    }

    private static BackboneCommand command(String name, StreamSpec<BackboneCommand, BackboneEvent> spec) {
        return switch (name) {
            case "CreateBackbone" -> new CreateBackbone(OWNERS, DEVELOPERS);
            case "ChangeBackbone" -> new ChangeBackbone(Optional.empty(), Optional.of(DEVELOPERS));
            case "DeleteBackbone" -> new DeleteBackbone(false);
            case "AddInteriorSite" -> new AddInteriorSite(ROME, Platform.LINUX, Optional.empty());
            case "ChangeInteriorSite" -> new ChangeInteriorSite(OSLO, Optional.of("Oslo"));
            case "RemoveInteriorSite" -> new RemoveInteriorSite(OSLO, false);
            case "ReportInteriorSite" -> new ReportInteriorSite(OSLO, Sighting.ACTIVE);
            case "InviteInteriorSite" -> new InviteInteriorSite(OSLO, Digest.ofText("token"));
            case "ClaimInteriorSite" ->
                new ClaimInteriorSite(
                        OSLO, Digest.ofText("token"), Digest.ofText("key"), Certificates.signingRequest("O"));
            case "AddAccessPoint" -> point(ROME, OSLO, Use.MANAGE);
            case "ChangeAccessPoint" -> new ChangeAccessPoint(PARIS_MEMBER, DEVELOPERS);
            case "SetAccessPointAddress" -> new SetAccessPointAddress(PARIS_PEER, address("new.example", 443));
            case "RemoveAccessPoint" -> new RemoveAccessPoint(PARIS_PEER, true);
            case "LinkInteriorSites" -> new LinkInteriorSites(ROME, OSLO, PARIS_SPARE, 1);
            case "ChangeLinkCost" -> new ChangeLinkCost(OSLO_PARIS, 7);
            case "UnlinkInteriorSites" -> new UnlinkInteriorSites(OSLO_PARIS);
            case "ReportLink" -> new ReportLink(OSLO_PARIS, true, Optional.empty());
            case "RecordCertificate" -> new RecordCertificate(someCertificate(spec), signed(spec.now()));
            case "FailCertificate" -> new FailCertificate(someCertificate(spec), "the issuer is down");
            case "AttachNetwork" -> attach("depot");
            case "ChangeAttachment" -> new ChangeAttachment(attachment(spec, "shop"), Backbones.authority("other"));
            case "RecordAttachmentReady" -> new RecordAttachmentReady(attachment(spec, "shop"));
            case "DenyMember" -> new DenyMember(attachment(spec, "shop"), StreamSpec.ANY_UID);
            case "AdmitHome" -> new AdmitHome(attachment(spec, "shop"), StreamSpec.ANY_UID);
            case "AllowMember" -> new AllowMember(attachment(spec, "shop"), StreamSpec.ANY_UID);
            case "ReleaseAttachment" -> new ReleaseAttachment(attachment(spec, "shop"));
            case "RequestCertificate" ->
                new RequestCertificate(
                        new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, PARIS_PEER),
                        Optional.of(Certificates.signingRequest("A")));
            case "AcknowledgeCertificate" -> new AcknowledgeCertificate(authority(spec));
            case "RetryCertificate" -> new RetryCertificate(authority(spec));
            case "RotateCertificate" -> new RotateCertificate(authority(spec), Optional.empty(), false);
            case "RevokeCertificate" -> new RevokeCertificate(authority(spec), "lost");
            case "RenewCertificate" -> new RenewCertificate(authority(spec));
            case "ExpireCertificate" -> new ExpireCertificate(authority(spec));
            default -> throw new AssertionError("no example of " + name);
        };
    }

    /** The interior authority's, or in a stream without any a uid that names none. */
    private static Uid authority(StreamSpec<BackboneCommand, BackboneEvent> spec) {
        return spec.stream().entities().list(TlsCertificate.KIND).isEmpty()
                ? StreamSpec.ANY_UID
                : certificate(spec, CertificateSubject.Kind.INTERIOR_CA, "acme");
    }

    /** The access point's, or in a stream without any a uid that names none. */
    private static Uid someCertificate(StreamSpec<BackboneCommand, BackboneEvent> spec) {
        return spec.stream().entities().find(AccessPoint.KIND, PARIS_PEER).isPresent()
                ? certificate(spec, CertificateSubject.Kind.ACCESS_POINT, "paris-peer")
                : StreamSpec.ANY_UID;
    }
}
