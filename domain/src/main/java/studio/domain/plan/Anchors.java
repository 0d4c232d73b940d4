package studio.domain.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.certificate.Pem;
import studio.domain.certificate.TlsCertificate;
import studio.domain.certificate.Trust;
import studio.domain.kernel.Entities;

/**
 * Whom one side of the links between interior routers trusts: whoever the authority has signed for, until somebody has to be kept out.
 * Routers know no revocation lists, and no policy holds between interior routers; so from then on the holders' own certificates are the
 * anchors, one by one. A backbone has few of them.
 *
 * @param trust the anchors, in PEM
 * @param since the stream's revision at which somebody was last kept out; 0 while nobody is
 */
record Anchors(String trust, long since) {

    /** Certificates of one holder between two that are kept out; a router counts to 2,147,483,647. */
    private static final long STRIDE = 1_000;

    /**
     * Those of one side; nothing while there is no authority.
     *
     * @param holders   of what kind the other side's certificates are
     * @param authority who signs these
     * @param own       the certificate that this side shows; if nobody else is left, it trusts itself alone
     */
    static Optional<Anchors> of(Kind holders, Kind authority, TlsCertificate own, Entities entities) {
        List<TlsCertificate> certificates = of(holders, entities);
        List<TlsCertificate> authorities = Trust.authorities(authority, entities);
        boolean oneByOne = certificates.stream()
                .filter(TlsCertificate.Revoked.class::isInstance)
                .anyMatch(revoked -> authorities.stream().anyMatch(trusted -> hasSigned(trusted, revoked)));
        Optional<String> trust =
                oneByOne ? alone(certificates).or(() -> first(own)) : Optional.of(Trust.bundle(authorities));
        return trust.filter(anchors -> !anchors.isEmpty()).map(anchors -> new Anchors(anchors, keptOut(certificates)));
    }

    /** Whom an authority vouched for that is revoked itself, nobody lets in. Where the signer did not say who it was, there was only one. */
    private static boolean hasSigned(TlsCertificate authority, TlsCertificate holder) {
        return holder.knownSigned()
                .flatMap(TlsCertificate.Signed::issuer)
                .map(authority.meta().uid()::equals)
                .orElse(authority.lineage().ordinal() == TlsCertificate.Lineage.FIRST.ordinal());
    }

    /** Whether anybody of that kind is kept out. */
    static boolean anyKeptOut(Kind holders, Entities entities) {
        return keptOut(of(holders, entities)) > 0;
    }

    private static List<TlsCertificate> of(Kind holders, Entities entities) {
        return entities.list(TlsCertificate.KIND).stream()
                .filter(certificate -> certificate.subject().kind() == holders)
                .toList();
    }

    private static long keptOut(List<TlsCertificate> certificates) {
        return certificates.stream()
                .filter(TlsCertificate.Revoked.class::isInstance)
                .mapToLong(certificate -> certificate.meta().revision())
                .max()
                .orElse(0);
    }

    private static Optional<String> alone(List<TlsCertificate> certificates) {
        return certificates.stream()
                .filter(TlsCertificate.Issued.class::isInstance)
                .sorted(Comparator.comparing(certificate -> certificate.meta().uid()))
                .flatMap(certificate -> first(certificate).stream())
                .reduce(String::concat);
    }

    private static Optional<String> first(TlsCertificate certificate) {
        return certificate.knownSigned().flatMap(TlsCertificate.Signed::chain).map(Pem::first);
    }

    /** Rises with whoever is kept out, and in between with each certificate of the holder: revisions only grow. */
    long ordinal(TlsCertificate own) {
        return since * STRIDE + own.lineage().ordinal();
    }

    /** When somebody is kept out, all connections from before must end. */
    long oldestValid(TlsCertificate own) {
        return since * STRIDE + own.lineage().oldestValid();
    }
}
