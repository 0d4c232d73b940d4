package studio.certificates.process;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.certificates.testing.Installation.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.certificates.store.Database;
import studio.certificates.testing.ChildOrchestrator;
import studio.certificates.testing.Csr;
import studio.certificates.testing.LogStandIn;
import studio.certificates.testing.Schema;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.Platform;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateEvent.CertificateIssued;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.testkit.server.ChildJvm;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.PostgresDatabase;
import studio.testkit.server.RealServers;

/** The orchestrator in a process of its own, killed in the middle of its work. */
@RealServers
class KillIT {

    private static final int SITES = 100;

    /** The root, two authorities of the backbone, and the certificate of a component of the Service Home. */
    private static final int OTHERS = 4;

    private static final Actor ADMINISTRATOR = Actor.user(Name.of("admin"), Set.of(Role.ADMINISTRATOR), Set.of());

    @Test
    void shouldIssueNothingTwiceAndLoseNothing(KafkaCluster kafka, PostgresDatabase postgres, @TempDir Path directory) {
        // Given
        StreamKey backbone = StreamType.BACKBONE.key(Name.of("acme"));
        Database database = Schema.in(postgres.jdbcUrl(), postgres.username(), postgres.password());
        try (LogStandIn log = new LogStandIn(kafka.bootstrapServers())) {
            log.give(ADMINISTRATOR, backbone, new CreateBackbone(Owners.NOBODY, Owners.NOBODY));
            List<Name> sites = new ArrayList<>();
            for (int i = 0; i < SITES; i++) {
                Name site = Name.of("site-" + i);
                log.give(ADMINISTRATOR, backbone, new AddInteriorSite(site, Platform.LINUX, Optional.empty()));
                sites.add(site);
            }
            ChildJvm child = ChildOrchestrator.start(kafka, postgres, directory);
            await("the others are there").until(() -> log.count(CertificateIssued.class) == OTHERS);

            // When
            sites.forEach(site -> log.give(
                    Actor.CERT_ORCHESTRATOR,
                    backbone,
                    new RequestCertificate(
                            new CertificateSubject(Kind.INTERIOR_SITE, site),
                            Optional.of(Csr.holder().request()))));
            for (int share : new int[] {SITES / 10, SITES / 3, SITES / 2}) {
                await("some are there, and not all")
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> log.count(CertificateIssued.class) >= OTHERS + share);
                child.kill9();
                child = ChildOrchestrator.start(kafka, postgres, directory);
            }

            // Then
            await("all are there").until(() -> log.count(CertificateIssued.class) == OTHERS + SITES);
            await("nothing is left to be said")
                    .until(() -> database.inTransaction(
                            sql -> sql.query("SELECT 1 AS one FROM outbox", row -> row.number("one"))
                                    .isEmpty()));
            child.kill9();
            assertThat(database.<Long>inTransaction(
                            sql -> sql.query("SELECT count(*) AS signed FROM signatures", row -> row.number("signed"))
                                    .getFirst()))
                    .as("signatures")
                    .isEqualTo(OTHERS + SITES);
            assertThat(log.commands(RecordCertificate.class).stream()
                            .map(command -> command.certificate() + " "
                                    + command.signed().serial())
                            .distinct())
                    .as("different answers")
                    .hasSize(OTHERS + SITES);
        }
    }
}
