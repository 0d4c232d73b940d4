package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.network.Networks.BERLIN;
import static studio.domain.network.Networks.EAST;
import static studio.domain.network.Networks.GOLD;
import static studio.domain.network.Networks.GROUP_OWNER;
import static studio.domain.network.Networks.OWNER;
import static studio.domain.network.Networks.OWNERS;
import static studio.domain.network.Networks.READER;
import static studio.domain.network.Networks.SILVER;
import static studio.domain.network.Networks.STORES;
import static studio.domain.network.Networks.WEST;
import static studio.domain.network.Networks.berlin;
import static studio.domain.network.Networks.claim;
import static studio.domain.network.Networks.digest;
import static studio.domain.network.Networks.endpoint;
import static studio.domain.network.Networks.homeActor;
import static studio.domain.network.Networks.network;
import static studio.domain.network.Networks.terms;
import static studio.domain.network.Networks.uid;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;
import static studio.domain.spec.Actors.STRANGER;
import static studio.domain.spec.Actors.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.domain.StreamType;
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
import studio.domain.certificate.Certificates;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.AttachmentCommand.RecordAttachment;
import studio.domain.network.AttachmentCommand.RejectAttachment;
import studio.domain.network.AttachmentCommand.WithdrawAttachment;
import studio.domain.network.HomeCommand.ClaimHome;
import studio.domain.network.HomeCommand.InviteHome;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.HomeCommand.ReportHome;
import studio.domain.network.InvitationCommand.ChangeInvitation;
import studio.domain.network.InvitationCommand.CreateInvitation;
import studio.domain.network.InvitationCommand.ExpireInvitation;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.InvitationCommand.RevokeInvitation;
import studio.domain.network.MemberCommand.AbandonJoin;
import studio.domain.network.MemberCommand.ConfirmCleanup;
import studio.domain.network.MemberCommand.EvictSite;
import studio.domain.network.MemberCommand.LeaveNetwork;
import studio.domain.network.MemberCommand.MarkSiteLost;
import studio.domain.network.MemberCommand.PauseSite;
import studio.domain.network.MemberCommand.ReclassifySite;
import studio.domain.network.MemberCommand.RenameSite;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.network.MemberCommand.ResumeSite;
import studio.domain.network.MemberCommand.SetAcceptancePolicy;
import studio.domain.network.MemberCommand.SetOwnPause;
import studio.domain.network.NetworkCommand.ActivateNetwork;
import studio.domain.network.NetworkCommand.ChangeNetwork;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.network.NetworkCommand.ExpireNetwork;
import studio.domain.network.NetworkCommand.PurgeNetwork;
import studio.domain.network.NetworkCommand.ResumeNetwork;
import studio.domain.network.NetworkCommand.SuspendNetwork;
import studio.domain.network.SiteClassCommand.AddSiteClass;
import studio.domain.network.SiteClassCommand.ChangeSiteClass;
import studio.domain.network.SiteClassCommand.RemoveSiteClass;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

/** Every command about a network's members against every state of the network, and from everybody who may or may not give it. */
class NetworkDecisionTest {

