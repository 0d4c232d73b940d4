package studio.domain.certificate;

import java.util.Optional;
import studio.domain.authority.AuthorityEvent;
import studio.domain.backbone.BackboneEvent;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.NetworkEvent;

/** What happens to a certificate. It happens in every stream that holds certificates, and so is an event of each of them. */
public sealed interface CertificateEvent extends AuthorityEvent, BackboneEvent, NetworkEvent {

    /** The certificate. */
    Uid certificate();

    @Override
    default EntityKey subject(StreamKey stream) {
        return TlsCertificate.KIND.key(certificate());
    }

    /**
     * A certificate is wanted, and there is none before it.
     *
     * @param ordinal its place among the subject's certificates: above 1 where those before it went with the host that they named
     */
    record CertificateRequested(
            Uid certificate, CertificateSubject subject, Optional<String> signingRequest, int ordinal)
            implements CertificateEvent {

        /** The first certificate of its subject. */
        public CertificateRequested(Uid certificate, CertificateSubject subject, Optional<String> signingRequest) {
            this(certificate, subject, signingRequest, TlsCertificate.Lineage.FIRST.ordinal());
        }

        /** A certificate whose signing request is to come, or is not needed. */
        public CertificateRequested(Uid certificate, CertificateSubject subject) {
            this(certificate, subject, Optional.empty());
        }
    }

    /** The holder made a key and wants the certificate for that. */
    record SigningRequestReceived(Uid certificate, String signingRequest) implements CertificateEvent {}

    /** A certificate was signed. */
    record CertificateIssued(Uid certificate, TlsCertificate.Signed signed) implements CertificateEvent {}

    /** A certificate could not be signed. */
    record CertificateFailed(Uid certificate, String cause) implements CertificateEvent {}

    /** The signer shall try again. */
    record CertificateRetried(Uid certificate) implements CertificateEvent {}

    /** The certificate that comes after this one is wanted. */
    record CertificateRotated(Uid certificate, Uid successor, Optional<String> signingRequest, boolean endOld)
            implements CertificateEvent {}

    /** The holder uses the certificate, and those before it no more. */
    record CertificateAcknowledged(Uid certificate) implements CertificateEvent {}

    /** The certificate must not be trusted any more. */
    record CertificateRevoked(Uid certificate, String cause) implements CertificateEvent {}

    /** The certificate's validity is over. */
    record CertificateExpired(Uid certificate) implements CertificateEvent {}

    /** An authority must not be trusted any more, nor anything that it signed, however many they are. */
    record TreeRevoked(Uid issuer, String cause) implements CertificateEvent {
        @Override
        public Uid certificate() {
            return issuer;
        }
    }
}
