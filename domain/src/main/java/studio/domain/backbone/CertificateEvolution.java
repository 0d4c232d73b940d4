package studio.domain.backbone;

import java.util.List;
import studio.domain.backbone.BackboneEvent.CertificateFailed;
import studio.domain.backbone.BackboneEvent.CertificateIssued;
import studio.domain.backbone.BackboneEvent.CertificateRequested;
import studio.domain.backbone.BackboneEvent.OfCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;

/** What each event changes in a backbone's certificates. */
final class CertificateEvolution {

    private CertificateEvolution() {}

    static TlsCertificate evolve(OfCertificate event, Recorded<BackboneEvent> recorded, Entities entities) {
        return switch (event) {
            case CertificateRequested e -> requested(e, recorded, entities);
            case CertificateIssued e -> {
                TlsCertificate certificate = notIssued(e, recorded, entities);
                yield new TlsCertificate.Issued(certificate.meta(), certificate.subject(), e.signed());
            }
            case CertificateFailed e -> {
                TlsCertificate certificate = notIssued(e, recorded, entities);
                yield new TlsCertificate.Failed(certificate.meta(), certificate.subject(), e.cause());
            }
        };
    }

    private static TlsCertificate requested(
            CertificateRequested event, Recorded<BackboneEvent> recorded, Entities entities) {
        entities.checkAbsent(TlsCertificate.KIND.key(event.certificate()));
        return new TlsCertificate.Requested(ObjectMeta.created(event.certificate(), recorded), event.subject());
    }

    private static TlsCertificate notIssued(OfCertificate event, Recorded<BackboneEvent> recorded, Entities entities) {
        TlsCertificate certificate = (TlsCertificate) entities.get(TlsCertificate.KIND.key(event.certificate()));
        return switch (certificate) {
            case TlsCertificate.Requested c -> c;
            case TlsCertificate.Failed c -> c;
            case TlsCertificate.Issued c -> throw recorded.impossibleFor(c);
        };
    }

    /** Takes all certificates for that subject away. */
    static List<Change> removals(CertificateSubject subject, Entities entities) {
        return BackboneEvolution.removals(
                TlsCertificate.KIND, certificate -> certificate.subject().equals(subject), entities);
    }
}