    /** Berlin is there from active on. Timers come early, so that the clock's commands do nothing. */
    private static final DecisionTable BY_STATE = DecisionTable.of("""
        command                | absent         | scheduled           | requested           | failed              | active                   | suspended                | expired                  | deleting                | deleted
        CreateNetwork          | NetworkCreated | ALREADY_EXISTS      | ALREADY_EXISTS      | ALREADY_EXISTS      | ALREADY_EXISTS           | ALREADY_EXISTS           | ALREADY_EXISTS           | ALREADY_EXISTS          | NetworkCreated
        ChangeNetwork          | NOT_FOUND      | NetworkChanged      | NetworkChanged      | NetworkChanged      | NetworkChanged           | NetworkChanged           | NetworkChanged           | WRONG_STATE             | NOT_FOUND
        SuspendNetwork         | NOT_FOUND      | WRONG_STATE         | WRONG_STATE         | WRONG_STATE         | NetworkSuspended         | NetworkSuspended         | WRONG_STATE              | WRONG_STATE             | NOT_FOUND
        ResumeNetwork          | NOT_FOUND      | WRONG_STATE         | WRONG_STATE         | WRONG_STATE         | same                     | NetworkResumed           | WRONG_STATE              | WRONG_STATE             | NOT_FOUND
        DeleteNetwork          | NOT_FOUND      | NetworkDeleted      | NetworkDeleted      | NetworkDeleted      | NetworkDeletionRequested | NetworkDeletionRequested | NetworkDeletionRequested | same                    | NOT_FOUND
        ActivateNetwork        | same           | same                | same                | same                | same                     | same                     | same                     | same                    | same
        ExpireNetwork          | same           | same                | same                | same                | same                     | same                     | same                     | same                    | same
        PurgeNetwork           | same           | same                | same                | same                | same                     | same                     | same                     | same                    | same
        RecordAttachment       | NOT_FOUND      | AttachmentRecorded     | AttachmentRecorded     | AttachmentRecorded     | AttachmentRecorded          | AttachmentRecorded          | AttachmentRecorded          | AttachmentRecorded         | NOT_FOUND
        RejectAttachment       | NOT_FOUND      | AttachmentRejected  | AttachmentRejected  | AttachmentRejected  | AttachmentRejected       | AttachmentRejected       | AttachmentRejected       | AttachmentRejected      | NOT_FOUND
        WithdrawAttachment     | NOT_FOUND      | AttachmentWithdrawn | AttachmentWithdrawn | AttachmentWithdrawn | AttachmentWithdrawn      | AttachmentWithdrawn      | AttachmentWithdrawn      | AttachmentWithdrawn     | NOT_FOUND
        PlaceHome              | NOT_FOUND      | HomePlaced          | HomePlaced          | HomePlaced          | HomePlaced               | HomePlaced               | HomePlaced               | WRONG_STATE             | NOT_FOUND
        InviteHome             | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | WRONG_STATE              | WRONG_STATE              | WRONG_STATE              | WRONG_STATE             | NOT_FOUND
        ClaimHome              | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | NOT_FOUND                | NOT_FOUND                | NOT_FOUND                | NOT_FOUND               | NOT_FOUND
        ReportHome             | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | HomeReported             | HomeReported             | HomeReported             | HomeReported            | NOT_FOUND
        AddSiteClass           | NOT_FOUND      | SiteClassAdded      | SiteClassAdded      | SiteClassAdded      | SiteClassAdded           | SiteClassAdded           | SiteClassAdded           | WRONG_STATE             | NOT_FOUND
        ChangeSiteClass        | NOT_FOUND      | SiteClassChanged    | SiteClassChanged    | SiteClassChanged    | SiteClassChanged         | SiteClassChanged         | SiteClassChanged         | WRONG_STATE             | NOT_FOUND
        RemoveSiteClass        | NOT_FOUND      | SiteClassRemoved    | SiteClassRemoved    | SiteClassRemoved    | SiteClassRemoved         | SiteClassRemoved         | SiteClassRemoved         | WRONG_STATE             | NOT_FOUND
        CreateInvitation       | NOT_FOUND      | InvitationCreated   | InvitationCreated   | InvitationCreated   | InvitationCreated        | InvitationCreated        | InvitationCreated        | WRONG_STATE             | NOT_FOUND
        ChangeInvitation       | NOT_FOUND      | InvitationChanged   | InvitationChanged   | InvitationChanged   | InvitationChanged        | InvitationChanged        | InvitationChanged        | WRONG_STATE             | NOT_FOUND
        ReissueInvitation      | NOT_FOUND      | InvitationReissued  | InvitationReissued  | InvitationReissued  | InvitationReissued       | InvitationReissued       | InvitationReissued       | WRONG_STATE             | NOT_FOUND
        RevokeInvitation       | NOT_FOUND      | InvitationRevoked   | InvitationRevoked   | InvitationRevoked   | InvitationRevoked        | InvitationRevoked        | InvitationRevoked        | InvitationRevoked       | NOT_FOUND
        ExpireInvitation       | same           | same                | same                | same                | same                     | same                     | same                     | same                    | same
        ClaimInvitation        | NOT_FOUND      | NOT_YET             | NOT_YET             | NOT_YET             | SiteAdmitted             | NETWORK_SUSPENDED        | NETWORK_EXPIRED          | NETWORK_DELETING        | NOT_FOUND
        RenameSite             | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | SiteRenamed              | SiteRenamed              | SiteRenamed              | WRONG_STATE             | NOT_FOUND
        ReclassifySite         | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | SiteReclassified         | SiteReclassified         | SiteReclassified         | WRONG_STATE             | NOT_FOUND
        PauseSite              | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | SitePaused               | SitePaused               | SitePaused               | WRONG_STATE             | NOT_FOUND
        ResumeSite             | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | same                     | same                     | same                     | WRONG_STATE             | NOT_FOUND
        EvictSite              | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | SiteEvicted              | SiteEvicted              | SiteEvicted              | SiteEvicted             | NOT_FOUND
        LeaveNetwork           | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | SiteLeft                 | SiteLeft                 | SiteLeft                 | SiteLeft                | NOT_FOUND
        ConfirmCleanup         | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | WRONG_STATE              | WRONG_STATE              | WRONG_STATE              | SiteRemoved             | NOT_FOUND
        SetOwnPause            | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | SitePaused               | SitePaused               | SitePaused               | SitePaused              | NOT_FOUND
        SetAcceptancePolicy    | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | AcceptancePolicySet      | AcceptancePolicySet      | AcceptancePolicySet      | AcceptancePolicySet     | NOT_FOUND
        ReportSite             | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | SiteReported             | SiteReported             | SiteReported             | SiteReported            | NOT_FOUND
        MarkSiteLost           | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | SiteLost                 | SiteLost                 | SiteLost                 | SiteLost                | NOT_FOUND
        AbandonJoin            | same           | same                | same                | same                | same                     | same                     | same                     | same                    | same
        RequestCertificate     | NOT_FOUND      | NOT_FOUND           | NOT_FOUND           | NOT_FOUND           | CertificateRotated       | CertificateRotated       | CertificateRotated       | CertificateRotated      | NOT_FOUND
        AcknowledgeCertificate | NOT_FOUND      | WRONG_STATE         | WRONG_STATE         | WRONG_STATE         | CertificateAcknowledged  | CertificateAcknowledged  | CertificateAcknowledged  | CertificateAcknowledged | NOT_FOUND
        RecordCertificate      | NOT_FOUND      | CertificateIssued   | CertificateIssued   | CertificateIssued   | WRONG_STATE              | WRONG_STATE              | WRONG_STATE              | WRONG_STATE             | NOT_FOUND
        FailCertificate        | NOT_FOUND      | CertificateFailed   | CertificateFailed   | CertificateFailed   | WRONG_STATE              | WRONG_STATE              | WRONG_STATE              | WRONG_STATE             | NOT_FOUND
        RetryCertificate       | NOT_FOUND      | same                | same                | CertificateRetried  | WRONG_STATE              | WRONG_STATE              | WRONG_STATE              | WRONG_STATE             | NOT_FOUND
        RotateCertificate      | NOT_FOUND      | WRONG_STATE         | WRONG_STATE         | WRONG_STATE         | CertificateRotated       | CertificateRotated       | CertificateRotated       | CertificateRotated      | NOT_FOUND
        RevokeCertificate      | NOT_FOUND      | WRONG_STATE         | WRONG_STATE         | WRONG_STATE         | CertificateRevoked       | CertificateRevoked       | CertificateRevoked       | CertificateRevoked      | NOT_FOUND
        RenewCertificate       | same           | same                | same                | same                | CertificateRotated       | CertificateRotated       | CertificateRotated       | CertificateRotated      | same
        ExpireCertificate      | same           | same                | same                | same                | CertificateExpired       | CertificateExpired       | CertificateExpired       | CertificateExpired      | same
        """);

