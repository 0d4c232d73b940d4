package studio.domain.network;

import java.util.Locale;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Uid;

/**
 * Finds a subject's last certificate without looking at those of all sites.
 *
 * @param meta   named by the subject
 * @param newest the certificate's uid
 */
public record CertificateIndex(ObjectMeta meta, Uid newest) implements Entity {

    /** Entries of the index. */
    public static final Kind<CertificateIndex> KIND = new Kind<>("certificate-index", CertificateIndex.class);

    @Override
    public EntityKey key() {
        return new EntityKey(KIND.label(), meta.name());
    }

    /** The entry for that subject. */
    public static EntityKey key(CertificateSubject subject) {
        return new EntityKey(KIND.label(), subject.kind().name().toLowerCase(Locale.ROOT) + "." + subject.name());
    }

    /** The entry for that subject, whose last certificate is that. */
    static CertificateIndex of(CertificateSubject subject, Uid newest, Recorded<?> recorded) {
        return new CertificateIndex(
                new ObjectMeta(key(subject).name(), newest, recorded.revision(), recorded.at(), recorded.at()), newest);
    }
}
