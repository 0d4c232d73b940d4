package studio.domain.certificate;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.domain.certificate.CertificateCommand.AcknowledgeCertificate;
import studio.domain.certificate.CertificateCommand.ExpireCertificate;
import studio.domain.certificate.CertificateCommand.FailCertificate;
import studio.domain.certificate.CertificateCommand.OfOne;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateCommand.RenewCertificate;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateCommand.RetryCertificate;
import studio.domain.certificate.CertificateCommand.RevokeCertificate;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.certificate.CertificateEvent.CertificateAcknowledged;
import studio.domain.certificate.CertificateEvent.CertificateExpired;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.CertificateEvent.CertificateRevoked;
import studio.domain.certificate.CertificateEvent.CertificateRotated;
import studio.domain.certificate.CertificateEvent.SigningRequestReceived;
import studio.domain.certificate.CertificateEvent.TreeRevoked;
import studio.domain.certificate.TlsCertificate.Signed;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Timer;
import studio.domain.kernel.Uid;

/** The rules for certificates, the same in every stream that holds some. */
public final class CertificateRules {

    private CertificateRules() {}

    /** Answers a command whose actor is authorised. */
    public static Decision<CertificateEvent> decide(
            CertificateCommand command, CertificateHolders holders, Entities entities, Facts facts) {
        return switch (command) {
            case RequestCertificate c -> request(c, holders, entities, facts);
            case RecordCertificate c ->
                existing(c, entities, certificate -> IssuanceRules.record(c, certificate, entities));
            case FailCertificate c -> existing(c, entities, certificate -> IssuanceRules.fail(c, certificate));
            case RetryCertificate c -> existing(c, entities, certificate -> IssuanceRules.retry(c, certificate));
            case RotateCertificate c -> existing(c, entities, certificate -> rotate(c, certificate, entities, facts));
            case RevokeCertificate c -> existing(c, entities, certificate -> revoke(c, certificate, holders, entities));
            case AcknowledgeCertificate c -> existing(c, entities, certificate -> acknowledge(c, certificate));
            case RenewCertificate c ->
                found(c, entities)
                        .map(found -> renew(found, holders, entities, facts))
                        .orElseGet(Decision::accept);
            case ExpireCertificate c ->
                found(c, entities).map(found -> expire(c, found)).orElseGet(Decision::accept);
        };
    }

    /** What the certificate of that command is for, if there is one; tells a stream who the holder is. */
    public static Optional<CertificateSubject> subject(CertificateCommand command, Entities entities) {
        return switch (command) {
            case RequestCertificate c -> Optional.of(c.subject());
            case OfOne c -> found(c, entities).map(TlsCertificate::subject);
        };
    }

    /** The commands that the clock owes a certificate. */
    public static List<Timer> timers(TlsCertificate certificate) {
        Uid uid = certificate.meta().uid();
        return switch (certificate) {
            case TlsCertificate.Issued issued
            when issued.lineage().successor().isEmpty() ->
                List.of(
                        new Timer("renew", issued.signed().renewAt(), new RenewCertificate(uid)),
                        expiry(uid, issued.signed()));
            case TlsCertificate.Issued issued -> List.of(expiry(uid, issued.signed()));
            case TlsCertificate.Superseded superseded -> List.of(expiry(uid, superseded.signed()));
            case TlsCertificate.Revoked revoked -> List.of(expiry(uid, revoked.signed()));
            case TlsCertificate.Requested requested -> List.of();
            case TlsCertificate.Failed failed -> List.of();
            case TlsCertificate.Expired expired -> List.of();
        };
    }

    private static Timer expiry(Uid uid, Signed signed) {
        return new Timer("expire", signed.notAfter(), new ExpireCertificate(uid));
    }

    private static Optional<TlsCertificate> found(OfOne command, Entities entities) {
        return entities.find(TlsCertificate.KIND.key(command.certificate())).map(TlsCertificate.class::cast);
    }

    private static Decision<CertificateEvent> existing(
            OfOne command, Entities entities, Function<TlsCertificate, Decision<CertificateEvent>> decide) {
        return found(command, entities)
                .map(decide)
                .orElseGet(() -> reject(Rejection.notFound(TlsCertificate.KIND.key(command.certificate()))));
    }

    private static Decision<CertificateEvent> request(
            RequestCertificate command, CertificateHolders holders, Entities entities, Facts facts) {
        Optional<Rejection> flaw = holders.unfit(command.subject(), entities)
                .or(() -> Pem.flawedRequest("signingRequest", command.signingRequest()));
        return unless(
                flaw,
                () -> holders.newest(command.subject(), entities)
                        .map(newest -> requestBeside(command, newest, facts))
                        .orElseGet(() -> accept(new CertificateRequested(
                                facts.ids().next(), command.subject(), command.signingRequest()))));
    }

    /** The same request gets the same answer: it may have been sent twice. Another one means that the holder has another key. */
    private static Decision<CertificateEvent> requestBeside(
            RequestCertificate command, TlsCertificate newest, Facts facts) {
        Optional<String> wanted = command.signingRequest();
        boolean news = wanted.isPresent() && !wanted.equals(newest.request().signingRequest());
        Uid uid = newest.meta().uid();
        return switch (newest) {
            case TlsCertificate.Requested c -> news ? accept(new SigningRequestReceived(uid, wanted.get())) : accept();
            case TlsCertificate.Failed c -> news ? accept(new SigningRequestReceived(uid, wanted.get())) : accept();
            case TlsCertificate.Issued c -> news ? accept(next(newest, wanted, false, facts)) : accept();
            case TlsCertificate.Superseded c -> accept(next(newest, wanted, false, facts));
            case TlsCertificate.Revoked c -> accept(next(newest, wanted, true, facts));
            case TlsCertificate.Expired c -> accept(next(newest, wanted, true, facts));
        };
    }

