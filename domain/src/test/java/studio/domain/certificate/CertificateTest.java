package studio.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static studio.domain.certificate.Certificates.LIFE;
import static studio.domain.certificate.Certificates.signed;
import static studio.domain.certificate.Certificates.signingRequest;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.IN_USE;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.StreamType;
import studio.domain.authority.AuthorityCommand;
import studio.domain.authority.AuthorityEvent;
import studio.domain.certificate.CertificateCommand.AcknowledgeCertificate;
import studio.domain.certificate.CertificateCommand.ExpireCertificate;
import studio.domain.certificate.CertificateCommand.FailCertificate;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateCommand.RenewCertificate;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateCommand.RetryCertificate;
import studio.domain.certificate.CertificateCommand.RevokeCertificate;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.certificate.CertificateEvent.CertificateAcknowledged;
import studio.domain.certificate.CertificateEvent.CertificateExpired;
import studio.domain.certificate.CertificateEvent.CertificateIssued;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.CertificateEvent.CertificateRotated;
import studio.domain.certificate.CertificateEvent.SigningRequestReceived;
import studio.domain.certificate.CertificateEvent.TreeRevoked;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.certificate.TlsCertificate.Signed;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Timer;
import studio.domain.kernel.Uid;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

/** The life of a certificate, which is the same in every stream; here in the installation's own. */
class CertificateTest {

    private static final CertificateSubject FEED = new CertificateSubject(Kind.SERVICE_HOME, Name.of("feed"));
    private static final CertificateSubject ROOT = new CertificateSubject(Kind.ROOT, Name.of("root"));
    private static final Actor SIGNER = Actor.CERT_ORCHESTRATOR;

    /** What the older of two certificates answers is in the columns that say so. */
    private static final DecisionTable BY_STATE = DecisionTable.of("""
            command        | none                 | requested              | failed                 | issued                  | used               | replaced           | superseded         | revoked            | expired
            request        | CertificateRequested | same                   | same                   | same                    | same               | same               | same               | CertificateRotated | CertificateRotated
            request anew   | CertificateRequested | SigningRequestReceived | SigningRequestReceived | CertificateRotated      | CertificateRotated | SigningRequestReceived | CertificateRotated | CertificateRotated | CertificateRotated
            record         | NOT_FOUND            | CertificateIssued      | CertificateIssued      | same                    | same               | same               | same               | same               | same
            record another | NOT_FOUND            | CertificateIssued      | CertificateIssued      | WRONG_STATE             | WRONG_STATE        | WRONG_STATE        | WRONG_STATE        | WRONG_STATE        | WRONG_STATE
            fail           | NOT_FOUND            | CertificateFailed      | same                   | WRONG_STATE             | WRONG_STATE        | WRONG_STATE        | WRONG_STATE        | WRONG_STATE        | WRONG_STATE
            fail otherwise | NOT_FOUND            | CertificateFailed      | CertificateFailed      | WRONG_STATE             | WRONG_STATE        | WRONG_STATE        | WRONG_STATE        | WRONG_STATE        | WRONG_STATE
            retry          | NOT_FOUND            | same                   | CertificateRetried     | WRONG_STATE             | WRONG_STATE        | WRONG_STATE        | WRONG_STATE        | WRONG_STATE        | WRONG_STATE
            rotate         | NOT_FOUND            | WRONG_STATE            | WRONG_STATE            | CertificateRotated      | CertificateRotated | same               | same               | CertificateRotated | CertificateRotated
            rotate anew    | NOT_FOUND            | WRONG_STATE            | WRONG_STATE            | CertificateRotated      | CertificateRotated | WRONG_STATE        | WRONG_STATE        | CertificateRotated | CertificateRotated
            acknowledge    | NOT_FOUND            | WRONG_STATE            | WRONG_STATE            | CertificateAcknowledged | same               | same               | same               | WRONG_STATE        | WRONG_STATE
            revoke         | NOT_FOUND            | WRONG_STATE            | WRONG_STATE            | CertificateRevoked      | CertificateRevoked | CertificateRevoked | CertificateRevoked | same               | WRONG_STATE
            renew          | same                 | same                   | same                   | CertificateRotated      | CertificateRotated | same               | same               | same               | same
            expire         | same                 | same                   | same                   | CertificateExpired      | CertificateExpired | CertificateExpired | CertificateExpired | CertificateExpired | same
            """);