    private static final DecisionTable BY_ACTOR = DecisionTable.of("""
        command                | admin     | owner     | group owner | reader    | auditor   | stranger  | berlin    | other site | home      | claims    | certificates | backbones | clock
        CreateNetwork          | yes       | yes       | FORBIDDEN   | FORBIDDEN | FORBIDDEN | yes       | FORBIDDEN | FORBIDDEN  | FORBIDDEN | FORBIDDEN | FORBIDDEN    | FORBIDDEN | FORBIDDEN
        ChangeNetwork          | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        SuspendNetwork         | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        ResumeNetwork          | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        DeleteNetwork          | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        ActivateNetwork        | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | yes
        ExpireNetwork          | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | yes
        PurgeNetwork           | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | yes
        RecordAttachment       | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | yes       | NOT_FOUND
        RejectAttachment       | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | yes       | NOT_FOUND
        WithdrawAttachment     | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | yes       | NOT_FOUND
        PlaceHome              | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        InviteHome             | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        ClaimHome              | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | yes       | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        ReportHome             | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | yes       | NOT_FOUND | NOT_FOUND    | yes       | NOT_FOUND
        AddSiteClass           | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        ChangeSiteClass        | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        RemoveSiteClass        | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        CreateInvitation       | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        ChangeInvitation       | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        ReissueInvitation      | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        RevokeInvitation       | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        ExpireInvitation       | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | yes
        ClaimInvitation        | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | yes       | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        RenameSite             | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        ReclassifySite         | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        PauseSite              | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        ResumeSite             | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        EvictSite              | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        LeaveNetwork           | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | yes       | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        ConfirmCleanup         | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | yes       | NOT_FOUND  | yes       | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        SetOwnPause            | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | yes       | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        SetAcceptancePolicy    | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | yes       | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        ReportSite             | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | yes       | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        MarkSiteLost           | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | yes       | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND
        AbandonJoin            | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | yes
        RequestCertificate     | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | yes       | NOT_FOUND  | NOT_FOUND | NOT_FOUND | yes          | NOT_FOUND | NOT_FOUND
        AcknowledgeCertificate | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | yes       | NOT_FOUND  | NOT_FOUND | NOT_FOUND | yes          | NOT_FOUND | NOT_FOUND
        RecordCertificate      | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | yes          | NOT_FOUND | NOT_FOUND
        FailCertificate        | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | yes          | NOT_FOUND | NOT_FOUND
        RetryCertificate       | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | yes          | NOT_FOUND | NOT_FOUND
        RotateCertificate      | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | yes          | NOT_FOUND | NOT_FOUND
        RevokeCertificate      | yes       | yes       | yes         | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | yes          | NOT_FOUND | NOT_FOUND
        RenewCertificate       | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | yes
        ExpireCertificate      | FORBIDDEN | FORBIDDEN | FORBIDDEN   | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND  | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | yes
        """);

