package studio.backbone.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.certificate.TlsCertificate;
import studio.domain.certificate.TlsCertificate.Lineage;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

class SpreadTest {

    private static final StreamKey ACME = StreamType.BACKBONE.key(Name.of("acme"));
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final CertificateSubject AUTHORITY = new CertificateSubject(Kind.INTERIOR_CA, Name.of("acme"));
    private static final CertificateSubject SITE = new CertificateSubject(Kind.INTERIOR_SITE, Name.of("paris"));

    private final TlsCertificate old = issued(1, AUTHORITY, 1, Optional.empty(), Optional.of(NOW));
    private final TlsCertificate next = issued(2, AUTHORITY, 2, Optional.of(uid(1)), Optional.empty());

    private static Uid uid(long number) {
        return new Uid(new UUID(0, number));
    }

    private static String pem(long number) {
        return "-----BEGIN CERTIFICATE-----\nown%d\n-----END CERTIFICATE-----\n".formatted(number);
    }

    private static TlsCertificate issued(
            long number, CertificateSubject subject, int ordinal, Optional<Uid> supersedes, Optional<Instant> used) {
        return new TlsCertificate.Issued(
                new ObjectMeta(uid(number).toString(), uid(number), 1, NOW, NOW),
                new TlsCertificate.Request(
                        subject, Optional.empty(), new Lineage(ordinal, 1, supersedes, Optional.empty())),
                new TlsCertificate.Signed(
                        "0a",
                        new Digest("ab".repeat(32)),
                        NOW,
                        NOW.plusSeconds(60),
                        Optional.empty(),
                        Optional.of(pem(number))),
                used);
    }

    private static TlsCertificate superseded(TlsCertificate certificate) {
        TlsCertificate.Issued issued = (TlsCertificate.Issued) certificate;
        return new TlsCertificate.Superseded(issued.meta(), issued.request(), issued.signed(), NOW);
    }

    private Succession succession() {
        return Succession.of(ACME, List.of(old, next)).getFirst();
    }

    @Test
    void shouldSeeASuccessionInAnAuthorityThatNobodyHasAcknowledged() {
        // When
        List<Succession> found = Succession.of(ACME, List.of(old, next));

        // Then
        assertThat(found).singleElement().satisfies(succession -> {
            assertThat(succession.uid()).isEqualTo(uid(2));
            assertThat(succession.added()).isEqualTo(pem(2));
            assertThat(succession.before()).containsExactly(pem(1));
        });
    }

    @Test
    void shouldSeeNoneInTheFirstAuthorityInHoldersAndInWhatWasAcknowledged() {
        assertThat(Succession.of(ACME, List.of(issued(1, AUTHORITY, 1, Optional.empty(), Optional.empty()))))
                .isEmpty();
        assertThat(Succession.of(ACME, List.of(issued(3, SITE, 2, Optional.of(uid(9)), Optional.empty()))))
                .isEmpty();
        assertThat(Succession.of(
                        ACME, List.of(superseded(old), issued(2, AUTHORITY, 2, Optional.of(uid(1)), Optional.of(NOW)))))
                .isEmpty();
    }

    @Test
    void shouldFollowTheNewestWhereOneWasLeftOut() {
        // When
        List<Succession> found =
                Succession.of(ACME, List.of(old, next, issued(3, AUTHORITY, 3, Optional.of(uid(2)), Optional.empty())));

        // Then
        assertThat(found).singleElement().satisfies(succession -> {
            assertThat(succession.uid()).isEqualTo(uid(3));
            assertThat(succession.before()).containsExactlyInAnyOrder(pem(1), pem(2));
        });
    }

    @Test
    void shouldBeEverywhereWhenAllWhoTrustTheOldOneHaveTheNewOne() {
        assertThat(Spread.of(
                        succession(),
                        List.of(new Keeper("paris", pem(2) + pem(1), 0), new Keeper("another authority's", pem(7), 3))))
                .isEqualTo(new Spread.Everywhere());
    }

    @Test
    void shouldBeEverywhereWhenNobodyTrustsTheOldOne() {
        assertThat(Spread.of(succession(), List.of())).isEqualTo(new Spread.Everywhere());
    }

    @Test
    void shouldWaitForWhoeverHasNotAppliedIt() {
        assertThat(Spread.of(
                        succession(),
                        List.of(
                                new Keeper("paris", pem(2) + pem(1), 0),
                                new Keeper("rome", pem(2) + pem(1), 1),
                                new Keeper("shops", pem(2) + pem(1), 40))))
                .isEqualTo(new Spread.Awaited(41, List.of("rome", "shops")));
    }

    @Test
    void shouldWaitForWhoeverWasNotEvenTold() {
        assertThat(Spread.of(succession(), List.of(new Keeper("rome", pem(1), 0))))
                .isEqualTo(new Spread.Awaited(1, List.of("rome")));
    }

    @Test
    void shouldNameOnlySome() {
        // Given
        List<Keeper> many = IntStream.range(0, 100)
                .mapToObj(number -> new Keeper("site " + number, pem(1), 1))
                .toList();

        // When
        Spread spread = Spread.of(succession(), many);

        // Then
        assertThat(spread).isInstanceOfSatisfying(Spread.Awaited.class, awaited -> {
            assertThat(awaited.parties()).isEqualTo(100);
            assertThat(awaited.some()).hasSize(Spread.MOST_NAMED);
        });
    }
}
