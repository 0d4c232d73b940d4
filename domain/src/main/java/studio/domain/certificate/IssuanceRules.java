package studio.domain.certificate;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.Optional;
import java.util.regex.Pattern;
import studio.domain.certificate.CertificateCommand.FailCertificate;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateCommand.RetryCertificate;
import studio.domain.certificate.CertificateEvent.CertificateFailed;
import studio.domain.certificate.CertificateEvent.CertificateIssued;
import studio.domain.certificate.CertificateEvent.CertificateRetried;
import studio.domain.certificate.TlsCertificate.Signed;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Uid;

/** The rules for what becomes of a request for a certificate. */
final class IssuanceRules {

    /** RFC 5280 gives a serial number 20 octets. */
    private static final Pattern SERIAL = Pattern.compile("[0-9a-f]{1,40}");

    private IssuanceRules() {}

    static Decision<CertificateEvent> record(RecordCertificate command, TlsCertificate certificate, Entities entities) {
        return switch (certificate) {
            case TlsCertificate.Requested requested -> issued(command, certificate, entities);
            case TlsCertificate.Failed failed -> issued(command, certificate, entities);
            case TlsCertificate.Issued c -> recorded(command, c.signed());
            case TlsCertificate.Superseded c -> recorded(command, c.signed());
            case TlsCertificate.Revoked c -> recorded(command, c.signed());
            case TlsCertificate.Expired c -> recorded(command, c.signed());
        };
    }

    private static Decision<CertificateEvent> recorded(RecordCertificate command, Signed signed) {
        return signed.equals(command.signed())
                ? accept()
                : reject(WRONG_STATE, "another certificate was issued for this request");
    }

    private static Decision<CertificateEvent> issued(
            RecordCertificate command, TlsCertificate certificate, Entities entities) {
        return unless(
                flaw(command.signed(), certificate.subject().kind(), entities),
                () -> accept(new CertificateIssued(command.certificate(), command.signed())));
    }

    private static Optional<Rejection> flaw(Signed signed, CertificateSubject.Kind kind, Entities entities) {
        if (!SERIAL.matcher(signed.serial()).matches()) {
            return Optional.of(
                    Rejection.ofField(INVALID_VALUE, "signed.serial", "must be 1 to 40 lower-case hexadecimal digits"));
        }
        if (!signed.notAfter().isAfter(signed.notBefore())) {
            return Optional.of(Rejection.ofField(INVALID_VALUE, "signed.notAfter", "must be after notBefore"));
        }
        return signed.issuer()
                .filter(issuer -> !signs(issuer, kind, entities))
                .map(issuer -> Rejection.ofField(
                        INVALID_VALUE,
                        "signed.issuer",
                        "must be an authority of this stream that signs such certificates"))
                .or(() -> Pem.flawedChain("signed.chain", signed.chain()));
    }

    private static boolean signs(Uid issuer, CertificateSubject.Kind kind, Entities entities) {
        return entities.find(TlsCertificate.KIND.key(issuer))
                .filter(TlsCertificate.Issued.class::isInstance)
                .map(TlsCertificate.class::cast)
                .filter(authority ->
                        kind.issuer().equals(Optional.of(authority.subject().kind())))
                .isPresent();
    }

    static Decision<CertificateEvent> fail(FailCertificate command, TlsCertificate certificate) {
        return switch (certificate) {
            case TlsCertificate.Failed failed when failed.cause().equals(command.cause()) -> accept();
            case TlsCertificate.Failed failed -> failed(command);
            case TlsCertificate.Requested requested -> failed(command);
            case TlsCertificate.Issued c -> wasIssued();
            case TlsCertificate.Superseded c -> wasIssued();
            case TlsCertificate.Revoked c -> wasIssued();
            case TlsCertificate.Expired c -> wasIssued();
        };
    }

    private static Decision<CertificateEvent> failed(FailCertificate command) {
        return unless(
                Limits.text("cause", command.cause()),
                () -> accept(new CertificateFailed(command.certificate(), command.cause())));
    }

    private static Decision<CertificateEvent> wasIssued() {
        return reject(WRONG_STATE, "the certificate was issued");
    }

    static Decision<CertificateEvent> retry(RetryCertificate command, TlsCertificate certificate) {
        return switch (certificate) {
            case TlsCertificate.Failed c -> accept(new CertificateRetried(command.certificate()));
            case TlsCertificate.Requested c -> accept();
            case TlsCertificate.Issued c -> wasIssued();
            case TlsCertificate.Superseded c -> wasIssued();
            case TlsCertificate.Revoked c -> wasIssued();
            case TlsCertificate.Expired c -> wasIssued();
        };
    }
}
