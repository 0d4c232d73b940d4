package studio.domain.authority;

import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;

import java.util.Optional;
import studio.domain.certificate.CertificateHolders;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Rejection;

/** The holders of the installation's own certificates: the root and the components of the Service Home. */
final class AuthorityCertificates implements CertificateHolders {

    /** Holders that there can be: the Service Home has a few components. */
    static final int MAX_HOLDERS = 100;

    static final AuthorityCertificates INSTANCE = new AuthorityCertificates();

    private AuthorityCertificates() {}

    @Override
    public Optional<Rejection> unfit(CertificateSubject subject, Entities entities) {
        return switch (subject.kind()) {
            case ROOT ->
                subject.name().equals(entities.stream().name())
                        ? Optional.empty()
                        : Optional.of(Rejection.ofField(
                                INVALID_VALUE,
                                "subject.name",
                                "must be '" + entities.stream().name() + "'"));
            case SERVICE_HOME -> tooMany(subject, entities);
            case INTERIOR_CA, ACCESS_POINT_CA, INTERIOR_SITE, ACCESS_POINT, NETWORK_CA, NETWORK_HOME, MEMBER_SITE ->
                Optional.of(Rejection.ofField(INVALID_VALUE, "subject.kind", "must be root or service-home"));
        };
    }

    private static Optional<Rejection> tooMany(CertificateSubject subject, Entities entities) {
        long others = entities.list(TlsCertificate.KIND).stream()
                .map(TlsCertificate::subject)
                .filter(known -> !known.equals(subject))
                .distinct()
                .count();
        return others < MAX_HOLDERS
                ? Optional.empty()
                : Optional.of(
                        Rejection.of(LIMIT_REACHED, "an installation has at most " + MAX_HOLDERS + " such holders"));
    }
}
