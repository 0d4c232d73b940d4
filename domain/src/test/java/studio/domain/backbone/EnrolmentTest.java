package studio.domain.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.backbone.Backbones.OSLO;
import static studio.domain.backbone.Backbones.PARIS;
import static studio.domain.backbone.Backbones.certificate;
import static studio.domain.backbone.Backbones.issued;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.NOT_YET;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.spec.Actors.OWNER;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.ChangeInteriorSite;
import studio.domain.backbone.BackboneCommand.ClaimInteriorSite;
import studio.domain.backbone.BackboneCommand.InviteInteriorSite;
import studio.domain.backbone.BackboneCommand.RemoveInteriorSite;
import studio.domain.backbone.BackboneEvent.InteriorSiteClaimed;
import studio.domain.backbone.BackboneEvent.InteriorSiteInvited;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.CertificateEvent.CertificateRotated;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.Certificates;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Uid;
import studio.domain.spec.StreamSpec;

class EnrolmentTest {

    private static final Digest TOKEN = Digest.ofText("token");
    private static final Digest OTHER_TOKEN = Digest.ofText("other token");
    private static final Digest KEY = Digest.ofText("key");
    private static final Digest OTHER_KEY = Digest.ofText("other key");
    private static final Optional<String> REQUEST = Optional.of(Certificates.signingRequest("P"));
    private static final CertificateSubject SUBJECT =
            new CertificateSubject(CertificateSubject.Kind.INTERIOR_SITE, PARIS);

    private static ClaimInteriorSite claim(Digest token, Digest key) {
        return new ClaimInteriorSite(PARIS, token, key, REQUEST.orElseThrow());
    }

    private static StreamSpec<BackboneCommand, BackboneEvent> invited() {
        return Backbones.ready().given(OWNER, new InviteInteriorSite(PARIS, TOKEN));
    }

    private static StreamSpec<BackboneCommand, BackboneEvent> claimed() {
        return invited().given(Actor.CLAIMS, claim(TOKEN, KEY));
    }

    @Test
    void shouldGiveTheCertificateToWhoHasTheToken() {
        invited()
                .when(Actor.CLAIMS, claim(TOKEN, KEY))
                .then(new InteriorSiteClaimed(PARIS, KEY), new CertificateRequested(ANY_UID, SUBJECT, REQUEST));
    }

    @Test
    void shouldUseATokenOnce() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = claimed();
        spec.when(Actor.CLAIMS, claim(TOKEN, OTHER_KEY)).thenRejected(NOT_FOUND);
        spec.when(Actor.CLAIMS, claim(TOKEN, KEY)).then();
    }

    @Test
    void shouldReadAWrongTokenLikeNoSite() {
        invited().when(Actor.CLAIMS, claim(OTHER_TOKEN, KEY)).thenRejected(NOT_FOUND);
        Backbones.ready().when(Actor.CLAIMS, claim(TOKEN, KEY)).thenRejected(NOT_FOUND);
        invited()
                .when(Actor.CLAIMS, new ClaimInteriorSite(OSLO, TOKEN, KEY, REQUEST.orElseThrow()))
                .thenRejected(NOT_FOUND);
    }

    @Test
    void shouldReplaceAnEarlierToken() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = invited();
        spec.when(OWNER, new InviteInteriorSite(PARIS, TOKEN)).then();
        spec.when(OWNER, new InviteInteriorSite(PARIS, OTHER_TOKEN)).then(new InteriorSiteInvited(PARIS, OTHER_TOKEN));
        spec.when(Actor.CLAIMS, claim(TOKEN, KEY)).thenRejected(NOT_FOUND);
    }

    @Test
    void shouldLetAnotherHostTakeThePlaceOfALostOne() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = claimed();
        Uid first = certificate(spec, CertificateSubject.Kind.INTERIOR_SITE, "paris");
        issued(spec, first);
        spec.given(OWNER, new InviteInteriorSite(PARIS, OTHER_TOKEN));
        spec.when(Actor.CLAIMS, claim(TOKEN, KEY)).then();
        Optional<String> request = Optional.of(Certificates.signingRequest("Q"));
        spec.when(Actor.CLAIMS, new ClaimInteriorSite(PARIS, OTHER_TOKEN, OTHER_KEY, request.get()))
                .then(
                        new InteriorSiteClaimed(PARIS, OTHER_KEY),
                        new CertificateRotated(first, ANY_UID, request, false));
    }

    @Test
    void shouldWaitForTheBackbonesAuthorities() {
        Backbones.requested()
                .given(OWNER, new InviteInteriorSite(PARIS, TOKEN))
                .when(Actor.CLAIMS, claim(TOKEN, KEY))
                .thenRejected(NOT_YET);
    }

    @Test
    void shouldNotEnrolASiteThatGoes() {
        Backbones.deployed()
                .given(OWNER, new InviteInteriorSite(PARIS, TOKEN))
                .given(OWNER, new RemoveInteriorSite(PARIS, false))
                .when(Actor.CLAIMS, claim(TOKEN, KEY))
                .thenRejected(WRONG_STATE);
    }

    @Test
    void shouldForgetItsAgentWithTheSite() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = claimed();
        spec.given(
                OWNER,
                new RemoveInteriorSite(PARIS, true),
                new AddInteriorSite(PARIS, Platform.LINUX, Optional.empty()));
        spec.when(Actor.CLAIMS, claim(TOKEN, KEY)).thenRejected(NOT_FOUND);
    }

    @Test
    void shouldRejectARequestThatIsNone() {
        invited()
                .when(Actor.CLAIMS, new ClaimInteriorSite(PARIS, TOKEN, KEY, "hello"))
                .thenRejected(INVALID_VALUE, "certificateRequest");
    }

    @Test
    void shouldKeepItsAgentWhenItMoves() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = claimed();
        spec.given(OWNER, new ChangeInteriorSite(PARIS, Optional.of("Lyon")));
        assertThat(spec.get(InteriorSite.KIND, "paris").placement().keyDigest()).contains(KEY);
    }
}