    private static final Map<String, Supplier<StreamSpec<NetworkCommand, NetworkEvent>>> STATES = Map.of(
            "absent", Networks::absent,
            "scheduled", Networks::scheduled,
            "requested", Networks::requested,
            "failed", Networks::failed,
            "active", Networks::active,
            "suspended", Networks::suspended,
            "expired", Networks::expired,
            "deleting", Networks::deleting,
            "deleted", Networks::deleted);

    private static final Map<String, Function<StreamSpec<NetworkCommand, NetworkEvent>, Actor>> ACTORS = Map.ofEntries(
            Map.entry("admin", spec -> ADMIN),
            Map.entry("owner", spec -> OWNER),
            Map.entry("group owner", spec -> GROUP_OWNER),
            Map.entry("reader", spec -> READER),
            Map.entry("auditor", spec -> AUDITOR),
            Map.entry("stranger", spec -> STRANGER),
            Map.entry("berlin", Networks::berlin),
            Map.entry("other site", spec -> agent(Networks.some(9))),
            Map.entry("home", Networks::homeActor),
            Map.entry("claims", spec -> Actor.CLAIMS),
            Map.entry("certificates", spec -> Actor.CERT_ORCHESTRATOR),
            Map.entry("backbones", spec -> Actor.BACKBONE_ORCHESTRATOR),
            Map.entry("clock", spec -> Actor.TIMER));

