package studio.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.backbone.InterRouterLink;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.certificate.TlsCertificate.Lineage;
import studio.domain.certificate.TlsCertificate.Request;
import studio.domain.certificate.TlsCertificate.Signed;
import studio.domain.kernel.Change;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Uid;

class TrustTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final CertificateSubject AUTHORITY = new CertificateSubject(Kind.INTERIOR_CA, Name.of("acme"));
    private static final CertificateSubject PARIS = new CertificateSubject(Kind.INTERIOR_SITE, Name.of("paris"));
    private static final CertificateSubject ROME = new CertificateSubject(Kind.INTERIOR_SITE, Name.of("rome"));

    private final EntityMap entities = new EntityMap(StreamType.BACKBONE.key(Name.of("acme")));

    private static Uid uid(long number) {
        return new Uid(new UUID(0x7000L, 0x8000_0000_0000_0000L | number));
    }

    private static ObjectMeta meta(long number) {
        return new ObjectMeta(uid(number).toString(), uid(number), 1, NOW, NOW);
    }

    private static Request request(CertificateSubject subject, int ordinal) {
        return new Request(subject, Optional.empty(), new Lineage(ordinal, 1, Optional.empty(), Optional.empty()));
    }

    private static Signed signed(long number, Optional<Uid> issuer) {
        return new Signed(
                "0a",
                Digest.ofText("certificate " + number),
                NOW,
                NOW.plus(Duration.ofDays(1)),
                issuer,
                Optional.of(Certificates.chain("own" + number) + Certificates.chain("above")));
    }

    private TrustTest issued(long number, CertificateSubject subject, int ordinal, Optional<Uid> issuer) {
        return with(new TlsCertificate.Issued(
                meta(number), request(subject, ordinal), signed(number, issuer), Optional.empty()));
    }

    private TrustTest superseded(long number, CertificateSubject subject, int ordinal, Optional<Uid> issuer) {
        return with(
                new TlsCertificate.Superseded(meta(number), request(subject, ordinal), signed(number, issuer), NOW));
    }

    private TrustTest revoked(long number, CertificateSubject subject, int ordinal) {
        return with(new TlsCertificate.Revoked(
                meta(number), request(subject, ordinal), signed(number, Optional.empty()), "stolen"));
    }

    private TrustTest with(TlsCertificate certificate) {
        entities.apply(Change.put(certificate));
        return this;
    }

    @Test
    void shouldTrustAnAuthorityBesideItsSuccessorUntilItIsRevoked() {
        // Given
        superseded(1, AUTHORITY, 1, Optional.empty()).issued(2, AUTHORITY, 2, Optional.empty());
        with(new TlsCertificate.Requested(meta(3), request(AUTHORITY, 3)));

        // When
        String both = Trust.bundle(Kind.INTERIOR_CA, entities);
        revoked(1, AUTHORITY, 1);

        // Then
        assertThat(both).isEqualTo(Certificates.chain("own2") + Certificates.chain("own1"));
        assertThat(Trust.bundle(Kind.INTERIOR_CA, entities)).isEqualTo(Certificates.chain("own2"));
        assertThat(Trust.bundle(Kind.ACCESS_POINT_CA, entities)).isEmpty();
    }

    @Test
    void shouldDenyWhoHasNothingButARevokedCertificate() {
        // Given
        issued(1, PARIS, 1, Optional.empty());
        revoked(2, ROME, 1);

        // When, Then
        assertThat(Trust.denied(Kind.INTERIOR_SITE, entities)).isEqualTo(Set.of(Name.of("rome")));

        // When
        issued(3, ROME, 2, Optional.empty());

        // Then
        assertThat(Trust.denied(Kind.INTERIOR_SITE, entities)).isEmpty();
        assertThat(Trust.revoked(entities.list(TlsCertificate.KIND))).isEqualTo(Set.of(Digest.ofText("certificate 2")));
    }

    @Test
    void shouldForeseeWhatGoesWithAnAuthority() {
        // Given
        issued(1, AUTHORITY, 1, Optional.empty()).issued(2, PARIS, 1, Optional.of(uid(1)));
        superseded(3, ROME, 1, Optional.of(uid(1))).issued(4, ROME, 2, Optional.of(uid(9)));
        entities.apply(Change.put(link("paris-peer", "paris")));
        entities.apply(Change.put(link("rome-peer", "rome")));

        // When
        Impact impact = Impact.of((TlsCertificate) entities.get(TlsCertificate.KIND.key(uid(1))), entities);

        // Then
        assertThat(impact.certificates()).isEqualTo(List.of(uid(1), uid(2), uid(3)));
        assertThat(impact.sites()).as("rome has another in use").containsExactly("paris");
        assertThat(impact.links()).containsExactly("paris-peer");
        assertThat(impact.networks()).isEmpty();
    }

    private static InterRouterLink link(String name, String from) {
        return new InterRouterLink(
                new ObjectMeta(name, uid(100), 1, NOW, NOW),
                Name.of(from),
                Name.of("peer"),
                1,
                new InterRouterLink.Health.Configured());
    }
}