    private final StreamSpec<AuthorityCommand, AuthorityEvent> spec = StreamSpec.of(StreamType.AUTHORITY, "root");

    @TestFactory
    Stream<DynamicTest> shouldDecideByState() {
        return BY_STATE.tests((row, column) -> {
            CertificateTest fresh = new CertificateTest();
            Uid uid = fresh.in(column);
            return DecisionTable.effect(fresh.spec.stream().submit(giver(row), fresh.command(row, uid)));
        });
    }

    private Uid in(String state) {
        return switch (state) {
            case "none" -> ANY_UID;
            case "requested" -> requested(FEED);
            case "failed" -> {
                Uid uid = requested(FEED);
                spec.given(SIGNER, new FailCertificate(uid, "no quota"));
                yield uid;
            }
            case "issued" -> issued(FEED);
            case "used" -> used(FEED);
            case "replaced" -> {
                Uid uid = used(FEED);
                spec.given(SIGNER, new RotateCertificate(uid, Optional.empty(), false));
                yield uid;
            }
            case "superseded" -> {
                Uid uid = used(FEED);
                acknowledgedAfter(uid);
                yield uid;
            }
            case "revoked" -> {
                Uid uid = used(FEED);
                spec.given(SIGNER, new RevokeCertificate(uid, "lost"));
                yield uid;
            }
            case "expired" -> {
                Uid uid = used(FEED);
                spec.given(Actor.TIMER, new ExpireCertificate(uid));
                yield uid;
            }
            default -> throw new AssertionError(state);
        };
    }

    private CertificateCommand command(String row, Uid uid) {
        return switch (row) {
            case "request" -> new RequestCertificate(FEED, Optional.empty());
            case "request anew" -> new RequestCertificate(FEED, Optional.of(signingRequest("B")));
            case "record" -> new RecordCertificate(uid, signed(spec.now()));
            case "record another" -> new RecordCertificate(uid, signed("ff", spec.now(), Optional.empty()));
            case "fail" -> new FailCertificate(uid, "no quota");
            case "fail otherwise" -> new FailCertificate(uid, "no issuer");
            case "retry" -> new RetryCertificate(uid);
            case "rotate" -> new RotateCertificate(uid, Optional.empty(), false);
            case "rotate anew" -> new RotateCertificate(uid, Optional.of(signingRequest("B")), false);
            case "acknowledge" -> new AcknowledgeCertificate(uid);
            case "revoke" -> new RevokeCertificate(uid, "stolen");
            case "renew" -> new RenewCertificate(uid);
            case "expire" -> new ExpireCertificate(uid);
            default -> throw new AssertionError(row);
        };
    }

    private static Actor giver(String row) {
        return row.equals("renew") || row.equals("expire") ? Actor.TIMER : SIGNER;
    }

    private Uid requested(CertificateSubject subject) {
        spec.given(SIGNER, new RequestCertificate(subject, Optional.of(signingRequest("A"))));
        return newest(subject);
    }

    private Uid issued(CertificateSubject subject) {
        Uid uid = requested(subject);
        spec.given(SIGNER, new RecordCertificate(uid, signed(spec.now())));
        return uid;
    }

    private Uid used(CertificateSubject subject) {
        Uid uid = issued(subject);
        spec.given(SIGNER, new AcknowledgeCertificate(uid));
        return uid;
    }

    /** Rotates, issues and acknowledges. */
    private Uid acknowledgedAfter(Uid uid) {
        Uid next = issuedAfter(uid, false);
        spec.given(SIGNER, new AcknowledgeCertificate(next));
        return next;
    }

    private Uid issuedAfter(Uid uid, boolean endOld) {
        spec.given(SIGNER, new RotateCertificate(uid, Optional.empty(), endOld));
        Uid next = certificate(uid).lineage().successor().orElseThrow();
        spec.given(SIGNER, new RecordCertificate(next, signed(spec.now())));
        return next;
    }