    private static CertificateEvent next(
            TlsCertificate certificate, Optional<String> signingRequest, boolean endOld, Facts facts) {
        return new CertificateRotated(certificate.meta().uid(), facts.ids().next(), signingRequest, endOld);
    }

    private static Decision<CertificateEvent> rotate(
            RotateCertificate command, TlsCertificate certificate, Entities entities, Facts facts) {
        Optional<Uid> successor = certificate.lineage().successor();
        if (successor.isPresent()) {
            return rotatedAlready(command, (TlsCertificate) entities.get(TlsCertificate.KIND.key(successor.get())));
        }
        return switch (certificate) {
            case TlsCertificate.Requested c -> reject(WRONG_STATE, "the certificate was not issued yet");
            case TlsCertificate.Failed c -> reject(WRONG_STATE, "the certificate was not issued yet");
            case TlsCertificate.Issued c -> rotated(command, certificate, facts);
            case TlsCertificate.Superseded c -> reject(WRONG_STATE, "the certificate was superseded");
            case TlsCertificate.Revoked c -> rotated(command, certificate, facts);
            case TlsCertificate.Expired c -> rotated(command, certificate, facts);
        };
    }

    private static Decision<CertificateEvent> rotatedAlready(RotateCertificate command, TlsCertificate successor) {
        boolean same = command.signingRequest().isEmpty()
                || command.signingRequest().equals(successor.request().signingRequest());
        return same
                ? accept()
                : reject(WRONG_STATE, "certificate '" + successor.meta().uid() + "' is to replace it already");
    }

    private static Decision<CertificateEvent> rotated(
            RotateCertificate command, TlsCertificate certificate, Facts facts) {
        boolean endOld = command.endOld() || !(certificate instanceof TlsCertificate.Issued);
        return unless(
                Pem.flawedRequest("signingRequest", command.signingRequest()),
                () -> accept(next(certificate, command.signingRequest(), endOld, facts)));
    }

    private static Decision<CertificateEvent> revoke(
            RevokeCertificate command, TlsCertificate certificate, CertificateHolders holders, Entities entities) {
        return switch (certificate) {
            case TlsCertificate.Requested c -> reject(WRONG_STATE, "the certificate was not issued yet");
            case TlsCertificate.Failed c -> reject(WRONG_STATE, "the certificate was not issued yet");
            case TlsCertificate.Issued c -> revoked(command, certificate, holders, entities);
            case TlsCertificate.Superseded c -> revoked(command, certificate, holders, entities);
            case TlsCertificate.Revoked c -> accept();
            case TlsCertificate.Expired c -> reject(WRONG_STATE, "the certificate's validity is over");
        };
    }

    private static Decision<CertificateEvent> revoked(
            RevokeCertificate command, TlsCertificate certificate, CertificateHolders holders, Entities entities) {
        return unless(
                holders.needed(certificate, entities).or(() -> Limits.text("cause", command.cause())),
                () -> accept(
                        certificate.subject().kind().isAuthority()
                                ? new TreeRevoked(command.certificate(), command.cause())
                                : new CertificateRevoked(command.certificate(), command.cause())));
    }

    private static Decision<CertificateEvent> acknowledge(AcknowledgeCertificate command, TlsCertificate certificate) {
        return switch (certificate) {
            case TlsCertificate.Issued c ->
                c.usedSince().isPresent() ? accept() : accept(new CertificateAcknowledged(command.certificate()));
            case TlsCertificate.Superseded c -> accept();
            case TlsCertificate.Requested c -> reject(WRONG_STATE, "the certificate was not issued yet");
            case TlsCertificate.Failed c -> reject(WRONG_STATE, "the certificate was not issued yet");
            case TlsCertificate.Revoked c -> reject(WRONG_STATE, "the certificate was revoked");
            case TlsCertificate.Expired c -> reject(WRONG_STATE, "the certificate's validity is over");
        };
    }

    private static Decision<CertificateEvent> renew(
            TlsCertificate certificate, CertificateHolders holders, Entities entities, Facts facts) {
        return certificate instanceof TlsCertificate.Issued issued
                        && issued.lineage().successor().isEmpty()
                        && !holders.cannotOutlive(issued, entities)
                ? accept(next(certificate, Optional.empty(), false, facts))
                : accept();
    }

    private static Decision<CertificateEvent> expire(ExpireCertificate command, TlsCertificate certificate) {
        return switch (certificate) {
            case TlsCertificate.Issued c -> accept(new CertificateExpired(command.certificate()));
            case TlsCertificate.Superseded c -> accept(new CertificateExpired(command.certificate()));
            case TlsCertificate.Revoked c -> accept(new CertificateExpired(command.certificate()));
            case TlsCertificate.Requested c -> accept();
            case TlsCertificate.Failed c -> accept();
            case TlsCertificate.Expired c -> accept();
        };
    }
}
