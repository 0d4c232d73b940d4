package studio.certificates.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.certificates.signer.Profile;
import studio.certificates.signer.Profile.Purpose;
import studio.certificates.testing.Settings;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;

class PoliciesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Uid CERTIFICATE = Uid.parse("01890000-0000-7000-8000-0000000000cc");
    private static final Uid OWNER = Uid.parse("01890000-0000-7000-8000-0000000000aa");
    private static final Uid SITE = Uid.parse("01890000-0000-7000-8000-0000000000bb");
    private static final Instant END = NOW.plus(Duration.ofDays(3));

    private final Policies policies = new Policies(Settings.in(Path.of("unused")));

    private Profile profile(Kind kind, String name, Holder holder) {
        return policies.profile(CERTIFICATE, new CertificateSubject(kind, Name.of(name)), 2, holder, NOW);
    }

    private static Holder holder(Optional<String> host, Optional<Instant> end) {
        return new Holder(SITE, OWNER, host, false, end);
    }

    @Test
    void shouldKnowAMemberSiteByItsUid() {
        // When
        Profile profile = profile(Kind.MEMBER_SITE, SITE.toString(), holder(Optional.empty(), Optional.empty()));

        // Then
        assertThat(profile.commonName()).isEqualTo(SITE.toString());
        assertThat(profile.uri()).contains("spiffe://studio.local/network/" + OWNER + "/site/" + SITE);
        assertThat(profile.purposes()).isEqualTo(Set.of(Purpose.CLIENT));
        assertThat(profile.hosts()).isEmpty();
    }

    @Test
    void shouldKnowAnAccessPointByItsHostAndInteriorSitesByTheirs() {
        assertThat(profile(Kind.ACCESS_POINT, "paris", holder(Optional.of("paris.example.net"), Optional.empty())))
                .satisfies(profile -> assertThat(profile.hosts()).containsExactly("paris.example.net"))
                .satisfies(profile -> assertThat(profile.purposes()).isEqualTo(Set.of(Purpose.SERVER)));
        assertThat(profile(Kind.INTERIOR_SITE, "paris", holder(Optional.empty(), Optional.empty()))
                        .uri())
                .contains("spiffe://studio.local/backbone/" + OWNER + "/site/" + SITE);
    }

    @Test
    void shouldEndANetworksAuthorityWithTheNetwork() {
        assertThat(profile(Kind.NETWORK_CA, "shop", holder(Optional.empty(), Optional.of(END)))
                        .life()
                        .notAfter())
                .isEqualTo(END);
    }

    @Test
    void shouldNameEachGenerationOfAnAuthorityDifferently() {
        assertThat(profile(Kind.INTERIOR_CA, "acme", holder(Optional.empty(), Optional.empty()))
                        .commonName())
                .isEqualTo("interior-ca " + OWNER + " 2");
    }

    @Test
    void shouldShortenLivesByChanceButTheSameForTheSameCertificate() {
        // When
        Profile one = profile(Kind.MEMBER_SITE, SITE.toString(), holder(Optional.empty(), Optional.empty()));
        Profile same = profile(Kind.MEMBER_SITE, SITE.toString(), holder(Optional.empty(), Optional.empty()));

        // Then
        assertThat(one.life()).isEqualTo(same.life());
        assertThat(one.life().notAfter()).isBetween(NOW.plus(Duration.ofDays(27)), NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void shouldServeAtTheHostsOfTheConfiguration() {
        assertThat(profile(Kind.SERVICE_HOME, "feed", holder(Optional.empty(), Optional.empty()))
                        .hosts())
                .containsExactly("localhost", "127.0.0.1");
    }
}
