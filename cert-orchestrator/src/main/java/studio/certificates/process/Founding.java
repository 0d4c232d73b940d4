package studio.certificates.process;

import java.time.InstantSource;
import java.util.Optional;
import studio.certificates.config.CertificatesConfig;
import studio.certificates.store.Database;
import studio.domain.StreamType;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** Asks for what nobody else asks for: the root, and what the Service Home's own components need. */
final class Founding {

    private static final StreamKey AUTHORITY = StreamType.AUTHORITY.key(Name.of("root"));

    private final Database database;
    private final CertificatesConfig config;
    private final InstantSource clock;

    Founding(Database database, CertificatesConfig config, InstantSource clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Asks for what is missing; asking twice has no effect. */
    void lay() {
        ask(new CertificateSubject(Kind.ROOT, AUTHORITY.name()));
        config.serviceHome()
                .components()
                .forEach(name -> ask(new CertificateSubject(Kind.SERVICE_HOME, Name.of(name))));
    }

    private void ask(CertificateSubject subject) {
        database.run(sql -> {
            boolean there = sql.find(
                            "SELECT true AS there FROM certificates WHERE stream = ? AND use = ? AND subject = ?",
                            row -> row.flag("there"),
                            AUTHORITY.toString(),
                            subject.kind().name(),
                            subject.name().value())
                    .isPresent();
            if (!there) {
                new Outbox(sql, clock.instant())
                        .add(
                                "founding-" + subject.kind() + "-" + subject.name(),
                                AUTHORITY,
                                new RequestCertificate(subject, Optional.empty()));
            }
        });
    }
}
