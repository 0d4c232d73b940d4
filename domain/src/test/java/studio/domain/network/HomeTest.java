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

import java.util.Optional;
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
    void shouldTellWhereItIs() {
        Home.Address first = new Home.Address("127.0.0.1", 8_500);
        Home.Address second = new Home.Address("home.example.com", 8_500);
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        spec.given(homeActor(spec), at(first));
        spec.when(homeActor(spec), at(first)).then();
        spec.when(homeActor(spec), new ReportHome(Home.Reach.LOST))
                .then(new HomeReported(Home.Reach.LOST))
                .and(Home.KIND, "shop")
                .returns(Optional.of(first), Home::knownAddress);
        spec.when(homeActor(spec), at(second))
                .then(new HomeReported(Home.Reach.ACTIVE, Optional.of(second)))
                .and(Home.KIND, "shop")
                .returns(Optional.of(second), Home::knownAddress);
    }

    private static ReportHome at(Home.Address address) {
        return new ReportHome(Home.Reach.ACTIVE, Optional.of(address));
    }

    @Test
    void shouldRejectAnAddressThatIsNone() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
        spec.when(homeActor(spec), at(new Home.Address("no host", 8_500))).thenRejected(INVALID_VALUE, "address.host");
        spec.when(homeActor(spec), at(new Home.Address("127.0.0.1", 0))).thenRejected(INVALID_VALUE, "address.port");
    }

    @Test
    void shouldRejectARequestThatIsNone() {
        invited()
                .when(Actor.CLAIMS, new ClaimHome(TOKEN, KEY, "hello"))
                .thenRejected(INVALID_VALUE, "certificateRequest");
    }
}
