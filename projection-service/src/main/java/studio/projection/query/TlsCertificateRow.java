package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Kind;
import studio.domain.kernel.StreamKey;

/** A certificate. */
@Entity
@Table(name = "tls_certificates")
public class TlsCertificateRow extends EntityRow {

    @Id
    @Column(name = "uid")
    UUID uid;

    @Column(name = "stream")
    String stream;

    @Column(name = "state")
    String state;

    @Column(name = "cause")
    @Nullable
    String cause;

    @Column(name = "use")
    String use;

    @Column(name = "subject")
    String subject;

    @Column(name = "serial")
    @Nullable
    String serial;

    @Column(name = "fingerprint")
    @Nullable
    String fingerprint;

    @Column(name = "not_before")
    @Nullable
    Instant notBefore;

    @Column(name = "not_after")
    @Nullable
    Instant notAfter;

    @Column(name = "renew_at")
    @Nullable
    Instant renewAt;

    @Column(name = "ordinal")
    int ordinal;

    TlsCertificateRow() {}

    @Override
    Kind<?> kind() {
        return TlsCertificate.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamKey.parse(stream);
    }

    @Override
    public String name() {
        return uid.toString();
    }
}
