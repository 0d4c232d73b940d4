package studio.domain.backbone;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.NOT_YET;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.domain.backbone.BackboneCommand.ClaimInteriorSite;
import studio.domain.backbone.BackboneCommand.InviteInteriorSite;
import studio.domain.backbone.BackboneEvent.InteriorSiteClaimed;
import studio.domain.backbone.BackboneEvent.InteriorSiteInvited;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.Pem;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Rejection;

/** The rules for how an agent comes to be an interior site's: by a token that is used once. */
final class EnrolmentRules {

    private EnrolmentRules() {}

    /** A site that runs may be invited too: its host may be lost, and another one takes its place. */
    static Decision<BackboneEvent> invite(InviteInteriorSite command, InteriorSite site) {
        if (site.placement().tokenHash().equals(Optional.of(command.tokenHash()))) {
            return accept();
        }
        return unless(going(site), () -> accept(new InteriorSiteInvited(command.site(), command.tokenHash())));
    }

    /** The same key asks for what it has been given; a token that is no longer of use reads like no site. */
    static Decision<BackboneEvent> claim(
            ClaimInteriorSite command, InteriorSite site, Backbone backbone, Entities entities, Facts facts) {
        if (site.placement().keyDigest().equals(Optional.of(command.keyDigest()))) {
            return accept();
        }
        if (!site.placement().tokenHash().equals(Optional.of(command.tokenHash()))) {
            return reject(Rejection.notFound(site.key()));
        }
        Optional<String> request = Optional.of(command.certificateRequest());
        return unless(
                going(site).or(() -> early(site)).or(() -> Pem.flawedRequest("certificateRequest", request)),
                () -> claimed(command, backbone, entities, facts));
    }

    private static Optional<Rejection> going(InteriorSite site) {
        return site instanceof InteriorSite.Deleting
                ? Optional.of(Rejection.of(WRONG_STATE, "site '" + site.meta().name() + "' is being removed"))
                : Optional.empty();
    }

    private static Optional<Rejection> early(InteriorSite site) {
        return site instanceof InteriorSite.Requested
                ? Optional.of(Rejection.of(NOT_YET, "the backbone waits for its authorities"))
                : Optional.empty();
    }

    /** What becomes of an earlier key's certificate is what becomes of every certificate whose holder asks for another. */
    private static Decision<BackboneEvent> claimed(
            ClaimInteriorSite command, Backbone backbone, Entities entities, Facts facts) {
        RequestCertificate request = new RequestCertificate(
                new CertificateSubject(CertificateSubject.Kind.INTERIOR_SITE, command.site()),
                Optional.of(command.certificateRequest()));
        return switch (BackboneCertificates.decide(request, backbone, entities, facts)) {
            case Decision.Rejected<BackboneEvent> rejected -> rejected;
            case Decision.Accepted<BackboneEvent> accepted -> {
                List<BackboneEvent> events = new ArrayList<>();
                events.add(new InteriorSiteClaimed(command.site(), command.keyDigest()));
                events.addAll(accepted.events());
                yield accept(events);
            }
        };
    }
}
