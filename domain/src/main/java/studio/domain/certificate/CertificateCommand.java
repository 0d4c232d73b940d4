package studio.domain.certificate;

import java.util.Optional;
import studio.domain.authority.AuthorityCommand;
import studio.domain.backbone.BackboneCommand;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.NetworkCommand;

/** What one may ask of a certificate, whatever the stream that it belongs to. Who may is the stream's to say. */
public sealed interface CertificateCommand extends AuthorityCommand, BackboneCommand, NetworkCommand {

    @Override
    EntityKey subject(StreamKey stream);

    /** Commands about a certificate that there is. */
    sealed interface OfOne extends CertificateCommand {

        /** The certificate. */
        Uid certificate();

        @Override
        default EntityKey subject(StreamKey stream) {
            return TlsCertificate.KIND.key(certificate());
        }
    }

    /** What only those who sign may say. */
    sealed interface BySigner extends OfOne {}

    /** What the holder of a certificate says. */
    sealed interface ByHolder extends CertificateCommand {}

    /** What those say who answer for the holder. */
    sealed interface ByOwner extends OfOne {}

    /** What the clock says. */
    sealed interface ByClock extends OfOne {}

    /**
     * Asks for a certificate, or brings the signing request of one that waits for it. The same request has the same answer; another
     * one for a subject that has a certificate is a rotation.
     */
    record RequestCertificate(CertificateSubject subject, Optional<String> signingRequest) implements ByHolder {

        /** No uid is known before there is a certificate, so that no revision can be expected of it. */
        @Override
        public EntityKey subject(StreamKey stream) {
            return TlsCertificate.KIND.key(subject.name());
        }
    }

    /** Notes that the holder uses the certificate now, and so those before it no more. */
    record AcknowledgeCertificate(Uid certificate) implements ByHolder, OfOne {}

    /** Notes that a certificate was signed. */
    record RecordCertificate(Uid certificate, TlsCertificate.Signed signed) implements BySigner {}

    /** Notes that a certificate could not be signed. */
    record FailCertificate(Uid certificate, String cause) implements BySigner {}

    /** Has the signer try again. */
    record RetryCertificate(Uid certificate) implements ByOwner {}

    /**
     * Asks for the certificate that comes after this one.
     *
     * @param signingRequest the holder's; absent until it comes, or where the signer makes the key
     * @param endOld         whether connections made with older ones must end as soon as the new one is there
     */
    record RotateCertificate(Uid certificate, Optional<String> signingRequest, boolean endOld) implements ByOwner {}

    /** Takes trust from the certificate; if it is an authority, from all that it signed. */
    record RevokeCertificate(Uid certificate, String cause) implements ByOwner {}

    /** Asks for the next certificate because two thirds of this one's life are over. */
    record RenewCertificate(Uid certificate) implements ByClock {}

    /** Notes that the certificate's validity is over. */
    record ExpireCertificate(Uid certificate) implements ByClock {}
}
