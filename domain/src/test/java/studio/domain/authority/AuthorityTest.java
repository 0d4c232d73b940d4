package studio.domain.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.certificate.Certificates.signed;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;
import static studio.domain.spec.Actors.STRANGER;
import static studio.domain.spec.Actors.agent;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.domain.StreamType;
import studio.domain.certificate.CertificateCommand.AcknowledgeCertificate;
import studio.domain.certificate.CertificateCommand.ExpireCertificate;
import studio.domain.certificate.CertificateCommand.FailCertificate;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateCommand.RenewCertificate;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateCommand.RetryCertificate;
import studio.domain.certificate.CertificateCommand.RevokeCertificate;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

class AuthorityTest {

    private static final CertificateSubject FEED = new CertificateSubject(Kind.SERVICE_HOME, Name.of("feed"));

    /** What is tried is the certificate of the component feed. */
    private static final DecisionTable BY_ACTOR = DecisionTable.of("""
            command                | admin       | auditor   | stranger  | agent     | certificates | feed      | other     | clock
            RequestCertificate     | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND | yes          | yes       | NOT_FOUND | NOT_FOUND
            AcknowledgeCertificate | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND | yes          | yes       | NOT_FOUND | NOT_FOUND
            RecordCertificate      | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND | yes          | NOT_FOUND | NOT_FOUND | NOT_FOUND
            FailCertificate        | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND | WRONG_STATE  | NOT_FOUND | NOT_FOUND | NOT_FOUND
            RetryCertificate       | WRONG_STATE | FORBIDDEN | NOT_FOUND | NOT_FOUND | WRONG_STATE  | NOT_FOUND | NOT_FOUND | NOT_FOUND
            RotateCertificate      | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND | yes          | NOT_FOUND | NOT_FOUND | NOT_FOUND
            RevokeCertificate      | yes         | FORBIDDEN | NOT_FOUND | NOT_FOUND | yes          | NOT_FOUND | NOT_FOUND | NOT_FOUND
            RenewCertificate       | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND | yes
            ExpireCertificate      | FORBIDDEN   | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND    | NOT_FOUND | NOT_FOUND | yes
            """);

    private static final Map<String, Actor> ACTORS = Map.of(
            "admin",
            ADMIN,
            "auditor",
            AUDITOR,
            "stranger",
            STRANGER,
            "agent",
            agent(StreamSpec.ANY_UID),
            "certificates",
            Actor.CERT_ORCHESTRATOR,
            "feed",
            Actor.service("feed"),
            "other",
            Actor.service("other"),
            "clock",
            Actor.TIMER);

    private final StreamSpec<AuthorityCommand, AuthorityEvent> spec = StreamSpec.of(StreamType.AUTHORITY, "root");

    @Test
    void shouldDecideEveryCommandForEveryActor() {
        assertThat(BY_ACTOR.rows())
                .containsExactlyInAnyOrderElementsOf(StreamType.records(AuthorityCommand.class).stream()
                        .map(Class::getSimpleName)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> shouldDecideByActor() {
        return BY_ACTOR.tests((row, column) -> {
            StreamSpec<AuthorityCommand, AuthorityEvent> fresh = new AuthorityTest().issued();
            return DecisionTable.verdict(
                    fresh.stream().submit(DecisionTable.named(column, ACTORS), command(row, fresh)));
        });
    }

    private StreamSpec<AuthorityCommand, AuthorityEvent> issued() {
        spec.given(Actor.CERT_ORCHESTRATOR, new RequestCertificate(FEED, Optional.empty()));
        return spec.given(Actor.CERT_ORCHESTRATOR, new RecordCertificate(uid(spec), signed(spec.now())));
    }

    private static Uid uid(StreamSpec<AuthorityCommand, AuthorityEvent> spec) {
        return spec.stream()
                .entities()
                .list(TlsCertificate.KIND)
                .getFirst()
                .meta()
                .uid();
    }

    private static AuthorityCommand command(String name, StreamSpec<AuthorityCommand, AuthorityEvent> spec) {
        Uid uid = uid(spec);
        return switch (name) {
            case "RequestCertificate" -> new RequestCertificate(FEED, Optional.empty());
            case "AcknowledgeCertificate" -> new AcknowledgeCertificate(uid);
            case "RecordCertificate" -> new RecordCertificate(uid, signed(spec.now()));
            case "FailCertificate" -> new FailCertificate(uid, "no issuer");
            case "RetryCertificate" -> new RetryCertificate(uid);
            case "RotateCertificate" -> new RotateCertificate(uid, Optional.empty(), false);
            case "RevokeCertificate" -> new RevokeCertificate(uid, "stolen");
            case "RenewCertificate" -> new RenewCertificate(uid);
            case "ExpireCertificate" -> new ExpireCertificate(uid);
            default -> throw new AssertionError("no example of " + name);
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"ROOT", "SERVICE_HOME"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldHoldNoCertificatesOfBackbonesAndNetworks(Kind kind) {
        spec.when(
                        Actor.CERT_ORCHESTRATOR,
                        new RequestCertificate(new CertificateSubject(kind, Name.of("acme")), Optional.empty()))
                .thenRejected(INVALID_VALUE, "subject.kind");
    }

    @Test
    void shouldHaveOneRoot() {
        CertificateSubject other = new CertificateSubject(Kind.ROOT, Name.of("other"));
        spec.when(Actor.CERT_ORCHESTRATOR, new RequestCertificate(other, Optional.empty()))
                .thenRejected(INVALID_VALUE, "subject.name");
    }

    @Test
    void shouldHaveOnlySoManyHolders() {
        for (int i = 0; i < AuthorityCertificates.MAX_HOLDERS; i++) {
            CertificateSubject one = new CertificateSubject(Kind.SERVICE_HOME, Name.of("part-" + i));
            spec.given(Actor.CERT_ORCHESTRATOR, new RequestCertificate(one, Optional.empty()));
        }
        spec.when(Actor.CERT_ORCHESTRATOR, new RequestCertificate(FEED, Optional.empty()))
                .thenRejected(LIMIT_REACHED);
    }

    @Test
    void shouldBeReadByAdministratorsAndAuditors() {
        assertThat(AuthorityAccess.mayRead(ADMIN)).isTrue();
        assertThat(AuthorityAccess.mayRead(AUDITOR)).isTrue();
        assertThat(AuthorityAccess.mayRead(STRANGER)).isFalse();
    }
}