    @Test
    void shouldDecideEveryCommandInEveryState() {
        List<String> names = StreamType.records(NetworkCommand.class).stream()
                .filter(type -> !EndpointCommand.class.isAssignableFrom(type)
                        && !ServiceLinkCommand.class.isAssignableFrom(type)
                        && !DecisionCommand.class.isAssignableFrom(type))
                .map(Class::getSimpleName)
                .distinct()
                .toList();
        assertThat(BY_STATE.rows()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(BY_ACTOR.rows()).containsExactlyInAnyOrderElementsOf(names);
    }

    @TestFactory
    Stream<DynamicTest> shouldDecideByState() {
        return BY_STATE.tests((row, column) -> {
            StreamSpec<NetworkCommand, NetworkEvent> spec =
                    DecisionTable.named(column, STATES).get();
            NetworkCommand command = command(row, spec);
            return DecisionTable.effect(spec.stream().submit(giver(command, spec), command));
        });
    }

    @TestFactory
    Stream<DynamicTest> shouldDecideByActor() {
        return BY_ACTOR.tests((row, column) -> {
            StreamSpec<NetworkCommand, NetworkEvent> spec =
                    row.equals("CreateNetwork") ? Networks.absent() : Networks.active();
            Actor actor = DecisionTable.named(column, ACTORS).apply(spec);
            NetworkCommand command = command(row, spec);
            return spec.stream()
                    .type()
                    .decider()
                    .authorise(command, spec.stream().entities(), actor)
                    .map(rejection -> rejection.reason().name())
                    .orElse("yes");
        });
    }

    @TestFactory
    Stream<DynamicTest> shouldNeverLookAtAllSites() {
        return BY_STATE.rows().stream()
                .map(row -> DynamicTest.dynamicTest(row, () -> {
                    StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
                    NetworkCommand command = command(row, spec);
                    Entities entities = new Sparing(spec.stream().entities());
                    Actor actor = giver(command, spec);
                    NetworkDecider.INSTANCE.authorise(command, entities, actor);
                    NetworkDecider.INSTANCE.decide(
                            command, entities, new Facts(spec.now(), new IdSource("sparing", spec.now()), actor));
                }));
    }

    /** Entities of which there may be as many as there are sites are not to be listed. */
    private record Sparing(Entities all) implements Entities {

        private static final Set<Kind<?>> MANY =
                Set.of(MemberSite.KIND, SiteIndex.KIND, TlsCertificate.KIND, CertificateIndex.KIND);

        @Override
        public StreamKey stream() {
            return all.stream();
        }

        @Override
        public Optional<Entity> find(EntityKey key) {
            return all.find(key);
        }

        @Override
        public <S extends Entity> List<S> list(Kind<S> kind) {
            assertThat(MANY).doesNotContain(kind);
            return all.list(kind);
        }

        @Override
        public <S extends Entity> List<S> list(Kind<S> kind, String prefix) {
            assertThat(MANY).doesNotContain(kind);
            return all.list(kind, prefix);
        }
    }

    private static Actor giver(NetworkCommand command, StreamSpec<NetworkCommand, NetworkEvent> spec) {
        return switch (command) {
            case ActivateNetwork c -> Actor.TIMER;
            case ExpireNetwork c -> Actor.TIMER;
            case PurgeNetwork c -> Actor.TIMER;
            case ExpireInvitation c -> Actor.TIMER;
            case AbandonJoin c -> Actor.TIMER;
            case InvitationCommand.ClaimInvitation c -> Actor.CLAIMS;
            case ClaimHome c -> Actor.CLAIMS;
            case AttachmentCommand c -> Actor.BACKBONE_ORCHESTRATOR;
            case ReportHome c -> Actor.BACKBONE_ORCHESTRATOR;
            case MarkSiteLost c -> homeActor(spec);
            case ConfirmCleanup c -> OWNER;
            case MemberCommand.Known c -> berlin(spec);
            case CertificateCommand.ByClock c -> Actor.TIMER;
            case CertificateCommand c -> Actor.CERT_ORCHESTRATOR;
            case NetworkCommand c -> OWNER;
        };
    }

    private static NetworkCommand command(String name, StreamSpec<NetworkCommand, NetworkEvent> spec) {
        return switch (name) {
            case "CreateNetwork" -> Networks.create(Networks.NOW);
            case "ChangeNetwork" ->
                new ChangeNetwork(Optional.empty(), Optional.of(OWNERS), Optional.empty(), Optional.empty());
            case "SuspendNetwork" -> new SuspendNetwork("unpaid");
            case "ResumeNetwork" -> new ResumeNetwork();
            case "DeleteNetwork" -> new DeleteNetwork(false);
            case "ActivateNetwork" -> new ActivateNetwork();
            case "ExpireNetwork" -> new ExpireNetwork();
            case "PurgeNetwork" -> new PurgeNetwork();
            case "RecordAttachment" -> new RecordAttachment(EAST, network(spec), endpoint("east.example"));
            case "RejectAttachment" -> new RejectAttachment(EAST, network(spec), "no port left");
            case "WithdrawAttachment" -> new WithdrawAttachment(WEST, network(spec));
            case "PlaceHome" -> new PlaceHome(Home.Placement.OWN);
            case "InviteHome" -> new InviteHome(digest(2));
            case "ClaimHome" -> new ClaimHome(digest(2), digest(3), Certificates.signingRequest("H"));
            case "ReportHome" -> new ReportHome(Home.Reach.LOST);
            case "AddSiteClass" -> new AddSiteClass(Name.of("bronze"), Set.of(), AcceptancePolicy.Mode.ASK);
            case "ChangeSiteClass" ->
                new ChangeSiteClass(GOLD, Optional.empty(), Optional.of(AcceptancePolicy.Mode.ACCEPT_ALL));
            case "RemoveSiteClass" -> new RemoveSiteClass(SILVER, false);
            case "CreateInvitation" -> new CreateInvitation(Name.of("more"), terms(), List.of());
            case "ChangeInvitation" -> new ChangeInvitation(STORES, Optional.of(terms(GOLD, SILVER)), Optional.empty());
            case "ReissueInvitation" -> new ReissueInvitation(STORES, digest(4), false);
            case "RevokeInvitation" -> new RevokeInvitation(STORES);
            case "ExpireInvitation" -> new ExpireInvitation(STORES);
            case "ClaimInvitation" -> claim(Name.of("rome"), 101);
            case "RenameSite" -> new RenameSite(BERLIN, Name.of("mitte"));
            case "ReclassifySite" -> new ReclassifySite(BERLIN, Set.of(SILVER));
            case "PauseSite" -> new PauseSite(BERLIN);
            case "ResumeSite" -> new ResumeSite(BERLIN);
            case "EvictSite" -> new EvictSite(BERLIN, "stolen");
            case "LeaveNetwork" -> new LeaveNetwork(uid(spec, BERLIN));
            case "ConfirmCleanup" -> new ConfirmCleanup(uid(spec, BERLIN));
            case "SetOwnPause" -> new SetOwnPause(uid(spec, BERLIN), true);
            case "SetAcceptancePolicy" -> new SetAcceptancePolicy(uid(spec, BERLIN), AcceptancePolicy.ACCEPT_ALL);
            case "ReportSite" -> new ReportSite(uid(spec, BERLIN), 2, List.of());
            case "MarkSiteLost" -> new MarkSiteLost(uid(spec, BERLIN));
            case "AbandonJoin" -> new AbandonJoin(uid(spec, BERLIN));
            case "RequestCertificate" ->
                new RequestCertificate(
                        NetworkCertificates.site(uid(spec, BERLIN)), Optional.of(Certificates.signingRequest("N")));
            case "AcknowledgeCertificate" -> new AcknowledgeCertificate(certificate(spec));
            case "RecordCertificate" ->
                new RecordCertificate(certificate(spec), Certificates.signed("ff", spec.now(), Optional.empty()));
            case "FailCertificate" -> new FailCertificate(certificate(spec), "no quota");
            case "RetryCertificate" -> new RetryCertificate(certificate(spec));
            case "RotateCertificate" -> new RotateCertificate(certificate(spec), Optional.empty(), false);
            case "RevokeCertificate" -> new RevokeCertificate(certificate(spec), "stolen");
            case "RenewCertificate" -> new RenewCertificate(certificate(spec));
            case "ExpireCertificate" -> new ExpireCertificate(certificate(spec));
            default -> throw new AssertionError("no example of " + name);
        };
    }

    /** Berlin's, or else the network's authority's. */
    private static Uid certificate(StreamSpec<NetworkCommand, NetworkEvent> spec) {
        return NetworkCertificates.of(
                        NetworkCertificates.site(uid(spec, BERLIN)),
                        spec.stream().entities())
                .or(() -> NetworkCertificates.of(
                        NetworkCertificates.authority(spec.stream().entities()),
                        spec.stream().entities()))
                .map(TlsCertificate::meta)
                .map(meta -> meta.uid())
                .orElse(StreamSpec.ANY_UID);
    }
}