    private Uid newest(CertificateSubject subject) {
        return spec.stream().entities().list(TlsCertificate.KIND).stream()
                .filter(certificate -> certificate.subject().equals(subject)
                        && certificate.lineage().successor().isEmpty())
                .map(certificate -> certificate.meta().uid())
                .findFirst()
                .orElseThrow();
    }

    private TlsCertificate certificate(Uid uid) {
        return spec.get(TlsCertificate.KIND, uid.toString());
    }

    @Test
    void shouldKeepWhatWasAskedAndWhatTheSignerAnswered() {
        spec.when(SIGNER, new RequestCertificate(FEED, Optional.of(signingRequest("A"))))
                .then(new CertificateRequested(ANY_UID, FEED, Optional.of(signingRequest("A"))));
        Uid uid = newest(FEED);
        spec.when(SIGNER, new RecordCertificate(uid, signed(spec.now())))
                .then(new CertificateIssued(uid, signed(spec.now())))
                .and(TlsCertificate.KIND, uid.toString())
                .returns(Optional.of(signed(spec.now())), TlsCertificate::knownSigned)
                .returns(1, certificate -> certificate.lineage().ordinal());
        assertThat(certificate(uid).request().signingRequest()).contains(signingRequest("A"));
    }

    @Test
    void shouldGiveTheSameAnswerToTheSameSigningRequest() {
        Uid uid = issued(FEED);
        spec.when(SIGNER, new RequestCertificate(FEED, Optional.of(signingRequest("A"))))
                .then();
        spec.when(SIGNER, new RequestCertificate(FEED, Optional.of(signingRequest("B"))))
                .then(new CertificateRotated(uid, ANY_UID, Optional.of(signingRequest("B")), false));
    }

    @Test
    void shouldWaitForTheHoldersKeyWhenTheClockRenews() {
        Uid uid = used(FEED);
        spec.when(Actor.TIMER, new RenewCertificate(uid))
                .then(new CertificateRotated(uid, ANY_UID, Optional.empty(), false));
        Uid next = newest(FEED);
        spec.when(Actor.service("feed"), new RequestCertificate(FEED, Optional.of(signingRequest("B"))))
                .then(new SigningRequestReceived(next, signingRequest("B")));
    }

    @Test
    void shouldBeSupersededOnlyWhenItsHolderUsesTheNext() {
        Uid uid = used(FEED);
        Uid next = issuedAfter(uid, false);
        assertThat(certificate(uid)).isInstanceOf(TlsCertificate.Issued.class);
        spec.when(Actor.service("feed"), new AcknowledgeCertificate(next))
                .then(new CertificateAcknowledged(next))
                .and(TlsCertificate.KIND, uid.toString())
                .isInstanceOf(TlsCertificate.Superseded.class);
        assertThat(certificate(next).lineage())
                .isEqualTo(new TlsCertificate.Lineage(2, 1, Optional.of(uid), Optional.empty()));
    }

    @Test
    void shouldSupersedeAlsoWhatItsHolderNeverUsed() {
        Uid first = used(FEED);
        Uid second = issuedAfter(first, false);
        Uid third = issuedAfter(second, false);
        spec.given(SIGNER, new AcknowledgeCertificate(third));
        assertThat(certificate(first)).isInstanceOf(TlsCertificate.Superseded.class);
        assertThat(certificate(second)).isInstanceOf(TlsCertificate.Superseded.class);
        spec.when(SIGNER, new AcknowledgeCertificate(second)).then();
    }

    @Test
    void shouldEndOldConnectionsWhenARotationSaysSo() {
        Uid next = issuedAfter(used(FEED), true);
        assertThat(certificate(next).lineage().oldestValid()).isEqualTo(2);
    }

    @Test
    void shouldEndOldConnectionsWhenTheOldOneIsRevokedOrOver() {
        Uid first = used(FEED);
        Uid second = issuedAfter(first, false);
        Uid third = issuedAfter(second, false);
        spec.given(SIGNER, new RevokeCertificate(first, "stolen"));
        assertThat(certificate(third).lineage().oldestValid()).isEqualTo(2);
        spec.given(Actor.TIMER, new ExpireCertificate(second));
        assertThat(certificate(third).lineage().oldestValid()).isEqualTo(3);
    }

