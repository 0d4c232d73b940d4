package studio.domain.certificate;

import static studio.domain.kernel.Rejection.Reason.IN_USE;

import java.util.Comparator;
import java.util.Optional;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Rejection;

/** What one type of stream knows of those who hold its certificates, and the shared rules don't. */
public interface CertificateHolders {

    /** Says why nobody can ask for a certificate of that subject, if so: none of this stream's kinds, or there is no such object. */
    Optional<Rejection> unfit(CertificateSubject subject, Entities entities);

    /** Says why that certificate can't be revoked, if so: with a stream's last authority goes all that it signed. */
    default Optional<Rejection> needed(TlsCertificate certificate, Entities entities) {
        return certificate instanceof TlsCertificate.Superseded
                        || !certificate.subject().kind().isAuthority()
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        IN_USE, "this authority is in use: rotate it first, and revoke it when the new one is in use"));
    }

    /**
     * Says whether a successor would end with this one. Renewing it then gains nothing, and its successor's two thirds would be over
     * sooner each time. What ends with its authority is renewed when that has a successor.
     */
    default boolean cannotOutlive(TlsCertificate.Issued certificate, Entities entities) {
        return certificate
                .signed()
                .issuer()
                .flatMap(issuer -> entities.find(TlsCertificate.KIND.key(issuer)))
                .map(TlsCertificate.class::cast)
                .filter(authority -> authority.lineage().successor().isEmpty())
                .flatMap(TlsCertificate::knownSigned)
                .filter(authority ->
                        !authority.notAfter().isAfter(certificate.signed().notAfter()))
                .isPresent();
    }

    /** The subject's last certificate, if it has any. This looks at all of them; a stream of many holders knows a shorter way. */
    default Optional<TlsCertificate> newest(CertificateSubject subject, Entities entities) {
        return entities.list(TlsCertificate.KIND).stream()
                .filter(certificate -> certificate.subject().equals(subject))
                .max(Comparator.comparingInt(
                        certificate -> certificate.lineage().ordinal()));
    }
}
