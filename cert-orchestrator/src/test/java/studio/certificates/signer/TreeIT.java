package studio.certificates.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.certificates.policy.Holder;
import studio.certificates.policy.Policies;
import studio.certificates.store.Database;
import studio.certificates.testing.Csr;
import studio.certificates.testing.OpenSsl;
import studio.certificates.testing.Party;
import studio.certificates.testing.Schema;
import studio.certificates.testing.Settings;
import studio.certificates.testing.Tls;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.testkit.server.PostgresDatabase;
import studio.testkit.server.RealServers;

/** The whole tree as the signer makes it, looked at by others: OpenSSL and TLS handshakes in which each authority is the sole anchor. */
@RealServers
class TreeIT {

    private static final Uid OWNER = uid();
    private static final SecretKey MASTER_KEY = MasterKey.parse("c3R1ZGlvLXRyZWUtaXQtc3R1ZGlvLXRyZWUtaXQtMDE=");
    private static final Optional<String> HOST = Optional.of("localhost");

    private final Database database;
    private final Path directory;
    private final Signer signer;
    private final Policies policies;

    TreeIT(PostgresDatabase postgres, @TempDir Path directory) {
        this.directory = directory;
        this.database = Schema.in(postgres.jdbcUrl(), postgres.username(), postgres.password());
        this.signer = BuiltInSigner.open(database, MASTER_KEY);
        this.policies = new Policies(Settings.in(directory));
    }

    private static Uid uid() {
        return new Uid(UUID.randomUUID());
    }

    private Profile profile(Uid certificate, Kind kind, Optional<Instant> end) {
        return policies.profile(
                certificate,
                new CertificateSubject(kind, Name.of(kind == Kind.SERVICE_HOME ? "feed" : "it")),
                1,
                new Holder(uid(), OWNER, HOST, true, end),
                Instant.now());
    }

    private record Authority(Uid uid, X509Certificate certificate) {}

    private Authority authority(Kind kind, Optional<Authority> above) {
        return authority(kind, above, Optional.empty());
    }

    private Authority authority(Kind kind, Optional<Authority> above, Optional<Instant> end) {
        Uid uid = uid();
        SignedCertificate made = signer.makeAuthority(uid, above.map(Authority::uid), profile(uid, kind, end));
        return new Authority(uid, Certificates.fromPem(made.chain()).getFirst());
    }

    private Party holder(Kind kind, Authority authority) {
        Uid uid = uid();
        Csr csr = Csr.holder();
        SignedCertificate signed = signer.sign(
                uid, authority.uid(), HolderKey.of(csr.keys().getPublic()), profile(uid, kind, Optional.empty()));
        return Party.of(csr, signed.chain());
    }

    @Test
    void shouldBeVerifiedByOthersUnderItsOwnAuthorityAlone() throws IOException, InterruptedException {
        // Given
        Authority root = authority(Kind.ROOT, Optional.empty());
        Authority interior = authority(Kind.INTERIOR_CA, Optional.of(root));
        Authority accessPoint = authority(Kind.ACCESS_POINT_CA, Optional.of(root));
        Authority one = authority(Kind.NETWORK_CA, Optional.of(root));
        Authority other = authority(Kind.NETWORK_CA, Optional.of(root));
        Party server = holder(Kind.ACCESS_POINT, accessPoint);
        Party site = holder(Kind.MEMBER_SITE, one);
        List<Held> all = List.of(
                new Held(Kind.INTERIOR_SITE, holder(Kind.INTERIOR_SITE, interior), interior),
                new Held(Kind.ACCESS_POINT, server, accessPoint),
                new Held(Kind.MEMBER_SITE, site, one),
                new Held(Kind.NETWORK_HOME, holder(Kind.NETWORK_HOME, other), other));
        Party service = holder(Kind.SERVICE_HOME, root);
        OpenSsl openSsl = new OpenSsl(directory);

        // Then
        for (Held held : all) {
            for (Authority anchor : List.of(interior, accessPoint, one, other)) {
                boolean fits = anchor.equals(held.authority());
                assertThat(letIn(held.party(), anchor, server, accessPoint, held.kind()))
                        .as("%s let in by %s", held.kind(), anchor.certificate().getSubjectX500Principal())
                        .isEqualTo(fits);
                assertThat(openSsl.verifies(held.party().chain(), List.of(anchor.certificate()), purpose(held.kind())))
                        .as(
                                "%s verified under %s",
                                held.kind(), anchor.certificate().getSubjectX500Principal())
                        .isEqualTo(fits);
            }
            assertThat(openSsl.verifies(held.party().chain(), List.of(root.certificate()), purpose(held.kind())))
                    .as("%s verified under the root", held.kind())
                    .isTrue();
        }
        assertThat(openSsl.verifies(service.chain(), List.of(root.certificate()), "sslserver"))
                .isTrue();
        assertThat(openSsl.verifies(site.chain(), List.of(one.certificate()), "sslserver"))
                .as("a member site cannot pass for a server")
                .isFalse();
        assertThat(openSsl.verifies(server.chain(), List.of(accessPoint.certificate()), "sslclient"))
                .as("an access point cannot pass for a site")
                .isFalse();
    }

