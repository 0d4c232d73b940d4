package studio.domain.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.backbone.Backbones.DEVELOPERS;
import static studio.domain.backbone.Backbones.OSLO;
import static studio.domain.backbone.Backbones.PARIS;
import static studio.domain.backbone.Backbones.PARIS_MEMBER;
import static studio.domain.backbone.Backbones.PARIS_PEER;
import static studio.domain.backbone.Backbones.PARIS_SPARE;
import static studio.domain.backbone.Backbones.ROME;
import static studio.domain.backbone.Backbones.address;
import static studio.domain.backbone.Backbones.certificate;
import static studio.domain.backbone.Backbones.issued;
import static studio.domain.backbone.Backbones.point;
import static studio.domain.backbone.Backbones.signed;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.IN_USE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.spec.Actors.OWNER;
import static studio.domain.spec.Actors.agent;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.backbone.AccessPoint.Address;
import studio.domain.backbone.AccessPoint.Use;
import studio.domain.backbone.BackboneCommand.AddAccessPoint;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.ChangeAccessPoint;
import studio.domain.backbone.BackboneCommand.LinkInteriorSites;
import studio.domain.backbone.BackboneCommand.RemoveAccessPoint;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.backbone.BackboneEvent.AccessPointAdded;
import studio.domain.backbone.BackboneEvent.AccessPointAddressSet;
import studio.domain.backbone.BackboneEvent.AccessPointReady;
import studio.domain.backbone.BackboneEvent.AccessPointRemoved;
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
import studio.domain.kernel.Uid;
import studio.domain.spec.StreamSpec;

class AccessPointTest {

    private static final Address HERE = address("here.example", 443);

    @Test
    void shouldBePartialUntilSomebodySaysWhereItListens() {
        Backbones.ready()
                .when(OWNER, new AddAccessPoint(ROME, OSLO, Use.MEMBER, DEVELOPERS, Optional.empty()))
                .then(new AccessPointAdded(ROME, ANY_UID, OSLO, Use.MEMBER, DEVELOPERS))
                .and(AccessPoint.KIND, "rome")
                .isInstanceOf(AccessPoint.Partial.class)
                .returns(Optional.empty(), AccessPoint::knownAddress);
    }