    @Test
    void shouldForgetWhatWasSupersededWhenItsValidityEnds() {
        Uid first = used(FEED);
        Uid next = acknowledgedAfter(first);
        spec.when(Actor.TIMER, new ExpireCertificate(first))
                .then(new CertificateExpired(first))
                .andNo(TlsCertificate.KIND, first.toString());
        assertThat(certificate(next).lineage())
                .isEqualTo(new TlsCertificate.Lineage(2, 2, Optional.empty(), Optional.empty()));
    }

    @Test
    void shouldForgetWhatExpiredWhenItsHolderHasAnother() {
        Uid first = used(FEED);
        Uid second = issuedAfter(first, false);
        spec.given(Actor.TIMER, new ExpireCertificate(second));
        Uid third = issuedAfter(second, false);
        spec.when(SIGNER, new AcknowledgeCertificate(third))
                .andNo(TlsCertificate.KIND, second.toString())
                .and(TlsCertificate.KIND, first.toString())
                .isInstanceOf(TlsCertificate.Superseded.class)
                .returns(
                        Optional.of(third), certificate -> certificate.lineage().successor());
        assertThat(certificate(third).lineage().supersedes()).contains(first);
    }

    @Test
    void shouldKeepTheOrdinalOfARevokedOneForTheNext() {
        Uid uid = used(FEED);
        spec.given(SIGNER, new RevokeCertificate(uid, "stolen"))
                .given(Actor.TIMER, new ExpireCertificate(uid))
                .given(SIGNER, new RequestCertificate(FEED, Optional.of(signingRequest("B"))));
        assertThat(certificate(newest(FEED)).lineage())
                .isEqualTo(new TlsCertificate.Lineage(2, 2, Optional.of(uid), Optional.empty()));
    }

    @Test
    void shouldNotRevokeAnAuthorityInUse() {
        spec.when(SIGNER, new RevokeCertificate(used(ROOT), "stolen")).thenRejected(IN_USE);
    }

    @Test
    void shouldRevokeAllThatAnAuthoritySignedInOneEvent() {
        Uid root = used(ROOT);
        Uid old = used(FEED);
        Uid next = acknowledgedAfter(root);
        Uid young = requested(new CertificateSubject(Kind.SERVICE_HOME, Name.of("command")));
        spec.given(SIGNER, new RecordCertificate(young, signed(spec.now(), next)));
        spec.when(SIGNER, new RevokeCertificate(root, "stolen"))
                .then(new TreeRevoked(root, "stolen"))
                .and(TlsCertificate.KIND, root.toString())
                .isInstanceOf(TlsCertificate.Revoked.class);
        assertThat(certificate(old)).isInstanceOf(TlsCertificate.Revoked.class);
        assertThat(certificate(next)).isInstanceOf(TlsCertificate.Issued.class);
        assertThat(certificate(young)).isInstanceOf(TlsCertificate.Issued.class);
    }

    @Test
    void shouldTakeNoIssuerThatSignsNoSuchCertificates() {
        Uid other = issued(FEED);
        Uid uid = requested(new CertificateSubject(Kind.SERVICE_HOME, Name.of("command")));
        for (Uid issuer : List.of(other, uid, ANY_UID)) {
            spec.when(SIGNER, new RecordCertificate(uid, signed(spec.now(), issuer)))
                    .thenRejected(INVALID_VALUE, "signed.issuer");
        }
    }

    @Test
    void shouldOweTheClockARenewalAfterTwoThirdsOfTheLifeAndAnEnd() {
        Uid uid = issued(FEED);
        assertThat(StreamType.AUTHORITY.decider().timers(certificate(uid)))
                .containsExactly(
                        new Timer(
                                "renew", spec.now().plus(LIFE.dividedBy(3).multipliedBy(2)), new RenewCertificate(uid)),
                        new Timer("expire", spec.now().plus(LIFE), new ExpireCertificate(uid)));
        spec.given(Actor.TIMER, new RenewCertificate(uid));
        assertThat(StreamType.AUTHORITY.decider().timers(certificate(uid)))
                .extracting(Timer::name)
                .containsExactly("expire");
        assertThat(StreamType.AUTHORITY.decider().timers(certificate(newest(FEED))))
                .isEmpty();
    }

