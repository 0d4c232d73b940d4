package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.INVITATION_EXHAUSTED;
import static studio.domain.kernel.Rejection.Reason.INVITATION_EXPIRED;
import static studio.domain.kernel.Rejection.Reason.INVITATION_REVOKED;
import static studio.domain.kernel.Rejection.Reason.NETWORK_EXPIRED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.NOT_YET;
import static studio.domain.network.Networks.BERLIN;
import static studio.domain.network.Networks.EAST;
import static studio.domain.network.Networks.GOLD;
import static studio.domain.network.Networks.OWNER;
import static studio.domain.network.Networks.STORES;
import static studio.domain.network.Networks.TOKEN;
import static studio.domain.network.Networks.claim;
import static studio.domain.network.Networks.digest;
import static studio.domain.network.Networks.ref;
import static studio.domain.network.Networks.terms;
import static studio.domain.network.Networks.uid;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.backbone.Platform;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.Certificates;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Uid;
import studio.domain.network.InvitationCommand.ChangeInvitation;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.InvitationCommand.CreateInvitation;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.InvitationCommand.RevokeInvitation;
import studio.domain.network.InvitationEvent.InvitationExhausted;
import studio.domain.network.InvitationEvent.InvitationReady;
import studio.domain.network.MemberCommand.AbandonJoin;
import studio.domain.network.MemberCommand.ConfirmCleanup;
import studio.domain.network.MemberCommand.EvictSite;
import studio.domain.network.MemberCommand.LeaveNetwork;
import studio.domain.network.MemberEvent.SiteAbandoned;
import studio.domain.network.MemberEvent.SiteAdmitted;
import studio.domain.network.MemberEvent.SiteRemoved;
import studio.domain.network.MemberInvitation.Terms;
import studio.domain.spec.StreamSpec;

class ClaimTest {

    private static final Name ROME = Name.of("rome");

