package studio.domain.certificate;

import java.time.Instant;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.ObjectMeta;

/** An X.509 certificate that was asked for. */
public sealed interface TlsCertificate extends Entity {

    /** Certificates; each is named by its uid. */
    Kind<TlsCertificate> KIND = new Kind<>("certificate", TlsCertificate.class);

    /** What it is for. */
    CertificateSubject subject();

    @Override
    default EntityKey key() {
        return KIND.key(meta().uid());
    }

    /** Nobody has signed it yet. Issuing or failing leaves this state. */
    record Requested(ObjectMeta meta, CertificateSubject subject) implements TlsCertificate {}

    /** Signed and in use. */
    record Issued(ObjectMeta meta, CertificateSubject subject, Signed signed) implements TlsCertificate {}

    /** Signing went wrong; the certificate orchestrator may still issue it after another try. */
    record Failed(ObjectMeta meta, CertificateSubject subject, String cause) implements TlsCertificate {}

    /**
     * What the signer answered.
     *
     * @param serial      the serial number in hexadecimal
     * @param fingerprint SHA-256 of the certificate's DER form
     * @param notBefore   the first moment of its validity
     * @param notAfter    the last moment of its validity
     */
    record Signed(String serial, Digest fingerprint, Instant notBefore, Instant notAfter) {}
}
