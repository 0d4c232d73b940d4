package studio.certificates.process;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.certificates.testing.Installation.await;
import static studio.certificates.testing.Installation.unique;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateParsingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import studio.certificates.signer.Certificates;
import studio.certificates.testing.Csr;
import studio.certificates.testing.Installation;
import studio.certificates.testing.Settings;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneCommand.DeleteBackbone;
import studio.domain.certificate.CertificateCommand.FailCertificate;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateCommand.RetryCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.NetworkCommand.ChangeNetwork;
import studio.domain.network.NetworkCommand.CreateNetwork;
import studio.domain.network.Schedule;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.PostgresDatabase;
import studio.testkit.server.RealServers;

@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrchestratorIT {

    private static final StreamKey AUTHORITY = StreamType.AUTHORITY.key(Name.of("root"));

    private Path directory;
    private Installation installation;
    private KafkaCluster kafka;

    @BeforeAll
    void begin(KafkaCluster cluster, PostgresDatabase postgres, @TempDir Path files) {
        directory = files;
        kafka = cluster;
        installation = new Installation(
                cluster,
                postgres,
                directory,
                Map.of(
                        "retries.attempts", "3",
                        "retries.first-pause", "20ms",
                        "service-home.components", "feed",
                        "alarms.interval", "50ms"));
    }

    @AfterAll
    void end() {
        installation.close();
    }

    @Test
    void shouldMakeABackboneReadyByItself() {
        // When
        StreamKey backbone = installation.backbone();

        // Then
        TlsCertificate.Issued authority = installation.await(
                backbone, new CertificateSubject(Kind.INTERIOR_CA, backbone.name()), 1, TlsCertificate.Issued.class);
        assertThat(authority.signed().issuer())
                .as("the root is of another stream")
                .isEmpty();
        assertThat(Certificates.fromPem(authority.signed().chain().orElseThrow()))
                .hasSize(1);
    }

    @Test
    void shouldSignWhatAHolderBrings() {
        // Given
        StreamKey backbone = installation.backbone();
        CertificateSubject site = installation.site(backbone);
        Csr holder = Csr.holder();

        // When
        installation.bring(backbone, site, holder.request());

        // Then
        TlsCertificate.Issued issued = installation.await(backbone, site, 1, TlsCertificate.Issued.class);
        assertThat(Certificates.fromPem(issued.signed().chain().orElseThrow())
                        .getFirst()
                        .getPublicKey())
                .isEqualTo(holder.keys().getPublic());
        assertThat(issued.signed().issuer()).isPresent();
    }

    @Test
    void shouldMakeTheServiceHomesOwnKeysForTheirHolderAlone() throws IOException {
        // When
        CertificateSubject feed = new CertificateSubject(Kind.SERVICE_HOME, Name.of("feed"));
        installation.await(AUTHORITY, feed, 1, TlsCertificate.Issued.class);

        // Then
        Path place = directory.resolve("service-home/feed/1");
        await("the chain is there").until(() -> Files.exists(place.resolve("chain.pem")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("key.pem"))))
                .isEqualTo("rw-------");
        assertThat(directory.resolve("root.pem")).exists();
    }

    @Test
    void shouldRefuseEachBadRequestWithItsOwnProblemAndGoOnWithOthers() {
        // Given
        StreamKey backbone = installation.backbone();
        Csr known = Csr.holder();
        CertificateSubject first = installation.site(backbone);
        installation.bring(backbone, first, known.request());
        installation.await(backbone, first, 1, TlsCertificate.Issued.class);
        Map<String, String> bad = Map.of(
                "key-not-allowed", Csr.rsa(2_048).request(),
                "key-not-proved", Csr.holder().signedBy(Csr.holder()),
                "identity-not-yours",
                        Csr.holder().alternatively(new GeneralName(GeneralName.dNSName, "somebody.example")),
                "key-of-another", known.request(),
                "certificate-request-unreadable",
                        "-----BEGIN CERTIFICATE REQUEST-----\nMAMCAQA=\n-----END CERTIFICATE REQUEST-----\n",
                "certificate-request-too-large",
                        "-----BEGIN CERTIFICATE REQUEST-----\n" + ("A".repeat(64) + "\n").repeat(80)
                                + "-----END CERTIFICATE REQUEST-----\n");

        bad.forEach((slug, request) -> {
            // When
            CertificateSubject site = installation.site(backbone);
            installation.bring(backbone, site, request);

            // Then
            TlsCertificate.Failed failed = installation.await(backbone, site, 1, TlsCertificate.Failed.class);
            assertThat(failed.cause()).startsWith(slug + ": ");

            // When
            installation.bring(backbone, site, Csr.holder().request());

            // Then
            installation.await(backbone, site, 1, TlsCertificate.Issued.class);
        });
    }

    @Test
    void shouldSignForTheNameAtWhichAnAccessPointIsReachedAndAgainWhenThatChanges() {
        // Given
        StreamKey backbone = installation.backbone();
        CertificateSubject point = installation.accessPoint(backbone, "old.example.net");
        installation.bring(backbone, point, Csr.holder().request());
        TlsCertificate.Issued old = installation.await(backbone, point, 1, TlsCertificate.Issued.class);

        // When
        installation.move(backbone, point, "new.example.net");
        installation.await(backbone, point, 2, TlsCertificate.Requested.class);
        installation.bring(backbone, point, Csr.holder().request());

        // Then
        TlsCertificate.Issued now = installation.await(backbone, point, 2, TlsCertificate.Issued.class);
        assertThat(hosts(old)).isEqualTo("[old.example.net]");
        assertThat(hosts(now)).isEqualTo("[new.example.net]");
    }

    private static String hosts(TlsCertificate.Issued certificate) {
        try {
            return Certificates.fromPem(certificate.signed().chain().orElseThrow())
                    .getFirst()
                    .getSubjectAlternativeNames()
                    .stream()
                    .filter(name -> name.getFirst().equals(GeneralName.dNSName))
                    .map(name -> name.get(1))
                    .toList()
                    .toString();
        } catch (CertificateParsingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldEndANetworksAuthorityWithTheNetworkAndFollowWhenItGoesOn() {
        // Given
        Instant end = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        StreamKey network = network(Optional.of(end));
        CertificateSubject authority = new CertificateSubject(Kind.NETWORK_CA, network.name());
        TlsCertificate.Issued first = installation.await(network, authority, 1, TlsCertificate.Issued.class);

        // When
        installation.give(
                network,
                new ChangeNetwork(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Schedule(Optional.empty(), Optional.of(end.plus(Duration.ofDays(9))), 60))));

        // Then
        TlsCertificate.Issued second = installation.await(network, authority, 2, TlsCertificate.Issued.class);
        assertThat(first.signed().notAfter()).isEqualTo(end.plusSeconds(60));
        assertThat(second.signed().notAfter())
                .isEqualTo(end.plus(Duration.ofDays(9)).plusSeconds(60));
    }

    private StreamKey network(Optional<Instant> end) {
        StreamKey network = StreamType.NETWORK.key(unique("shop"));
        installation.give(
                network,
                new CreateNetwork(
                        Owners.NOBODY,
                        Owners.NOBODY,
                        Name.of("acme"),
                        Set.of(Name.of("west")),
                        new Schedule(Optional.empty(), end, 60)));
        return network;
    }

    @Test
    void shouldMakeTheKeyOfAManagedHomeAndForgetItWithTheHome() throws IOException {
        // Given
        StreamKey network = network(Optional.empty());
        installation.give(network, new PlaceHome(Home.Placement.MANAGED));

        // When
        Name home = installation
                .log()
                .see(
                        network,
                        entities -> Name.of(entities.find(Home.KIND, network.name())
                                .orElseThrow()
                                .meta()
                                .uid()
                                .toString()));
        installation.await(network, new CertificateSubject(Kind.NETWORK_HOME, home), 1, TlsCertificate.Issued.class);

        // Then
        Path files = directory.resolve("network-home/" + home);
        await("the chain is there").until(() -> Files.exists(files.resolve("1/chain.pem")));
        assertThat(files.resolve("network.txt")).hasContent(network.name().value());

        // And when the network's owner runs a home instead
        installation.give(network, new PlaceHome(Home.Placement.OWN));

        // Then
        await("the keys are gone").until(() -> !Files.exists(files));
    }

    @Test
    void shouldTryAgainAndSayInTheEndWhyItCouldNotWithoutHoldingOthersUp() {
        // Given
        StreamKey backbone = installation.backbone();
        CertificateSubject poison = installation.accessPoint(backbone, "poison.example.net");
        CertificateSubject other = installation.site(backbone);
        installation.signer().refuse(profile -> profile.hosts().contains("poison.example.net"));

        // When
        installation.bring(backbone, poison, Csr.holder().request());
        installation.bring(backbone, other, Csr.holder().request());

        // Then
        installation.await(backbone, other, 1, TlsCertificate.Issued.class);
        TlsCertificate.Failed failed = installation.await(backbone, poison, 1, TlsCertificate.Failed.class);
        assertThat(failed.cause()).isEqualTo("signing-failed: IllegalStateException: out of ink");

        // When
        installation.signer().refuse(profile -> false);
        installation.give(backbone, new RetryCertificate(failed.meta().uid()));

        // Then
        installation.await(backbone, poison, 1, TlsCertificate.Issued.class);
    }

    @Test
    void shouldSignForAnotherKeyThatCameMeanwhile() {
        // Given
        StreamKey backbone = installation.backbone();
        CertificateSubject site = installation.site(backbone);
        Csr later = Csr.holder();

        // When
        installation.bring(backbone, site, Csr.holder().request());
        installation.bring(backbone, site, later.request());

        // Then
        await("the later key has a certificate")
                .until(() -> installation.certificates(backbone, site).stream()
                        .flatMap(certificate -> certificate.knownSigned().stream())
                        .anyMatch(signed -> Certificates.fromPem(signed.chain().orElseThrow())
                                .getFirst()
                                .getPublicKey()
                                .equals(later.keys().getPublic())));
    }

    @Test
    void shouldForgetABackboneThatIsDeletedAndDestroyItsKeys() {
        // Given
        StreamKey backbone = installation.backbone();
        CertificateSubject site = installation.site(backbone);
        TlsCertificate.Issued authority = installation.await(
                backbone, new CertificateSubject(Kind.INTERIOR_CA, backbone.name()), 1, TlsCertificate.Issued.class);

        // When
        installation.bring(backbone, site, Csr.holder().request());
        installation.give(backbone, new DeleteBackbone(true));

        // Then
        await("its key is destroyed")
                .until(() -> installation
                        .database()
                        .inTransaction(sql -> sql.query(
                                        "SELECT sealed IS NULL AS destroyed FROM authority_keys WHERE certificate = ?",
                                        row -> row.flag("destroyed"),
                                        authority.meta().uid())
                                .getFirst()));
        installation.backbone();
    }

    @Test
    void shouldWaitWhileAnotherInstanceWorks() throws InterruptedException {
        // Given
        installation.backbone();
        Orchestrator second = installation.another(kafka, Settings.in(directory));
        Thread thread = Thread.ofPlatform().start(second);

        // When, Then
        await("the second waits").until(() -> second.state() instanceof State.Standby);
        second.stop();
        thread.join();
    }

    @Test
    void shouldAnswerAThousandRequestsAtOnce() {
        // Given
        int backbones = 10;
        int sites = 100;
        List<StreamKey> streams = IntStream.range(0, backbones)
                .mapToObj(i -> installation.backbone())
                .toList();
        record Wanted(StreamKey stream, CertificateSubject subject, String request) {}
        List<Wanted> wanted = streams.stream()
                .flatMap(stream -> IntStream.range(0, sites)
                        .mapToObj(i -> new Wanted(
                                stream, installation.site(stream), Csr.holder().request())))
                .toList();

        // When
        Instant begin = Instant.now();
        wanted.forEach(one -> installation.bring(one.stream(), one.subject(), one.request()));
        wanted.forEach(one -> installation.await(one.stream(), one.subject(), 1, TlsCertificate.Issued.class));

        // Then
        System.getLogger(OrchestratorIT.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} requests at once were answered after {1} ms",
                        wanted.size(),
                        Duration.between(begin, Instant.now()).toMillis());
        assertThat(installation.log().commands(FailCertificate.class))
                .noneMatch(command -> command.cause().contains("Exception: null"));
        assertThat(installation.log().commands(RecordCertificate.class)).hasSizeGreaterThanOrEqualTo(wanted.size());
    }
}