    private record Held(Kind kind, Party party, Authority authority) {}

    /** A site as a client of the access point, which trusts that anchor alone; the access point as the server of one who does. */
    private static boolean letIn(Party party, Authority anchor, Party server, Authority serverIssuer, Kind kind) {
        List<X509Certificate> anchors = List.of(anchor.certificate());
        return kind == Kind.ACCESS_POINT
                ? Tls.serves(server, anchors)
                : Tls.works(party, List.of(serverIssuer.certificate()), server, anchors);
    }

    private static String purpose(Kind kind) {
        return kind == Kind.ACCESS_POINT ? "sslserver" : "sslclient";
    }

    @Test
    void shouldSignNoAuthorityUnderANetworksAuthority() throws IOException, InterruptedException {
        // Given
        Authority root = authority(Kind.ROOT, Optional.empty());
        Authority network = authority(Kind.NETWORK_CA, Optional.of(root));
        Authority below = authority(Kind.INTERIOR_CA, Optional.of(network));
        Party site = holder(Kind.MEMBER_SITE, below);
        List<X509Certificate> chain = new ArrayList<>(site.chain());
        chain.add(network.certificate());

        // When, Then
        assertThat(network.certificate().getBasicConstraints()).isZero();
        assertThat(new OpenSsl(directory).verifies(chain, List.of(root.certificate()), "sslclient"))
                .isFalse();
    }

