package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.NETWORK_DELETING;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.network.Networks.OWNER;
import static studio.domain.network.Networks.digest;
import static studio.domain.network.Networks.home;
import static studio.domain.network.Networks.homeActor;
import static studio.domain.network.Networks.issue;

import org.junit.jupiter.api.Test;
import studio.domain.certificate.Certificates;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Uid;
import studio.domain.network.HomeCommand.ClaimHome;
import studio.domain.network.HomeCommand.InviteHome;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.HomeCommand.ReportHome;
import studio.domain.network.HomeEvent.HomeInvited;
import studio.domain.network.HomeEvent.HomeReported;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.spec.StreamSpec;

class HomeTest {

    private static final Digest TOKEN = digest(2);
    private static final Digest KEY = digest(3);

    private static ClaimHome claim(Digest token, Digest key) {
        return new ClaimHome(token, key, Certificates.signingRequest("H"));
    }

    private static StreamSpec<NetworkCommand, NetworkEvent> invited() {
        return Networks.active().given(OWNER, new PlaceHome(Home.Placement.OWN), new InviteHome(TOKEN));
    }

    @Test
    void shouldBePlacedOnceAndWhereTheOwnerSays() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        spec.when(OWNER, new PlaceHome(Home.Placement.MANAGED)).then();
        spec.given(OWNER, new PlaceHome(Home.Placement.OWN));
        spec.when(Actor.BACKBONE_ORCHESTRATOR, new PlaceHome(Home.Placement.MANAGED))
                .then()
                .and(Home.KIND, "shop")
                .returns(Home.Placement.OWN, home -> home.spec().placement());
    }

    @Test
    void shouldSayNothingAnyMoreOnceItWasReplaced() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        Actor former = homeActor(spec);
        Uid uid = home(spec);
        spec.given(OWNER, new PlaceHome(Home.Placement.OWN));
        spec.when(former, new ReportHome(Home.Reach.ACTIVE)).thenRejected(NOT_FOUND);
        assertThat(NetworkCertificates.of(
                        NetworkCertificates.home(uid), spec.stream().entities()))
                .isEmpty();
    }

    @Test
    void shouldClaimItsPlaceWithATokenThatIsUsedOnce() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = invited();
        spec.when(Actor.CLAIMS, claim(digest(9), KEY)).thenRejected(NOT_FOUND);
        spec.given(Actor.CLAIMS, claim(TOKEN, KEY));
        spec.when(Actor.CLAIMS, claim(TOKEN, KEY)).then();
        spec.when(Actor.CLAIMS, claim(TOKEN, digest(4))).thenRejected(NOT_FOUND);
        spec.when(OWNER, new InviteHome(digest(5))).thenRejected(WRONG_STATE);
        issue(
                spec,
                NetworkCertificates.of(
                                NetworkCertificates.home(home(spec)),
                                spec.stream().entities())
                        .orElseThrow()
                        .meta()
                        .uid());
        spec.when(homeActor(spec), new ReportHome(Home.Reach.LOST)).thenRejected(WRONG_STATE);
        spec.when(homeActor(spec), new ReportHome(Home.Reach.ACTIVE))
                .then(new HomeReported(Home.Reach.ACTIVE))
                .and(Home.KIND, "shop")
                .isInstanceOf(Home.Running.class);
    }

    @Test
    void shouldTakeANewTokenInPlaceOfALostOne() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = invited();
        spec.when(OWNER, new InviteHome(TOKEN)).then();
        spec.when(OWNER, new InviteHome(digest(5))).then(new HomeInvited(digest(5)));
        spec.when(Actor.CLAIMS, claim(TOKEN, KEY)).thenRejected(NOT_FOUND);
    }

    @Test
    void shouldNotClaimAPlaceInANetworkThatGoes() {
        invited()
                .given(OWNER, new DeleteNetwork(false))
                .when(Actor.CLAIMS, claim(TOKEN, KEY))
                .thenRejected(NETWORK_DELETING);
    }

    @Test
    void shouldRejectARequestThatIsNone() {
        invited()
                .when(Actor.CLAIMS, new ClaimHome(TOKEN, KEY, "hello"))
                .thenRejected(INVALID_VALUE, "certificateRequest");
    }
}
