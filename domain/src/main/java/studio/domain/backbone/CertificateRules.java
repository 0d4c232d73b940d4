package studio.domain.backbone;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.domain.backbone.BackboneCommand.FailCertificate;
import studio.domain.backbone.BackboneCommand.OfCertificate;
import studio.domain.backbone.BackboneCommand.RecordCertificate;
import studio.domain.backbone.BackboneEvent.BackboneFailed;
import studio.domain.backbone.BackboneEvent.CertificateFailed;
import studio.domain.backbone.BackboneEvent.CertificateIssued;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Rejection;

/** The rules for a backbone's certificates. */
final class CertificateRules {

    /** RFC 5280 gives a serial number 20 octets. */
    private static final Pattern SERIAL = Pattern.compile("[0-9a-f]{1,40}");

    private CertificateRules() {}

    static Decision<BackboneEvent> decide(OfCertificate command, Backbone backbone, Entities entities) {
        return entities.find(TlsCertificate.KIND.key(command.certificate()))
                .map(TlsCertificate.class::cast)
                .map(certificate -> switch (command) {
                    case RecordCertificate c -> record(c, certificate);
                    case FailCertificate c -> fail(c, certificate, backbone);
                })
                .orElseGet(() -> reject(Rejection.notFound(TlsCertificate.KIND.key(command.certificate()))));
    }

    private static Decision<BackboneEvent> record(RecordCertificate command, TlsCertificate certificate) {
        return switch (certificate) {
            case TlsCertificate.Requested requested -> issued(command);
            case TlsCertificate.Failed failed -> issued(command);
            case TlsCertificate.Issued issued ->
                issued.signed().equals(command.signed())
                        ? accept()
                        : reject(WRONG_STATE, "another certificate was issued for this request");
        };
    }

    private static Decision<BackboneEvent> issued(RecordCertificate command) {
        return unless(
                flaw(command.signed()), () -> accept(new CertificateIssued(command.certificate(), command.signed())));
    }

    private static Optional<Rejection> flaw(TlsCertificate.Signed signed) {
        if (!SERIAL.matcher(signed.serial()).matches()) {
            return Optional.of(
                    Rejection.ofField(INVALID_VALUE, "signed.serial", "must be 1 to 40 lower-case hexadecimal digits"));
        }
        return signed.notAfter().isAfter(signed.notBefore())
                ? Optional.empty()
                : Optional.of(Rejection.ofField(INVALID_VALUE, "signed.notAfter", "must be after notBefore"));
    }

    private static Decision<BackboneEvent> fail(
            FailCertificate command, TlsCertificate certificate, Backbone backbone) {
        return switch (certificate) {
            case TlsCertificate.Issued issued -> reject(WRONG_STATE, "the certificate was issued");
            case TlsCertificate.Failed failed when failed.cause().equals(command.cause()) -> accept();
            case TlsCertificate.Failed failed -> failed(command, certificate, backbone);
            case TlsCertificate.Requested requested -> failed(command, certificate, backbone);
        };
    }

    private static Decision<BackboneEvent> failed(
            FailCertificate command, TlsCertificate certificate, Backbone backbone) {
        CertificateFailed failed = new CertificateFailed(command.certificate(), command.cause());
        boolean backboneFails = isAuthority(certificate) && !(backbone instanceof Backbone.Deleting);
        return unless(
                Limits.text("cause", command.cause()),
                () -> backboneFails ? accept(List.of(failed, new BackboneFailed(command.cause()))) : accept(failed));
    }

    static boolean isAuthority(TlsCertificate certificate) {
        return certificate.subject().kind() == CertificateSubject.Kind.INTERIOR_CA
                || certificate.subject().kind() == CertificateSubject.Kind.ACCESS_POINT_CA;
    }
}