    @Test
    void shouldFollowRfc5280() throws CertificateParsingException {
        // Given
        Authority root = authority(Kind.ROOT, Optional.empty());
        Authority network = authority(Kind.NETWORK_CA, Optional.of(root));

        // When
        X509Certificate site = holder(Kind.MEMBER_SITE, network).chain().getFirst();

        // Then
        assertThat(site.getSerialNumber().signum()).isPositive();
        assertThat(site.getSerialNumber().bitLength()).isBetween(64, 159);
        assertThat(site.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
        assertThat(site.getBasicConstraints()).isEqualTo(-1);
        assertThat(site.getKeyUsage()[0]).as("digital signature").isTrue();
        assertThat(site.getKeyUsage()[5]).as("certificate signing").isFalse();
        assertThat(site.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(site.getSubjectX500Principal().getName()).startsWith("CN=").doesNotContain(",");
        assertThat(network.certificate().getKeyUsage()[5]).isTrue();
        assertThat(root.certificate().getBasicConstraints()).isEqualTo(1);
    }

    @Test
    void shouldLetNothingOutliveItsIssuer() {
        // Given
        Instant end = Instant.now().plus(Duration.ofDays(2));
        Authority root = authority(Kind.ROOT, Optional.empty());
        Authority network = authority(Kind.NETWORK_CA, Optional.of(root), Optional.of(end));

        // When
        X509Certificate site = holder(Kind.MEMBER_SITE, network).chain().getFirst();

        // Then
        assertThat(network.certificate().getNotAfter().toInstant()).isBetween(end.minusSeconds(1), end);
        assertThat(site.getNotAfter()).isEqualTo(network.certificate().getNotAfter());
    }

    @Test
    void shouldGiveTheSameAnswerAgain() {
        // Given
        Authority root = authority(Kind.ROOT, Optional.empty());
        Uid network = uid();
        Uid site = uid();
        HolderKey key = HolderKey.of(Csr.holder().keys().getPublic());
        Profile authority = profile(network, Kind.NETWORK_CA, Optional.empty());
        Profile member = profile(site, Kind.MEMBER_SITE, Optional.empty());

        // When, Then
        assertThat(signer.makeAuthority(network, Optional.of(root.uid()), authority))
                .isEqualTo(signer.makeAuthority(network, Optional.of(root.uid()), authority));
        assertThat(signer.sign(site, network, key, member)).isEqualTo(signer.sign(site, network, key, member));
    }

    @Test
    void shouldSignNothingForAnAuthorityThatIsGone() {
        // Given
        Authority root = authority(Kind.ROOT, Optional.empty());
        Authority network = authority(Kind.NETWORK_CA, Optional.of(root));
        holder(Kind.MEMBER_SITE, network);

        // When
        signer.retire(network.uid());

        // Then
        assertThatExceptionOfType(UnknownAuthorityException.class).isThrownBy(() -> holder(Kind.MEMBER_SITE, network));
        assertThat(database.<Boolean>inTransaction(sql -> sql.query(
                                "SELECT sealed IS NULL AS destroyed FROM authority_keys WHERE certificate = ?",
                                row -> row.flag("destroyed"),
                                network.uid())
                        .getFirst()))
                .isTrue();
    }

    @Test
    void shouldKeepNoKeyInTheClear() {
        // Given
        Authority root = authority(Kind.ROOT, Optional.empty());

        // When
        byte[] sealed = database.inTransaction(sql -> sql.query(
                        "SELECT sealed FROM authority_keys WHERE certificate = ?",
                        row -> row.bytes("sealed"),
                        root.uid())
                .getFirst());

        // Then
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .as("the object identifier of its curve, which every key in the clear names")
                .doesNotContain(new String(
                        new byte[] {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d}, StandardCharsets.ISO_8859_1));
    }

    @Test
    void shouldNotStartWithAnotherMasterKey() throws IOException {
        // Given
        authority(Kind.ROOT, Optional.empty());
        Path elsewhere = Files.createTempDirectory(directory, "other").resolve("master-key");

        // When, Then
        assertThatIllegalStateException().isThrownBy(() -> BuiltInSigner.open(database, elsewhere));
        assertThatIllegalStateException()
                .isThrownBy(() -> BuiltInSigner.open(database, MasterKey.read(elsewhere, true)))
                .withMessageContaining("master key");
    }

    @Test
    void shouldTakeARootThatSomebodyElseSigned() throws IOException, InterruptedException {
        // Given
        OpenSsl company = new OpenSsl(directory);
        Uid uid = uid();
        String request = signer.requestAuthority(uid, profile(uid, Kind.ROOT, Optional.empty()));
        String chain = company.signAuthority(request);

        // When
        SignedCertificate root = signer.importAuthority(uid, chain);
        Authority own = new Authority(uid, Certificates.fromPem(root.chain()).getFirst());
        Party site = holder(Kind.MEMBER_SITE, authority(Kind.NETWORK_CA, Optional.of(own)));

        // Then
        List<X509Certificate> all = new ArrayList<>(site.chain());
        all.add(own.certificate());
        assertThat(company.verifies(all, List.of(Certificates.fromPem(chain).getLast()), "sslclient"))
                .isTrue();
    }

    @Test
    void shouldNotTakeAChainForAnotherKey() {
        // Given
        Uid uid = uid();
        signer.requestAuthority(uid, profile(uid, Kind.ROOT, Optional.empty()));
        Authority other = authority(Kind.ROOT, Optional.empty());

        // When, Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signer.importAuthority(uid, Certificates.toPem(List.of(other.certificate()))))
                .withMessageContaining("another key");
    }
}
