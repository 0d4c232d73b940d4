package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import studio.domain.kernel.Kind;
import studio.domain.network.CertificateIndex;

/** Finds a subject's last certificate. */
@Entity
@Table(name = "certificate_indexes")
public class CertificateIndexRow extends NetworkPartRow {

    @Column(name = "newest")
    UUID newest;

    CertificateIndexRow() {}

    @Override
    Kind<?> kind() {
        return CertificateIndex.KIND;
    }
}
