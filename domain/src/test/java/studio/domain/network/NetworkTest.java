package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.network.Networks.ACME;
import static studio.domain.network.Networks.BERLIN;
import static studio.domain.network.Networks.DELAY;
import static studio.domain.network.Networks.EAST;
import static studio.domain.network.Networks.NOW;
import static studio.domain.network.Networks.OWNER;
import static studio.domain.network.Networks.OWNERS;
import static studio.domain.network.Networks.START;
import static studio.domain.network.Networks.STORES;
import static studio.domain.network.Networks.WEST;
import static studio.domain.network.Networks.authority;
import static studio.domain.network.Networks.issue;
import static studio.domain.network.Networks.network;
import static studio.domain.network.Networks.record;
import static studio.domain.network.Networks.schedule;
import static studio.domain.network.Networks.uid;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.STRANGER;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.certificate.CertificateCommand.FailCertificate;
import studio.domain.certificate.CertificateCommand.RetryCertificate;
import studio.domain.certificate.CertificateEvent.CertificateFailed;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.CertificateEvent.CertificateRetried;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;
import studio.domain.network.AttachmentCommand.RejectAttachment;
import studio.domain.network.AttachmentCommand.WithdrawAttachment;
import studio.domain.network.AttachmentEvent.AttachmentDropped;
import studio.domain.network.AttachmentEvent.AttachmentRecorded;
import studio.domain.network.AttachmentEvent.AttachmentRejected;
import studio.domain.network.AttachmentEvent.AttachmentRequested;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.MemberCommand.ConfirmCleanup;
import studio.domain.network.MemberEvent.SiteRemoved;
import studio.domain.network.NetworkCommand.ActivateNetwork;
import studio.domain.network.NetworkCommand.ChangeNetwork;
import studio.domain.network.NetworkCommand.CreateNetwork;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.network.NetworkCommand.ExpireNetwork;
import studio.domain.network.NetworkCommand.PurgeNetwork;
import studio.domain.network.NetworkCommand.SuspendNetwork;
import studio.domain.network.NetworkEvent.NetworkActivated;
import studio.domain.network.NetworkEvent.NetworkChanged;
import studio.domain.network.NetworkEvent.NetworkCreated;
import studio.domain.network.NetworkEvent.NetworkDeleted;
import studio.domain.network.NetworkEvent.NetworkDeletionRequested;
import studio.domain.network.NetworkEvent.NetworkExpired;
import studio.domain.network.NetworkEvent.NetworkFailed;
import studio.domain.network.NetworkEvent.NetworkRequested;
import studio.domain.spec.Actors;
import studio.domain.spec.StreamSpec;

class NetworkTest {

    @Test
    void shouldBelongToWhoeverMakesIt() {
        Network.Spec spec = new Network.Spec(Owners.user(Name.of("nora")), Owners.NOBODY, ACME, Set.of(WEST), NOW);
        Networks.absent()
                .when(OWNER, new CreateNetwork(Owners.NOBODY, Owners.NOBODY, ACME, Set.of(WEST), NOW))
                .then(
                        new NetworkCreated(ANY_UID, spec),
                        new CertificateRequested(
                                ANY_UID, new CertificateSubject(CertificateSubject.Kind.NETWORK_CA, Name.of("shop"))),
                        new AttachmentRequested(WEST, ANY_UID),
                        new NetworkRequested())
                .and(Network.KIND, "shop")
                .isInstanceOf(Network.Requested.class);
    }

    @Test
    void shouldTakeTheRoleToMakeOne() {
        Networks.absent()
                .when(Actors.user("nora", Set.of(Role.BACKBONE_OWNER)), Networks.create(NOW))
                .thenRejected(FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 7_776_001})
    void shouldRejectADeleteDelayThatIsNotBetweenNothingAnd90Days(long seconds) {
        Schedule schedule = new Schedule(Optional.empty(), Optional.empty(), seconds);
        Networks.absent()
                .when(OWNER, Networks.create(schedule))
                .thenRejected(INVALID_VALUE, "schedule.deleteDelaySeconds");
        Networks.active().when(OWNER, reschedule(schedule)).thenRejected(INVALID_VALUE, "schedule.deleteDelaySeconds");
    }

    @Test
    void shouldRejectTimesThatArePastOrOutOfOrder() {
        Instant later = START.plusSeconds(60);
        Networks.absent()
                .when(OWNER, Networks.create(schedule(START.minusSeconds(1), later)))
                .thenRejected(INVALID_VALUE, "schedule.startTime");
        Networks.absent()
                .when(OWNER, Networks.create(schedule(later, later)))
                .thenRejected(INVALID_VALUE, "schedule.endTime");
        Networks.absent()
                .when(OWNER, Networks.create(new Schedule(Optional.empty(), Optional.of(START), 0)))
                .thenRejected(INVALID_VALUE, "schedule.endTime");
    }

