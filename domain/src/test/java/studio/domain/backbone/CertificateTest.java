package studio.domain.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.backbone.Backbones.certificate;
import static studio.domain.backbone.Backbones.issued;
import static studio.domain.backbone.Backbones.signed;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.backbone.BackboneCommand.FailCertificate;
import studio.domain.backbone.BackboneCommand.RecordCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.certificate.TlsCertificate.Signed;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Uid;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

class CertificateTest {

    private static final DecisionTable BY_STATE = DecisionTable.of("""
            command            | requested         | failed            | issued
            record             | CertificateIssued | CertificateIssued | same
            record another     | CertificateIssued | CertificateIssued | WRONG_STATE
            fail               | CertificateFailed | same              | WRONG_STATE
            fail otherwise     | CertificateFailed | CertificateFailed | WRONG_STATE
            """);

    private final StreamSpec<BackboneCommand, BackboneEvent> spec = Backbones.ready();
    private final Uid uid = certificate(spec, CertificateSubject.Kind.ACCESS_POINT, "paris-peer");

    @TestFactory
    Stream<DynamicTest> shouldDecideByState() {
        return BY_STATE.tests((row, column) -> {
            CertificateTest fresh = new CertificateTest().in(column);
            BackboneCommand command = switch (row) {
                case "record" -> new RecordCertificate(fresh.uid, signed(fresh.spec.now()));
                case "record another" -> new RecordCertificate(fresh.uid, another());
                case "fail" -> new FailCertificate(fresh.uid, "no quota");
                case "fail otherwise" -> new FailCertificate(fresh.uid, "no issuer");
                default -> throw new AssertionError(row);
            };
            return DecisionTable.effect(fresh.spec.stream().submit(Actor.CERT_ORCHESTRATOR, command));
        });
    }

    private CertificateTest in(String state) {
        switch (state) {
            case "failed" -> spec.given(Actor.CERT_ORCHESTRATOR, new FailCertificate(uid, "no quota"));
            case "issued" -> issued(spec, uid);
            default -> {}
        }
        return this;
    }

    private Signed another() {
        Signed signed = signed(spec.now());
        return new Signed("ff", signed.fingerprint(), signed.notBefore(), signed.notAfter());
    }

    @Test
    void shouldKeepWhatTheSignerAnswered() {
        spec.when(Actor.CERT_ORCHESTRATOR, new RecordCertificate(uid, signed(spec.now())))
                .and(TlsCertificate.KIND, uid.toString())
                .isInstanceOfSatisfying(
                        TlsCertificate.Issued.class,
                        issued -> assertThat(issued.signed()).isEqualTo(signed(spec.now())));
    }

    @Test
    void shouldRejectACertificateThatNobodyAskedFor() {
        spec.when(Actor.CERT_ORCHESTRATOR, new RecordCertificate(StreamSpec.ANY_UID, signed(spec.now())))
                .thenRejected(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0A", "0x1", "12345678901234567890123456789012345678901"})
    void shouldRejectASerialNumberThatIsNone(String serial) {
        Signed signed = signed(spec.now());
        spec.when(
                        Actor.CERT_ORCHESTRATOR,
                        new RecordCertificate(
                                uid, new Signed(serial, signed.fingerprint(), signed.notBefore(), signed.notAfter())))
                .thenRejected(INVALID_VALUE, "signed.serial");
    }

    @Test
    void shouldRejectAValidityThatEndsBeforeItBegins() {
        Signed signed = signed(spec.now());
        Signed never = new Signed(
                "1",
                signed.fingerprint(),
                signed.notBefore(),
                signed.notBefore().minus(Duration.ofSeconds(1)));
        spec.when(Actor.CERT_ORCHESTRATOR, new RecordCertificate(uid, never))
                .thenRejected(INVALID_VALUE, "signed.notAfter");
    }

    @Test
    void shouldRejectACauseThatIsNoShortLine() {
        spec.when(Actor.CERT_ORCHESTRATOR, new FailCertificate(uid, "x".repeat(201)))
                .thenRejected(INVALID_VALUE, "cause");
    }

    @Test
    void shouldNotTakeBackWhatWasIssued() {
        issued(spec, uid)
                .when(Actor.CERT_ORCHESTRATOR, new FailCertificate(uid, "changed my mind"))
                .thenRejected(WRONG_STATE);
    }
}
