package studio.certificates.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.api.problem.ProblemType;
import studio.certificates.request.Checked.Fit;
import studio.certificates.request.Checked.Refused;
import studio.certificates.signer.KeyKind;
import studio.certificates.signer.Profile;
import studio.certificates.testing.Csr;

class SigningRequestsTest {

    private static final String UID = "01890000-0000-7000-8000-000000000001";
    private static final String URI = "spiffe://studio.local/network/n/site/" + UID;
    private static final Profile PROFILE = new Profile(
            UID,
            Optional.of(URI),
            List.of("here.example"),
            Set.of(Profile.Purpose.CLIENT),
            new Profile.Life(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
            KeyKind.EC_P256);

    private final SigningRequests requests =
            new SigningRequests(Set.of(KeyKind.EC_P256, KeyKind.EC_P384, KeyKind.RSA_3072), 4_096);

    private Optional<ProblemType> problem(String request) {
        return switch (requests.check(request, PROFILE)) {
            case Fit fit -> Optional.empty();
            case Refused refused -> Optional.of(refused.problem());
        };
    }

    @Test
    void shouldTakeRequestsThatNameNobodyOrTheirHolder() {
        assertThat(problem(Csr.holder().request())).isEmpty();
        assertThat(problem(Csr.holder().named("CN=" + UID))).isEmpty();
        assertThat(problem(Csr.holder().alternatively(new GeneralName(GeneralName.uniformResourceIdentifier, URI))))
                .isEmpty();
        assertThat(problem(Csr.holder().alternatively(new GeneralName(GeneralName.dNSName, "here.example"))))
                .isEmpty();
        assertThat(problem(Csr.on("secp384r1").request())).isEmpty();
        assertThat(problem(Csr.rsa(3_072).request())).isEmpty();
    }

    @Test
    void shouldRefuseKeysOfOtherKindsAndSizes() {
        assertThat(problem(Csr.on("secp521r1").request())).contains(ProblemType.KEY_NOT_ALLOWED);
        assertThat(problem(Csr.rsa(2_048).request())).contains(ProblemType.KEY_NOT_ALLOWED);
    }

    @Test
    void shouldRefuseKeysThatNothingProves() {
        assertThat(problem(Csr.holder().signedBy(Csr.holder()))).contains(ProblemType.KEY_NOT_PROVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=01890000-0000-7000-8000-000000000002", "CN=admin", "O=Studio", "CN=" + UID + ",O=x"})
    void shouldRefuseRequestsThatNameSomebodyElse(String subject) {
        assertThat(problem(Csr.holder().named(subject))).contains(ProblemType.IDENTITY_NOT_YOURS);
    }

    @Test
    void shouldRefuseSomebodyElsesAlternativeNames() {
        assertThat(problem(Csr.holder().alternatively(new GeneralName(GeneralName.dNSName, "there.example"))))
                .contains(ProblemType.IDENTITY_NOT_YOURS);
        assertThat(problem(Csr.holder()
                        .alternatively(new GeneralName(
                                GeneralName.uniformResourceIdentifier, "spiffe://studio.local/network/n/site/other"))))
                .contains(ProblemType.IDENTITY_NOT_YOURS);
        assertThat(problem(Csr.holder().alternatively(new GeneralName(GeneralName.iPAddress, "10.0.0.1"))))
                .contains(ProblemType.IDENTITY_NOT_YOURS);
    }

    @Test
    void shouldRefuseToMakeAHolderAnAuthority() {
        assertThat(problem(Csr.holder().authority())).contains(ProblemType.IDENTITY_NOT_YOURS);
    }

    @Test
    void shouldRefuseWhatIsTooLong() {
        assertThat(problem(Csr.holder().request() + " ".repeat(4_096)))
                .contains(ProblemType.CERTIFICATE_REQUEST_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no PEM",
                "-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----\n",
                "-----BEGIN CERTIFICATE REQUEST-----\nMAMCAQA=\n-----END CERTIFICATE REQUEST-----\n",
                "-----BEGIN CERTIFICATE-----\nMAMCAQA=\n-----END CERTIFICATE-----\n"
            })
    void shouldRefuseWhatIsNoRequest(String text) {
        assertThat(problem(text)).contains(ProblemType.CERTIFICATE_REQUEST_UNREADABLE);
    }

    @Test
    void shouldSayWhyInOneLineThatTheLogCanKeep() {
        // Given
        Refused refused = new Refused(ProblemType.KEY_OF_ANOTHER, "two\nlines " + "x".repeat(300));

        // When, Then
        assertThat(refused.cause())
                .startsWith("key-of-another: two lines x")
                .hasSize(200)
                .doesNotContain("\n");
    }
}
