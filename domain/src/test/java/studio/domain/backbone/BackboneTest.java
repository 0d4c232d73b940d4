package studio.domain.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.backbone.Backbones.DEVELOPERS;
import static studio.domain.backbone.Backbones.OSLO;
import static studio.domain.backbone.Backbones.OWNERS;
import static studio.domain.backbone.Backbones.PARIS;
import static studio.domain.backbone.Backbones.certificate;
import static studio.domain.backbone.Backbones.issued;
import static studio.domain.backbone.Backbones.signed;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;
import static studio.domain.spec.Actors.GROUP_OWNER;
import static studio.domain.spec.Actors.OWNER;
import static studio.domain.spec.Actors.STRANGER;
import static studio.domain.spec.Actors.user;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneCommand.ChangeBackbone;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.BackboneCommand.DeleteBackbone;
import studio.domain.backbone.BackboneCommand.RemoveInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite.Sighting;
import studio.domain.backbone.BackboneEvent.BackboneChanged;
import studio.domain.backbone.BackboneEvent.BackboneCreated;
import studio.domain.backbone.BackboneEvent.BackboneDeleted;
import studio.domain.backbone.BackboneEvent.BackboneDeletionRequested;
import studio.domain.backbone.BackboneEvent.BackboneFailed;
import studio.domain.backbone.BackboneEvent.BackboneReady;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemovalRequested;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemoved;
import studio.domain.backbone.BackboneEvent.InteriorSiteReported;
import studio.domain.certificate.CertificateCommand.FailCertificate;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateEvent.CertificateFailed;
import studio.domain.certificate.CertificateEvent.CertificateIssued;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;
import studio.domain.spec.StreamSpec;

class BackboneTest {

