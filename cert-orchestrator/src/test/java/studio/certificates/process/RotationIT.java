package studio.certificates.process;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.certificates.testing.Installation.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import studio.certificates.signer.Certificates;
import studio.certificates.testing.Csr;
import studio.certificates.testing.Installation;
import studio.certificates.testing.Party;
import studio.certificates.testing.Tls;
import studio.domain.StreamType;
import studio.domain.certificate.CertificateCommand.AcknowledgeCertificate;
import studio.domain.certificate.CertificateCommand.RevokeCertificate;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.certificate.TlsCertificate;
import studio.domain.certificate.Trust;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.PostgresDatabase;
import studio.testkit.server.RealServers;

/** Every level is rotated and revoked while a connection by TLS goes on, with anchors as they follow from the log. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RotationIT {

    private Installation installation;

    @BeforeAll
    void begin(KafkaCluster kafka, PostgresDatabase postgres, @TempDir Path directory) {
        installation = new Installation(
                kafka, postgres, directory, Map.of("alarms.unacknowledged", "0s", "alarms.interval", "50ms"));
    }

    @AfterAll
    void end() {
        installation.close();
    }

    /** A backbone with a site that connects and an access point that listens. */
    private final class World {
        private final StreamKey backbone = installation.backbone();
        private final CertificateSubject site = installation.site(backbone);
        private final CertificateSubject point = installation.accessPoint(backbone, "localhost");
        private Party client;
        private Party server;

        World() {
            client = enrol(site, 1);
            server = enrol(point, 1);
        }

        Party enrol(CertificateSubject subject, int ordinal) {
            Csr csr = Csr.holder();
            installation.bring(backbone, subject, csr.request());
            return Party.of(
                    csr,
                    installation
                            .await(backbone, subject, ordinal, TlsCertificate.Issued.class)
                            .signed()
                            .chain()
                            .orElseThrow());
        }

        CertificateSubject authority(Kind kind) {
            return new CertificateSubject(kind, backbone.name());
        }

        List<X509Certificate> trust(Kind kind) {
            return installation.log().see(backbone, entities -> Certificates.fromPem(Trust.bundle(kind, entities)));
        }

        Tls connect() throws IOException {
            return Tls.connect(client, trust(Kind.ACCESS_POINT_CA), server, trust(Kind.INTERIOR_CA));
        }

        boolean works(Party who) {
            return Tls.works(who, trust(Kind.ACCESS_POINT_CA), server, trust(Kind.INTERIOR_CA));
        }

        Uid uid(CertificateSubject subject, int ordinal) {
            return installation.certificates(backbone, subject).stream()
                    .filter(certificate -> certificate.lineage().ordinal() == ordinal)
                    .findFirst()
                    .orElseThrow()
                    .meta()
                    .uid();
        }

        void acknowledge(CertificateSubject subject, int ordinal) {
            installation.say(backbone, new AcknowledgeCertificate(uid(subject, ordinal)));
        }
    }

    @Test
    void shouldRotateAHoldersCertificateUnderAnOpenConnection() throws IOException {
        // Given
        World world = new World();
        Party old = world.client;
        try (Tls open = world.connect()) {
            // When
            installation.give(world.backbone, new RotateCertificate(world.uid(world.site, 1), Optional.empty(), false));
            world.client = world.enrol(world.site, 2);

            // Then
            assertThat(open.isAlive()).isTrue();
            assertThat(world.works(world.client)).isTrue();
            assertThat(world.works(old))
                    .as("the old one until it is acknowledged")
                    .isTrue();
            installation.await(world.backbone, world.site, 1, TlsCertificate.Issued.class);

            // When
            world.acknowledge(world.site, 2);

            // Then
            installation.await(world.backbone, world.site, 1, TlsCertificate.Superseded.class);
            assertThat(open.isAlive()).isTrue();
        }
    }

    @Test
    void shouldRotateAnAuthorityWithAnOverlapInWhichBothAreTrusted() throws IOException {
        // Given
        World world = new World();
        Party old = world.client;
        CertificateSubject authority = world.authority(Kind.INTERIOR_CA);
        try (Tls open = world.connect()) {
            // When
            installation.give(world.backbone, new RotateCertificate(world.uid(authority, 1), Optional.empty(), false));
            installation.await(world.backbone, authority, 2, TlsCertificate.Issued.class);

            // Then
            assertThat(world.trust(Kind.INTERIOR_CA)).hasSize(2);
            CertificateSubject early = installation.site(world.backbone);
            Party underTheOld = world.enrol(early, 1);
            assertThat(issuer(underTheOld)).as("until all trust the new one").isEqualTo(issuer(old));

            // When
            world.acknowledge(authority, 2);

            // Then
            installation.await(world.backbone, world.site, 2, TlsCertificate.Requested.class);
            installation.await(world.backbone, early, 2, TlsCertificate.Requested.class);
            world.client = world.enrol(world.site, 2);
            assertThat(issuer(world.client)).isNotEqualTo(issuer(old));
            assertThat(world.works(world.client)).isTrue();
            assertThat(world.works(old)).isTrue();
            assertThat(open.isAlive()).isTrue();

            // When
            installation.give(world.backbone, new RevokeCertificate(world.uid(authority, 1), "rotated"));

            // Then
            assertThat(world.trust(Kind.INTERIOR_CA)).hasSize(1);
            assertThat(world.works(world.client)).isTrue();
            assertThat(world.works(old))
                    .as("a certificate of the old authority")
                    .isFalse();
            assertThat(world.works(underTheOld)).isFalse();
            assertThat(installation.certificates(world.backbone, early).getFirst())
                    .isInstanceOf(TlsCertificate.Revoked.class);
        }
    }

    private static String issuer(Party party) {
        return party.chain().getFirst().getIssuerX500Principal().getName();
    }

    @Test
    void shouldRotateTheRootAndAllAuthoritiesBelowIt() throws IOException {
        // Given
        World world = new World();
        StreamKey stream = StreamType.AUTHORITY.key(Name.of("root"));
        CertificateSubject root = new CertificateSubject(Kind.ROOT, Name.of("root"));
        CertificateSubject authority = world.authority(Kind.ACCESS_POINT_CA);
        TlsCertificate.Issued old = installation.await(stream, root, 1, TlsCertificate.Issued.class);
        try (Tls open = world.connect()) {
            // When
            installation.give(stream, new RotateCertificate(old.meta().uid(), Optional.empty(), false));
            TlsCertificate.Issued next = installation.await(stream, root, 2, TlsCertificate.Issued.class);
            installation.say(stream, new AcknowledgeCertificate(next.meta().uid()));

            // Then
            installation.await(world.backbone, authority, 2, TlsCertificate.Issued.class);
            assertThat(open.isAlive()).isTrue();
            assertThat(world.works(world.client)).isTrue();
        }
    }

    @Test
    void shouldDenyAHolderWhoseCertificateWasRevoked() {
        // Given
        World world = new World();

        // When
        installation.give(world.backbone, new RevokeCertificate(world.uid(world.site, 1), "stolen"));

        // Then
        assertThat(installation
                        .log()
                        .<Set<Name>>see(world.backbone, entities -> Trust.denied(Kind.INTERIOR_SITE, entities)))
                .containsExactly(world.site.name());

        // When
        world.client = world.enrol(world.site, 2);

        // Then
        assertThat(installation
                        .log()
                        .<Set<Name>>see(world.backbone, entities -> Trust.denied(Kind.INTERIOR_SITE, entities)))
                .isEmpty();
        assertThat(installation
                        .certificates(world.backbone, world.site)
                        .getLast()
                        .lineage()
                        .oldestValid())
                .as("no connection of the revoked one may stay")
                .isEqualTo(2);
    }

    @Test
    void shouldCallSomebodyWhenAHolderDoesNotSayThatItUsesItsNewCertificate() {
        // Given
        World world = new World();

        // When
        installation.give(world.backbone, new RotateCertificate(world.uid(world.site, 1), Optional.empty(), false));
        world.enrol(world.site, 2);

        // Then
        await("somebody is called")
                .until(() -> installation
                                .meters()
                                .get("studio.certificates.unacknowledged")
                                .gauge()
                                .value()
                        >= 1);
        assertThat(installation
                        .meters()
                        .get("studio.certificates.days.left")
                        .tag("use", "interior-site")
                        .gauge()
                        .value())
                .isBetween(26.0, 30.0);
    }
}