    @Test
    void shouldLetASiteInWithTheClassesOfTheInvitationAndThePolicyOfWhoeverRunsIt() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.empty();
        Ref gold = spec.get(SiteClass.KIND, "gold").ref();
        ClaimInvitation claim = new ClaimInvitation(
                STORES,
                TOKEN,
                Optional.of(ROME),
                digest(5),
                Certificates.signingRequest("K"),
                Platform.LINUX,
                Set.of(new Label("floor", "2")),
                AcceptancePolicy.ACCEPT_ALL);
        List<NetworkEvent> events = spec.when(Actor.CLAIMS, claim).events();
        Ref rome = ref(spec, ROME);
        assertThat(events)
                .first()
                .isEqualTo(new SiteAdmitted(
                        rome,
                        spec.get(MemberInvitation.KIND, "stores").ref(),
                        Set.of(gold),
                        Platform.LINUX,
                        digest(5),
                        claim.metadata(),
                        AcceptancePolicy.ACCEPT_ALL));
        assertThat(events).hasSize(2).last().isInstanceOfSatisfying(CertificateRequested.class, event -> {
            assertThat(event.subject()).isEqualTo(NetworkCertificates.site(rome.uid()));
            assertThat(event.signingRequest()).hasValue(claim.certificateRequest());
        });
        assertThat(spec.get(MemberSite.KIND, "rome")).isInstanceOf(MemberSite.Joining.class);
    }

    @Test
    void shouldNotTellAWrongTokenFromNoInvitation() {
        Rejection wrong = Networks.active()
                .when(Actor.CLAIMS, with(digest(9), claim(ROME, 5)))
                .thenRejected(NOT_FOUND);
        assertThat(Networks.absent().when(Actor.CLAIMS, claim(ROME, 5)).thenRejected(NOT_FOUND))
                .isEqualTo(wrong);
        assertThat(Networks.deleted().when(Actor.CLAIMS, claim(ROME, 5)).thenRejected(NOT_FOUND))
                .isEqualTo(wrong);
    }

    private static ClaimInvitation with(studio.domain.kernel.Digest token, ClaimInvitation c) {
        return new ClaimInvitation(
                c.invitation(),
                token,
                c.site(),
                c.keyDigest(),
                c.certificateRequest(),
                c.platform(),
                c.metadata(),
                c.policy());
    }

    @Test
    void shouldGiveTheSameKeyTheSameAnswerEvenAfterTheEnd() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = limited(1);
        spec.given(Actor.CLAIMS, claim(ROME, 5));
        spec.when(Actor.CLAIMS, claim(Name.of("milan"), 5)).then();
        spec.when(Actor.CLAIMS, claim(Name.of("milan"), 6)).thenRejected(INVITATION_EXHAUSTED);
        spec.given(OWNER, new RevokeInvitation(STORES))
                .when(Actor.CLAIMS, claim(ROME, 5))
                .then();
        spec.when(Actor.CLAIMS, claim(Name.of("milan"), 6)).thenRejected(INVITATION_REVOKED);
    }

    private static StreamSpec<NetworkCommand, NetworkEvent> limited(long limit) {
        return changed(terms(Optional.of(limit), Optional.empty(), GOLD));
    }

    private static StreamSpec<NetworkCommand, NetworkEvent> changed(Terms terms) {
        return Networks.empty().given(OWNER, new ChangeInvitation(STORES, Optional.of(terms), Optional.empty()));
    }

    @Test
    void shouldLetNobodyInAfterTheDeadlineThoughTheClockIsLate() {
        StreamSpec<NetworkCommand, NetworkEvent> spec =
                changed(terms(Optional.empty(), Optional.of(Networks.START.plusSeconds(60)), GOLD));
        spec.later(Duration.ofSeconds(59)).given(Actor.CLAIMS, claim(ROME, 5));
        spec.later(Duration.ofSeconds(1))
                .when(Actor.CLAIMS, claim(Name.of("milan"), 6))
                .thenRejected(INVITATION_EXPIRED);
    }

    @Test
    void shouldLetNobodyInAfterTheNetworksEndThoughTheClockIsLate() {
        Networks.empty()
                .later(Duration.ofDays(2))
                .when(Actor.CLAIMS, claim(ROME, 5))
                .thenRejected(NETWORK_EXPIRED);
    }

    @Test
    void shouldAskThoseToWaitWhoseInvitationLeadsNowhereYet() {
        Name cellars = Name.of("cellars");
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.empty()
                .given(
                        OWNER,
                        new CreateInvitation(cellars, terms(), List.of(new EdgeLink.Wanted(EAST, 1))),
                        new ReissueInvitation(cellars, TOKEN, false));
        ClaimInvitation c = claim(ROME, 5);
        ClaimInvitation claim = new ClaimInvitation(
                cellars,
                TOKEN,
                c.site(),
                c.keyDigest(),
                c.certificateRequest(),
                c.platform(),
                c.metadata(),
                c.policy());
        spec.when(Actor.CLAIMS, claim).thenRejected(NOT_YET);
        spec.given(Actor.BACKBONE_ORCHESTRATOR, Networks.record(spec, EAST)).given(Actor.CLAIMS, claim);
        spec.when(Actor.CLAIMS, claim(ROME, 5)).thenRejected(ALREADY_EXISTS, "certificateRequest");
    }

    @Test
    void shouldAskForWhatTheInvitationRequires() {
        Terms terms = new Terms(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Name.of("store")),
                true,
                Set.of(Name.of("floor")),
                false);
        StreamSpec<NetworkCommand, NetworkEvent> spec = changed(terms);
        spec.when(Actor.CLAIMS, claim(ROME, 5)).thenRejected(INVALID_VALUE, "metadata.floor");
        spec.when(Actor.CLAIMS, claim(Optional.empty(), 5, Set.of(new Label("floor", ""))))
                .thenRejected(INVALID_VALUE);
        spec.given(Actor.CLAIMS, claim(Optional.empty(), 5, Set.of(new Label("floor", "2"))));
        assertThat(spec.stream().entities().list(MemberSite.KIND))
                .singleElement()
                .satisfies(site -> assertThat(site.meta().name()).matches("store-[0-9a-v]{5}"));
    }

    @Test
    void shouldGiveAnotherNameInPlaceOfOneThatIsTaken() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        spec.given(
                Actor.CLAIMS, claim(BERLIN, 5), claim(Name.of("b".repeat(63)), 6), claim(Name.of("b".repeat(63)), 7));
        assertThat(spec.stream().entities().list(MemberSite.KIND))
                .hasSize(4)
                .anyMatch(site -> site.meta().name().matches("berlin-[0-9a-v]{5}"))
                .anyMatch(site -> site.meta().name().matches("b{57}-[0-9a-v]{5}"));
    }

    @Test
    void shouldRejectARequestThatIsNone() {
        ClaimInvitation c = claim(ROME, 5);
        Networks.empty()
                .when(
                        Actor.CLAIMS,
                        new ClaimInvitation(
                                STORES, TOKEN, c.site(), c.keyDigest(), "hello", c.platform(), Set.of(), c.policy()))
                .thenRejected(INVALID_VALUE, "certificateRequest");
    }

    @Test
    void shouldGiveThePlaceBackOfWhoeverGetsNoCertificateInAnHour() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = limited(1);
        spec.when(Actor.CLAIMS, claim(ROME, 5)).events();
        assertThat(spec.get(MemberInvitation.KIND, "stores")).isInstanceOf(MemberInvitation.Exhausted.class);
        Ref rome = ref(spec, ROME);
        spec.when(Actor.TIMER, new AbandonJoin(rome.uid())).then();
        spec.later(Duration.ofHours(1))
                .when(Actor.TIMER, new AbandonJoin(rome.uid()))
                .then(new SiteAbandoned(rome), new InvitationReady(STORES))
                .andNo(MemberSite.KIND);
        assertThat(spec.stream().entities().list(TlsCertificate.KIND)).hasSize(2);
        spec.given(Actor.CLAIMS, claim(ROME, 5));
    }

    @Test
    void shouldNotGiveThePlaceBackOfWhoeverWasShutOut() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = limited(1);
        Networks.joined(spec, claim(ROME, 5));
        Uid rome = uid(spec, ROME);
        spec.given(OWNER, new EvictSite(ROME, "stolen"));
        spec.when(Actor.CLAIMS, claim(ROME, 5)).thenRejected(FORBIDDEN);
        spec.given(OWNER, new ConfirmCleanup(rome));
        spec.when(Actor.CLAIMS, claim(ROME, 6)).thenRejected(INVITATION_EXHAUSTED);
    }

    @Test
    void shouldLetASiteThatLeftInAgainInItsPlaceAsAnother() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        Ref former = ref(spec, BERLIN);
        spec.given(Networks.berlin(spec), new LeaveNetwork(former.uid()));
        List<NetworkEvent> events =
                spec.when(Actor.CLAIMS, claim(Optional.empty(), 100, Set.of())).events();
        assertThat(events).hasSize(3).first().isEqualTo(new SiteRemoved(former));
        assertThat(uid(spec, BERLIN)).isNotEqualTo(former.uid()).isNotEqualTo(ANY_UID);
        assertThat(spec.get(MemberInvitation.KIND, "stores").admitted()).isEqualTo(2);
    }

    @Test
    void shouldSayWhenItLetsInTheLast() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = limited(1);
        assertThat(spec.when(Actor.CLAIMS, claim(ROME, 5)).events()).last().isEqualTo(new InvitationExhausted(STORES));
    }

    /** Ten times as many claims as places, in any order, among certificates, evictions and abandoned joins. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldLetInExactlyAsManyAsThereArePlaces(long seed) {
        int limit = 6;
        Random random = new Random(seed);
        StreamSpec<NetworkCommand, NetworkEvent> spec = limited(limit);
        List<Integer> keys =
                new ArrayList<>(IntStream.range(0, limit * 10).boxed().toList());
        Collections.shuffle(keys, random);
        int admitted = 0;
        int abandoned = 0;
        for (int key : keys) {
            boolean open = admitted - abandoned < limit;
            Decision<NetworkEvent> decision =
                    spec.stream().submit(Actor.CLAIMS, claim(Name.of("site-" + key), 1_000 + key));
            assertThat(decision instanceof Decision.Accepted)
                    .as("claim of %s", key)
                    .isEqualTo(open);
            admitted += open ? 1 : 0;
            abandoned += disturb(spec, random);
        }
        assertThat(admitted - abandoned).isEqualTo(limit);
        assertThat(spec.get(MemberInvitation.KIND, "stores").admitted()).isEqualTo(limit);
    }

    /** Something else happens to some site; says how many joins were abandoned. */
    private static int disturb(StreamSpec<NetworkCommand, NetworkEvent> spec, Random random) {
        List<MemberSite> sites = spec.stream().entities().list(MemberSite.KIND);
        MemberSite site = sites.get(random.nextInt(sites.size()));
        boolean joining = site instanceof MemberSite.Joining;
        switch (random.nextInt(6)) {
            case 0 -> spec.given(OWNER, new EvictSite(site.ref().name(), "stolen"));
            case 1 -> {
                if (joining) {
                    Networks.certified(spec, site.ref().name());
                }
            }
            case 2 -> {
                spec.later(Timers.JOIN_TIME)
                        .given(Actor.TIMER, new AbandonJoin(site.meta().uid()));
                return joining ? 1 : 0;
            }
            default -> {}
        }
        return 0;
    }
}