    private static final CertificateSubject INTERIOR_CA =
            new CertificateSubject(CertificateSubject.Kind.INTERIOR_CA, Name.of("acme"));
    private static final CertificateSubject ACCESS_POINT_CA =
            new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT_CA, Name.of("acme"));

    @Test
    void shouldAskForBothAuthoritiesWhenCreated() {
        Backbones.absent()
                .when(OWNER, new CreateBackbone(OWNERS, DEVELOPERS))
                .then(
                        new BackboneCreated(ANY_UID, OWNERS, DEVELOPERS),
                        new CertificateRequested(ANY_UID, INTERIOR_CA),
                        new CertificateRequested(ANY_UID, ACCESS_POINT_CA))
                .and(Backbone.KIND, "acme")
                .isInstanceOf(Backbone.Requested.class);
    }

    @Test
    void shouldBelongToWhoeverCreatesItWithoutNamingOwners() {
        Backbones.absent()
                .when(OWNER, new CreateBackbone(Owners.NOBODY, Owners.NOBODY))
                .and(Backbone.KIND, "acme")
                .returns(Owners.user(Name.of("alice")), Backbone::owners);
    }

    @Test
    void shouldBecomeReadyWithTheSecondAuthority() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.empty();
        Uid first = certificate(spec, CertificateSubject.Kind.INTERIOR_CA, "acme");
        Uid second = certificate(spec, CertificateSubject.Kind.ACCESS_POINT_CA, "acme");
        TlsCertificate.Signed signed = signed(spec.now());
        spec.when(Actor.CERT_ORCHESTRATOR, new RecordCertificate(first, signed))
                .then(new CertificateIssued(first, signed));
        spec.when(Actor.CERT_ORCHESTRATOR, new RecordCertificate(second, signed))
                .then(new CertificateIssued(second, signed), new BackboneReady())
                .and(Backbone.KIND, "acme")
                .isInstanceOf(Backbone.Ready.class);
    }

    @Test
    void shouldFailWithAnAuthorityAndRecoverWhenALaterTrySucceeds() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.empty();
        Uid authority = certificate(spec, CertificateSubject.Kind.ACCESS_POINT_CA, "acme");
        spec.when(Actor.CERT_ORCHESTRATOR, new FailCertificate(authority, "no quota"))
                .then(new CertificateFailed(authority, "no quota"), new BackboneFailed("no quota"));
        spec.when(Actor.CERT_ORCHESTRATOR, new FailCertificate(authority, "no quota"))
                .then();
        issued(spec, certificate(spec, CertificateSubject.Kind.INTERIOR_CA, "acme"));
        spec.when(Actor.CERT_ORCHESTRATOR, new RecordCertificate(authority, signed(spec.now())))
                .then(new CertificateIssued(authority, signed(spec.now())), new BackboneReady());
    }

    @Test
    void shouldChangeOwnersAndKeepWhatIsNotMentioned() {
        Owners others = Owners.user(Name.of("bob"));
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        spec.when(GROUP_OWNER, new ChangeBackbone(Optional.of(others), Optional.empty()))
                .then(new BackboneChanged(others, Owners.NOBODY));
        spec.when(OWNER, new ChangeBackbone(Optional.empty(), Optional.of(DEVELOPERS)))
                .thenRejected(NOT_FOUND);
    }

    @Test
    void shouldNotChangeWhatAlreadyIs() {
        Backbones.ready()
                .when(OWNER, new ChangeBackbone(Optional.of(OWNERS), Optional.empty()))
                .then();
    }

    @Test
    void shouldRejectABackboneWithoutOwners() {
        Backbones.ready()
                .when(OWNER, new ChangeBackbone(Optional.of(Owners.NOBODY), Optional.empty()))
                .thenRejected(INVALID_VALUE, "owners");
    }

    @Test
    void shouldRejectMoreOwnersThanCanBeKept() {
        Owners many = new Owners(many(51), Set.of());
        Backbones.absent()
                .when(OWNER, new CreateBackbone(many, Owners.NOBODY))
                .thenRejected(LIMIT_REACHED, "owners.users");
        Backbones.ready()
                .when(OWNER, new ChangeBackbone(Optional.empty(), Optional.of(new Owners(Set.of(), many(51)))))
                .thenRejected(LIMIT_REACHED, "offeredTo.groups");
        Backbones.absent()
                .when(OWNER, new CreateBackbone(new Owners(many(50), many(50)), many))
                .thenRejected(LIMIT_REACHED, "offeredTo.users");
    }

    @Test
    void shouldDeleteAtOnceWhenNothingRuns() {
        Backbones.ready()
                .when(OWNER, new DeleteBackbone(false))
                .then(new BackboneDeleted())
                .andNo(InteriorSite.KIND)
                .andNo(AccessPoint.KIND)
                .andNo(InterRouterLink.KIND)
                .andNo(TlsCertificate.KIND);
    }

    @Test
    void shouldWaitForDeployedSitesToCleanUpBeforeItIsDeleted() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.deployed();
        spec.when(OWNER, new DeleteBackbone(false))
                .then(new BackboneDeletionRequested())
                .and(InteriorSite.KIND, "paris")
                .isInstanceOf(InteriorSite.Deleting.class);
        spec.when(Actor.BACKBONE_ORCHESTRATOR, new ReportInteriorSite(PARIS, Sighting.CLEANED_UP))
                .then(new InteriorSiteRemoved(PARIS), new BackboneDeleted());
    }

    @Test
    void shouldDeleteAtOnceWhenForced() {
        Backbones.deleting().when(OWNER, new DeleteBackbone(true)).then(new BackboneDeleted());
        Backbones.deployed().when(OWNER, new DeleteBackbone(true)).then(new BackboneDeleted());
    }

    @Test
    void shouldConvergeWhenTheLastSiteIsRemovedByForce() {
        Backbones.deleting()
                .when(OWNER, new RemoveInteriorSite(PARIS, true))
                .then(new InteriorSiteRemoved(PARIS), new BackboneDeleted());
    }

    @Test
    void shouldTellASiteThatComesUpDuringDeletionToCleanUp() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.deleting();
        spec.when(Actor.BACKBONE_ORCHESTRATOR, new ReportInteriorSite(OSLO, Sighting.ACTIVE))
                .then(
                        new InteriorSiteReported(OSLO, InteriorSite.Reach.ACTIVE),
                        new InteriorSiteRemovalRequested(OSLO));
        spec.given(Actor.BACKBONE_ORCHESTRATOR, new ReportInteriorSite(PARIS, Sighting.CLEANED_UP))
                .when(Actor.BACKBONE_ORCHESTRATOR, new ReportInteriorSite(OSLO, Sighting.CLEANED_UP))
                .then(new InteriorSiteRemoved(OSLO), new BackboneDeleted());
    }

    @Test
    void shouldNotFailWithAnAuthorityWhileItIsBeingDeleted() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.deployed();
        Uid late = new Uid(new UUID(7, 7));
        spec.happened(new CertificateRequested(late, INTERIOR_CA))
                .given(OWNER, new DeleteBackbone(false))
                .when(Actor.CERT_ORCHESTRATOR, new FailCertificate(late, "the issuer is down"))
                .then(new CertificateFailed(late, "the issuer is down"));
    }

    @Test
    void shouldKeepAFreedNameForItsFormerOwners() {
        Rejection rejection = Backbones.deleted()
                .when(STRANGER, new CreateBackbone(OWNERS, Owners.NOBODY))
                .thenRejected(ALREADY_EXISTS, "name");
        assertThat(rejection.detail()).contains("backbone 'acme'");
        Actor memberOfTheGroup = user("dave", Set.of(Role.BACKBONE_OWNER), "netops");
        Backbones.deleted().given(memberOfTheGroup, new CreateBackbone(OWNERS, Owners.NOBODY));
        Backbones.deleted().given(ADMIN, new CreateBackbone(OWNERS, Owners.NOBODY));
    }

    @Test
    void shouldBeANewIncarnationWhenCreatedAgain() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.deleted();
        Uid former = spec.uid(Backbone.KIND, "acme");
        spec.given(OWNER, new CreateBackbone(OWNERS, Owners.NOBODY));
        assertThat(spec.uid(Backbone.KIND, "acme")).isNotEqualTo(former);
        assertThat(spec.get(Backbone.KIND, "acme").meta().createdAt()).isEqualTo(spec.now());
    }

    @Test
    void shouldTellAStrangerNothingOfABackboneThatExists() {
        Rejection existing =
                Backbones.ready().when(STRANGER, new DeleteBackbone(true)).thenRejected(NOT_FOUND);
        Rejection absent =
                Backbones.absent().when(STRANGER, new DeleteBackbone(true)).thenRejected(NOT_FOUND);
        Rejection missing =
                Backbones.absent().when(ADMIN, new DeleteBackbone(true)).thenRejected(NOT_FOUND);
        assertThat(existing).isEqualTo(absent).isEqualTo(missing);
    }

    @Test
    void shouldSayWhoMayReportOnCertificates() {
        Rejection rejection = Backbones.ready()
                .when(OWNER, new FailCertificate(ANY_UID, "because"))
                .thenRejected(FORBIDDEN);
        assertThat(rejection.detail()).isEqualTo("only the certificate orchestrator may report on that");
    }

    @Test
    void shouldSayWhichRoleItTakesWhetherOrNotTheNameIsTaken() {
        Rejection taken = Backbones.ready()
                .when(AUDITOR, new CreateBackbone(OWNERS, OWNERS))
                .thenRejected(FORBIDDEN);
        Rejection free = Backbones.absent()
                .when(AUDITOR, new CreateBackbone(OWNERS, OWNERS))
                .thenRejected(FORBIDDEN);
        assertThat(taken).isEqualTo(free);
    }

    @Test
    void shouldOweTheClockNothingButCertificates() {
        Backbones.deployed().stream()
                .entities()
                .forEach(entity -> assertThat(StreamType.BACKBONE.decider().timers(entity))
                        .hasSize(entity instanceof TlsCertificate.Issued ? 2 : 0));
    }

    private static Set<Name> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> Name.of("name-" + i)).collect(Collectors.toUnmodifiableSet());
    }
}
