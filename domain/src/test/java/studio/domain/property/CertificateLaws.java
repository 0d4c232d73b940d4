package studio.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.certificate.TlsCertificate.Lineage;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Uid;

/** What holds of the certificates of every stream. */
final class CertificateLaws {

    private CertificateLaws() {}

    /** The certificates of a subject are a chain whose ordinals rise. */
    static void checkLineages(Entities entities) {
        List<TlsCertificate> certificates = entities.list(TlsCertificate.KIND);
        Set<CertificateSubject> last = new HashSet<>();
        for (TlsCertificate certificate : certificates) {
            Lineage lineage = certificate.lineage();
            assertThat(lineage.oldestValid())
                    .as("oldest valid of %s", certificate)
                    .isBetween(1, lineage.ordinal());
            Optional<TlsCertificate> successor = lineage.successor().map(uid -> get(uid, entities));
            if (successor.isEmpty()) {
                assertThat(last.add(certificate.subject()))
                        .as("%s is its subject's last", certificate)
                        .isTrue();
            } else {
                checkNeighbours(certificate, successor.get());
            }
            lineage.supersedes().map(uid -> get(uid, entities)).ifPresent(older -> checkNeighbours(older, certificate));
        }
    }

    private static void checkNeighbours(TlsCertificate older, TlsCertificate newer) {
        assertThat(older.lineage().successor()).contains(newer.meta().uid());
        assertThat(newer.lineage().supersedes()).contains(older.meta().uid());
        assertThat(newer.subject()).isEqualTo(older.subject());
        assertThat(newer.lineage().ordinal()).isGreaterThan(older.lineage().ordinal());
        assertThat(newer.lineage().oldestValid())
                .isGreaterThanOrEqualTo(older.lineage().oldestValid());
        assertThat(older.knownSigned()).as("what was signed of %s", older).isPresent();
    }

    private static TlsCertificate get(Uid uid, Entities entities) {
        return (TlsCertificate) entities.get(TlsCertificate.KIND.key(uid));
    }
}
