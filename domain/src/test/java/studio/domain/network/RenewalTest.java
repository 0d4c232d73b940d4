package studio.domain.network;

import static studio.domain.spec.StreamSpec.ANY_UID;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.domain.certificate.CertificateCommand.AcknowledgeCertificate;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateCommand.RenewCertificate;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.certificate.CertificateEvent.CertificateAcknowledged;
import studio.domain.certificate.CertificateEvent.CertificateRotated;
import studio.domain.certificate.Certificates;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Rejection.Reason;
import studio.domain.kernel.Uid;
import studio.domain.spec.StreamSpec;

/** What is renewed, and what could not live longer by it. */
class RenewalTest {

    private static StreamSpec<NetworkCommand, NetworkEvent> withoutEnd() {
        return Networks.provided(Networks.absent().given(Networks.OWNER, Networks.create(Networks.NOW)));
    }

    private static Uid newest(StreamSpec<NetworkCommand, NetworkEvent> spec) {
        return NetworkCertificates.of(
                        NetworkCertificates.home(Networks.home(spec)),
                        spec.stream().entities())
                .map(TlsCertificate::meta)
                .orElseThrow()
                .uid();
    }

    @Test
    void shouldNotRenewAnAuthorityThatEndsWithItsNetwork() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.empty();
        spec.when(Actor.TIMER, new RenewCertificate(Networks.authority(spec))).then();
    }

    @Test
    void shouldRenewTheAuthorityOfANetworkWithoutAnEnd() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = withoutEnd();
        Uid authority = Networks.authority(spec);
        spec.when(Actor.TIMER, new RenewCertificate(authority))
                .then(new CertificateRotated(authority, ANY_UID, Optional.empty(), false));
    }

    @Test
    void shouldNotRenewWhatEndsWithItsAuthorityUntilThatHasASuccessor() {
        // Given
        StreamSpec<NetworkCommand, NetworkEvent> spec = withoutEnd();
        Uid authority = Networks.authority(spec);
        spec.given(Actor.CERT_ORCHESTRATOR, new RotateCertificate(newest(spec), Optional.empty(), false));
        spec.given(
                Actor.CERT_ORCHESTRATOR,
                new RecordCertificate(newest(spec), Certificates.signed(spec.now(), authority)));

        // When, Then
        spec.when(Actor.TIMER, new RenewCertificate(newest(spec))).then();

        // When
        spec.given(Networks.OWNER, new RotateCertificate(authority, Optional.empty(), false));

        // Then
        Uid home = newest(spec);
        spec.when(Actor.TIMER, new RenewCertificate(home))
                .then(new CertificateRotated(home, ANY_UID, Optional.empty(), false));
    }

    @Test
    void shouldHearFromWhoRunsTheListenersThatTheyTrustAnAuthorityAndNothingElse() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = withoutEnd();
        Uid authority = Networks.authority(spec);
        spec.when(Actor.BACKBONE_ORCHESTRATOR, new AcknowledgeCertificate(newest(spec)))
                .thenRejected(Reason.NOT_FOUND);
        spec.when(Actor.BACKBONE_ORCHESTRATOR, new AcknowledgeCertificate(authority))
                .then(new CertificateAcknowledged(authority));
    }
}