    @Test
    void shouldRejectACertificateThatNobodyAskedFor() {
        spec.when(SIGNER, new RecordCertificate(ANY_UID, signed(spec.now()))).thenRejected(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0A", "0x1", "12345678901234567890123456789012345678901"})
    void shouldRejectASerialNumberThatIsNone(String serial) {
        spec.when(SIGNER, new RecordCertificate(requested(FEED), signed(serial, spec.now(), Optional.empty())))
                .thenRejected(INVALID_VALUE, "signed.serial");
    }

    @Test
    void shouldRejectAValidityThatEndsBeforeItBegins() {
        Signed signed = signed(spec.now());
        Signed never = new Signed(
                "1",
                signed.fingerprint(),
                signed.notBefore(),
                signed.notBefore().minus(Duration.ofSeconds(1)),
                Optional.empty(),
                Optional.empty());
        spec.when(SIGNER, new RecordCertificate(requested(FEED), never)).thenRejected(INVALID_VALUE, "signed.notAfter");
    }

    @Test
    void shouldRejectACauseThatIsNoShortLine() {
        spec.when(SIGNER, new FailCertificate(requested(FEED), "x".repeat(201))).thenRejected(INVALID_VALUE, "cause");
        spec.when(SIGNER, new RevokeCertificate(issued(new CertificateSubject(Kind.SERVICE_HOME, Name.of("b"))), " "))
                .thenRejected(INVALID_VALUE, "cause");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN CERTIFICATE REQUEST-----\nA?AA\n-----END CERTIFICATE REQUEST-----\n",
                "-----BEGIN CERTIFICATE REQUEST-----\n-----END CERTIFICATE REQUEST-----\n"
            })
    void shouldRejectASigningRequestThatIsNone(String text) {
        spec.when(SIGNER, new RequestCertificate(FEED, Optional.of(text)))
                .thenRejected(INVALID_VALUE, "signingRequest");
        spec.when(SIGNER, new RotateCertificate(issued(FEED), Optional.of(text), false))
                .thenRejected(INVALID_VALUE, "signingRequest");
    }

    @Test
    void shouldRejectWhatIsTooLongToKeep() {
        String lines = ("A".repeat(64) + "\n").repeat(400);
        String request = Certificates.pem("CERTIFICATE REQUEST", lines.strip());
        spec.when(SIGNER, new RequestCertificate(FEED, Optional.of(request)))
                .thenRejected(INVALID_VALUE, "signingRequest");
        assertThat(Pem.flawedChain("chain", Optional.of(Certificates.pem("CERTIFICATE", lines.strip()))))
                .isPresent();
    }

    @Test
    void shouldTakeUpToEightCertificatesAsAChain() {
        String one = Certificates.chain("AAAA");
        assertThat(Pem.flawedChain("chain", Optional.of(one.repeat(8)))).isEmpty();
        assertThat(Pem.flawedChain("chain", Optional.of(one.repeat(9)))).isPresent();
        assertThat(Pem.flawedChain("chain", Optional.empty())).isEmpty();
    }

    @Test
    void shouldStopAtEventsThatCannotHaveHappened() {
        Uid uid = used(FEED);
        acknowledgedAfter(uid);
        assertThatIllegalStateException()
                .isThrownBy(() -> spec.happened(new CertificateRotated(uid, ANY_UID, Optional.empty(), false)));
        assertThatIllegalStateException().isThrownBy(() -> spec.happened(new CertificateAcknowledged(uid)));
        assertThatIllegalStateException()
                .isThrownBy(() -> spec.happened(new CertificateIssued(uid, signed(spec.now()))));
        spec.given(SIGNER, new RevokeCertificate(uid, "stolen"));
        assertThatIllegalStateException().isThrownBy(() -> spec.happened(new TreeRevoked(uid, "again")));
        spec.when(SIGNER, new AcknowledgeCertificate(uid)).thenRejected(WRONG_STATE);
    }
}