    @Test
    void shouldNeedAnAccessPointAndTakeNotTooMany() {
        Networks.absent()
                .when(OWNER, new CreateNetwork(OWNERS, Owners.NOBODY, ACME, Set.of(), NOW))
                .thenRejected(INVALID_VALUE, "accessPoints");
        Set<Name> many =
                IntStream.range(0, 51).mapToObj(i -> Name.of("point-" + i)).collect(Collectors.toUnmodifiableSet());
        Networks.absent()
                .when(OWNER, new CreateNetwork(OWNERS, Owners.NOBODY, ACME, many, NOW))
                .thenRejected(LIMIT_REACHED, "accessPoints");
    }

    @Test
    void shouldBecomeActiveWithTheLastOfWhatItNeeds() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.requested();
        spec.given(Actor.BACKBONE_ORCHESTRATOR, new PlaceHome(Home.Placement.MANAGED));
        issue(spec, authority(spec));
        issue(spec, certificateOf(spec, NetworkCertificates.home(Networks.home(spec))));
        spec.when(Actor.BACKBONE_ORCHESTRATOR, record(spec, WEST))
                .then(new AttachmentRecorded(WEST, Networks.endpoint("edge.example")), new NetworkActivated())
                .and(Network.KIND, "shop")
                .isInstanceOf(Network.Active.class);
    }

    private static Uid certificateOf(StreamSpec<NetworkCommand, NetworkEvent> spec, CertificateSubject subject) {
        return NetworkCertificates.of(subject, spec.stream().entities())
                .orElseThrow()
                .meta()
                .uid();
    }

    @Test
    void shouldWaitForItsStartTimeThoughAllIsThere() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.provided(Networks.scheduled());
        assertThat(spec.get(Network.KIND, "shop")).isInstanceOf(Network.Scheduled.class);
        spec.when(Actor.TIMER, new ActivateNetwork()).then();
        spec.later(Duration.ofHours(1))
                .when(Actor.TIMER, new ActivateNetwork())
                .then(new NetworkRequested(), new NetworkActivated());
    }

    @Test
    void shouldBeginAtOnceWithoutItsStartTime() {
        Schedule schedule = new Schedule(Optional.empty(), Optional.empty(), 0);
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.scheduled();
        Network.Spec old = spec.get(Network.KIND, "shop").spec();
        spec.when(OWNER, reschedule(schedule))
                .then(
                        new NetworkChanged(new Network.Spec(
                                old.owners(), old.readers(), old.backbone(), old.accessPoints(), schedule)),
                        new NetworkRequested());
    }

    @Test
    void shouldKeepItsStartTimeOnceItHasBegun() {
        Networks.active()
                .when(OWNER, reschedule(schedule(START.plusSeconds(60), START.plus(Duration.ofDays(2)))))
                .thenRejected(WRONG_STATE, "schedule.startTime");
    }

    @Test
    void shouldLastLongerButNotRiseAgain() {
        Schedule longer = schedule(START, START.plus(Duration.ofDays(9)));
        Networks.active()
                .given(OWNER, reschedule(longer))
                .later(Duration.ofDays(2))
                .when(Actor.TIMER, new ExpireNetwork())
                .then();
        Networks.expired().when(OWNER, reschedule(longer)).thenRejected(WRONG_STATE, "schedule.endTime");
    }

    private static ChangeNetwork reschedule(Schedule schedule) {
        return new ChangeNetwork(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(schedule));
    }

    @Test
    void shouldFailWithItsAuthorityAndRecoverWithIt() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.requested();
        Uid authority = authority(spec);
        spec.when(Actor.CERT_ORCHESTRATOR, new FailCertificate(authority, "no issuer"))
                .then(new CertificateFailed(authority, "no issuer"), new NetworkFailed("no issuer"));
        spec.when(OWNER, new RetryCertificate(authority))
                .then(new CertificateRetried(authority), new NetworkRequested());
    }

    @Test
    void shouldFailWhenTheBackboneRefusesAllAttachmentsAndRecoverWithOne() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.requested();
        spec.when(Actor.BACKBONE_ORCHESTRATOR, new RejectAttachment(EAST, network(spec), "full"))
                .then(new AttachmentRejected(EAST, "full"));
        spec.when(Actor.BACKBONE_ORCHESTRATOR, new RejectAttachment(WEST, network(spec), "full"))
                .then(new AttachmentRejected(WEST, "full"), new NetworkFailed("full"));
        spec.when(OWNER, accessPoints(EAST, WEST, Name.of("north"))).events();
        assertThat(spec.get(Network.KIND, "shop")).isInstanceOf(Network.Requested.class);
    }

    private static ChangeNetwork accessPoints(Name... points) {
        return new ChangeNetwork(Optional.empty(), Optional.empty(), Optional.of(Set.of(points)), Optional.empty());
    }

    @Test
    void shouldLetGoOfAnAccessPointWithTheLinksToIt() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        assertThat(spec.when(OWNER, accessPoints(EAST)).events()).contains(new AttachmentDropped(WEST));
        assertThat(spec.get(MemberInvitation.KIND, "stores")).isInstanceOf(MemberInvitation.Requested.class);
        assertThat(spec.stream().entities().find(EdgeLink.key(STORES, WEST))).isEmpty();
        assertThat(spec.stream().entities().find(EdgeLink.key(STORES, EAST))).isPresent();
    }

    @Test
    void shouldStayActiveWithoutAttachments() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        spec.when(Actor.BACKBONE_ORCHESTRATOR, new WithdrawAttachment(WEST, network(spec)))
                .and(Network.KIND, "shop")
                .isInstanceOf(Network.Active.class);
        assertThat(spec.get(MemberInvitation.KIND, "stores")).isInstanceOf(MemberInvitation.Requested.class);
    }

    @Test
    void shouldNotTakeWhatWasMeantForAnEarlierNetworkOfItsName() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        spec.when(Actor.BACKBONE_ORCHESTRATOR, new RejectAttachment(EAST, ANY_UID, "full"))
                .thenRejected(NOT_FOUND);
    }

    @Test
    void shouldExpireFromEveryStateInWhichItLives() {
        for (StreamSpec<NetworkCommand, NetworkEvent> spec :
                List.of(Networks.scheduled(), Networks.requested(), Networks.failed(), Networks.suspended())) {
            spec.later(Duration.ofDays(2))
                    .when(Actor.TIMER, new ExpireNetwork())
                    .then(new NetworkExpired());
            spec.when(OWNER, new SuspendNetwork("late")).thenRejected(WRONG_STATE);
        }
    }

    @Test
    void shouldBeDeletedWhenItsLastSiteHasCleanedUp() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        spec.when(OWNER, new DeleteNetwork(false))
                .then(new NetworkDeletionRequested(spec.now().plus(DELAY)));
        Ref berlin = Networks.ref(spec, BERLIN);
        spec.when(Networks.berlin(spec), new ConfirmCleanup(berlin.uid()))
                .then(new SiteRemoved(berlin), new NetworkDeleted(0))
                .andNo(MemberSite.KIND)
                .andNo(SiteIndex.KIND)
                .andNo(ClassSet.KIND);
        assertThat(spec.stream().entities().asMap()).hasSize(1);
    }

    @Test
    void shouldBeDeletedAfterItsDelayThoughSitesAreSilent() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.deleting();
        spec.when(Actor.TIMER, new PurgeNetwork()).then();
        spec.later(DELAY).when(Actor.TIMER, new PurgeNetwork()).then(new NetworkDeleted(1));
    }

    @Test
    void shouldBeDeletedAtOnceByForceOrWithoutDelay() {
        Networks.deleting().when(OWNER, new DeleteNetwork(true)).then(new NetworkDeleted(1));
        Networks.active()
                .given(OWNER, reschedule(new Schedule(Optional.of(START), Optional.empty(), 0)))
                .when(OWNER, new DeleteNetwork(false))
                .then(new NetworkDeleted(1));
    }

    @Test
    void shouldLeaveItsNameToItsFormerOwners() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.deleted();
        Uid former = spec.uid(Network.KIND, "shop");
        spec.when(STRANGER, Networks.create(NOW)).thenRejected(ALREADY_EXISTS);
        spec.given(OWNER, Networks.create(NOW));
        assertThat(spec.uid(Network.KIND, "shop")).isNotEqualTo(former);
        Networks.deleted().given(ADMIN, Networks.create(NOW));
    }

    @Test
    void shouldHaveNoSitesFromItsEarlierLife() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.deleted().given(OWNER, Networks.create(NOW));
        assertThat(uid(spec, BERLIN)).isEqualTo(ANY_UID);
        assertThat(Members.count(spec.stream().entities())).isZero();
    }

    @Test
    void shouldBeCalledAlikeOnRoutersByItselfAndByItsBackbone() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        Network network = spec.get(Network.KIND, "shop");
        assertThat(network.vanId())
                .isEqualTo(new NetworkAttachment.Spec(
                                Name.of("shop"), network.meta().uid(), WEST, 7_001)
                        .vanId());
    }
}