    @Test
    void shouldAskForACertificateAsSoonAsItsAddressIsKnown() {
        Backbones.ready()
                .when(OWNER, point(ROME, OSLO, Use.PEER, HERE))
                .then(
                        new AccessPointAdded(ROME, ANY_UID, OSLO, Use.PEER, Owners.NOBODY),
                        new AccessPointAddressSet(ROME, HERE),
                        new CertificateRequested(
                                ANY_UID, new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, ROME)))
                .and(AccessPoint.KIND, "rome")
                .isInstanceOf(AccessPoint.Requested.class)
                .returns(Optional.of(HERE), AccessPoint::knownAddress);
    }

    @Test
    void shouldLearnItsAddressFromTheAgentOfItsSite() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        spec.when(agent(spec.uid(InteriorSite.KIND, "oslo")), new SetAccessPointAddress(PARIS_SPARE, HERE))
                .thenRejected(NOT_FOUND);
        spec.given(agent(spec.uid(InteriorSite.KIND, "paris")), new SetAccessPointAddress(PARIS_SPARE, HERE));
    }

    @Test
    void shouldBeReadyWithItsCertificate() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        Uid certificate = certificate(spec, CertificateSubject.Kind.ACCESS_POINT, "paris-peer");
        spec.when(Actor.CERT_ORCHESTRATOR, new RecordCertificate(certificate, signed(spec.now())))
                .then(new CertificateIssued(certificate, signed(spec.now())), new AccessPointReady(PARIS_PEER))
                .and(AccessPoint.KIND, "paris-peer")
                .isInstanceOf(AccessPoint.Ready.class);
    }

    @Test
    void shouldBeReadyWithACertificateThatFailedBefore() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        Uid certificate = certificate(spec, CertificateSubject.Kind.ACCESS_POINT, "paris-peer");
        spec.when(Actor.CERT_ORCHESTRATOR, new FailCertificate(certificate, "the issuer is down"))
                .then(new CertificateFailed(certificate, "the issuer is down"))
                .and(Backbone.KIND, "acme")
                .isInstanceOf(Backbone.Ready.class);
        issued(spec, certificate);
        assertThat(spec.get(AccessPoint.KIND, "paris-peer")).isInstanceOf(AccessPoint.Ready.class);
    }

    @Test
    void shouldNeedAnotherCertificateForAnotherHost() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = readyPoint();
        Uid former = certificate(spec, CertificateSubject.Kind.ACCESS_POINT, "paris-peer");
        spec.when(OWNER, new SetAccessPointAddress(PARIS_PEER, HERE))
                .then(
                        new AccessPointAddressSet(PARIS_PEER, HERE),
                        new CertificateRequested(
                                ANY_UID,
                                new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, PARIS_PEER),
                                Optional.empty(),
                                2))
                .and(AccessPoint.KIND, "paris-peer")
                .isInstanceOf(AccessPoint.Requested.class);
        spec.when(Actor.CERT_ORCHESTRATOR, new RecordCertificate(former, signed(spec.now())))
                .thenRejected(NOT_FOUND);
    }

    @Test
    void shouldNotBeReadyWithACertificateForAnotherHostThatItHadInTheSameMoment() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        for (int i = 0; i < 8; i++) {
            spec.given(OWNER, new SetAccessPointAddress(PARIS_PEER, address("host-" + i + ".example", 443)));
            assertThat(spec.get(AccessPoint.KIND, "paris-peer")).isInstanceOf(AccessPoint.Requested.class);
            issued(spec, certificate(spec, CertificateSubject.Kind.ACCESS_POINT, "paris-peer"));
            assertThat(spec.get(AccessPoint.KIND, "paris-peer")).isInstanceOf(AccessPoint.Ready.class);
        }
    }

    @Test
    void shouldCountItsCertificatesOnWhenItMoves() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = readyPoint();
        for (int i = 2; i < 5; i++) {
            spec.given(OWNER, new SetAccessPointAddress(PARIS_PEER, address("host-" + i + ".example", 443)));
            Uid uid = certificate(spec, CertificateSubject.Kind.ACCESS_POINT, "paris-peer");
            assertThat(spec.get(TlsCertificate.KIND, uid.toString()).lineage())
                    .as("connections made with what it had elsewhere must end")
                    .isEqualTo(new TlsCertificate.Lineage(i, i, Optional.empty(), Optional.empty()));
        }
    }

    @Test
    void shouldStayReadyOnOtherPortsOfTheSameHost() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = readyPoint();
        Address elsewhere = address("peer.paris.example", 443);
        spec.when(OWNER, new SetAccessPointAddress(PARIS_PEER, elsewhere))
                .then(new AccessPointAddressSet(PARIS_PEER, elsewhere), new AccessPointReady(PARIS_PEER))
                .and(AccessPoint.KIND, "paris-peer")
                .returns(Optional.of(elsewhere), AccessPoint::knownAddress);
    }

    @Test
    void shouldNotChangeTheAddressItHas() {
        Backbones.ready()
                .when(OWNER, new SetAccessPointAddress(PARIS_PEER, address("peer.paris.example", 55671)))
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "1",
                "0x7f.0x1",
                "::1",
                "[::1]",
                "Peer.example",
                "peer.example.",
                "*.example",
                "a b",
                "",
                "-a.example",
                "under_score.example",
                "example.org:443"
            })
    void shouldRejectAHostThatIsNoDnsName(String host) {
        Rejection rejection = Backbones.ready()
                .when(OWNER, new SetAccessPointAddress(PARIS_PEER, address(host, 443)))
                .thenRejected(INVALID_VALUE, "address.host");
        assertThat(rejection.detail()).contains("must be a DNS name").contains("IP address");
        Backbones.ready()
                .when(OWNER, point(ROME, OSLO, Use.PEER, address(host, 443)))
                .thenRejected(INVALID_VALUE, "address.host");
    }

    @ParameterizedTest
    @EnumSource(
            value = Use.class,
            names = {"PEER", "MANAGE"})
    void shouldRejectSeveralPortsUnlessMembersConnect(Use use) {
        Address range = new Address("here.example", new PortRange(5000, 5009));
        Backbones.ready().when(OWNER, point(ROME, OSLO, use, range)).thenRejected(INVALID_VALUE, "address.ports");
        Backbones.ready().given(OWNER, point(ROME, OSLO, Use.MEMBER, range));
    }

    @Test
    void shouldRejectPortsOfASiblingOnTheSameSite() {
        Address taken = new Address("other.example", new PortRange(55_000, 56_000));
        Rejection rejection = Backbones.ready()
                .when(OWNER, new SetAccessPointAddress(PARIS_MEMBER, taken))
                .thenRejected(INVALID_VALUE, "address.ports");
        assertThat(rejection.detail()).contains("'paris-peer'");
        Backbones.ready().given(OWNER, point(ROME, OSLO, Use.MEMBER, taken));
    }

    @Test
    void shouldBeOfferedOnlyWhereMembersConnect() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        spec.given(OWNER, new ChangeAccessPoint(PARIS_MEMBER, DEVELOPERS))
                .when(OWNER, new ChangeAccessPoint(PARIS_MEMBER, DEVELOPERS))
                .then()
                .and(AccessPoint.KIND, "paris-member")
                .returns(DEVELOPERS, point -> point.spec().offeredTo());
        spec.when(OWNER, new ChangeAccessPoint(PARIS_PEER, DEVELOPERS)).thenRejected(INVALID_VALUE, "offeredTo");
        spec.when(OWNER, new AddAccessPoint(ROME, OSLO, Use.PEER, DEVELOPERS, Optional.empty()))
                .thenRejected(INVALID_VALUE, "offeredTo");
    }

    @Test
    void shouldKeepItsAddressWhenOfferedToOthers() {
        StreamSpec<BackboneCommand, BackboneEvent> spec =
                Backbones.ready().given(OWNER, new SetAccessPointAddress(PARIS_MEMBER, HERE));
        spec.given(OWNER, new ChangeAccessPoint(PARIS_MEMBER, DEVELOPERS));
        assertThat(spec.get(AccessPoint.KIND, "paris-member")).isInstanceOf(AccessPoint.Requested.class);
        issued(spec, certificate(spec, CertificateSubject.Kind.ACCESS_POINT, "paris-member"));
        spec.given(OWNER, new ChangeAccessPoint(PARIS_MEMBER, Owners.NOBODY));
        assertThat(spec.get(AccessPoint.KIND, "paris-member")).isInstanceOf(AccessPoint.Ready.class);
    }

    @Test
    void shouldRejectAnOfferToMoreThanCanBeKept() {
        Set<Name> groups =
                IntStream.range(0, 51).mapToObj(i -> Name.of("group-" + i)).collect(Collectors.toUnmodifiableSet());
        Backbones.ready()
                .when(OWNER, new ChangeAccessPoint(PARIS_MEMBER, new Owners(Set.of(), groups)))
                .thenRejected(LIMIT_REACHED, "offeredTo.groups");
    }

    @Test
    void shouldRejectASecondOfItsNameAndOneOfNoSite() {
        Backbones.ready().when(OWNER, point(PARIS_PEER, OSLO, Use.PEER)).thenRejected(ALREADY_EXISTS, "name");
        Backbones.ready().when(OWNER, point(ROME, ROME, Use.PEER)).thenRejected(NOT_FOUND, "site");
    }

    @Test
    void shouldRejectMoreThanASiteCanHave() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        for (int i = 0; i < AccessPointRules.MAX_PER_SITE; i++) {
            spec.given(OWNER, point(Name.of("point-" + i), OSLO, Use.PEER));
        }
        spec.when(OWNER, point(ROME, OSLO, Use.PEER)).thenRejected(LIMIT_REACHED);
        spec.given(OWNER, point(ROME, PARIS, Use.PEER));
    }

    @Test
    void shouldNotBeRemovedWhileLinksConnectToIt() {
        Rejection rejection = Backbones.ready()
                .when(OWNER, new RemoveAccessPoint(PARIS_PEER, false))
                .thenRejected(IN_USE);
        assertThat(rejection.detail()).contains("oslo-paris").contains("cascade");
    }

    @Test
    void shouldNameOnlyAFewOfTheLinksThatConnectToIt() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        for (int i = 0; i < 7; i++) {
            Name site = Name.of("site-" + i);
            spec.given(
                    OWNER,
                    new AddInteriorSite(site, Platform.LINUX, Optional.empty()),
                    new LinkInteriorSites(site, site, PARIS_PEER, 1));
        }
        assertThat(spec.when(OWNER, new RemoveAccessPoint(PARIS_PEER, false))
                        .thenRejected(IN_USE)
                        .detail())
                .contains("oslo-paris, site-0, site-1, site-2, site-3 and 3 more");
    }

    @Test
    void shouldTakeItsLinksAndItsCertificateAlongWhenAskedTo() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = readyPoint();
        Uid certificate = certificate(spec, CertificateSubject.Kind.ACCESS_POINT, "paris-peer");
        spec.later(Duration.ofDays(1))
                .when(OWNER, new RemoveAccessPoint(PARIS_PEER, true))
                .then(new AccessPointRemoved(PARIS_PEER))
                .andNo(InterRouterLink.KIND)
                .andNo(AccessPoint.KIND, "paris-peer");
        spec.when(Actor.CERT_ORCHESTRATOR, new FailCertificate(certificate, "too late"))
                .thenRejected(NOT_FOUND);
    }

    private static StreamSpec<BackboneCommand, BackboneEvent> readyPoint() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
        return issued(spec, certificate(spec, CertificateSubject.Kind.ACCESS_POINT, "paris-peer"));
    }
}
