package studio.domain.property;

import static studio.domain.property.Moves.oneOf;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import studio.domain.certificate.CertificateCommand;
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
import studio.domain.certificate.Certificates;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Uid;
import studio.domain.spec.LiveStream;

/** What may happen to the certificates of any stream. */
final class CertificateMoves {

    private static final List<String> CAUSES = List.of("no quota", "no issuer", "two\nlines");
    private static final Uid NONE = new Uid(new UUID(0, 0));

    private CertificateMoves() {}

    /** Some command about a certificate that there is, or for one of these subjects. */
    static CertificateCommand command(
            RandomGenerator random, LiveStream<?, ?> stream, List<CertificateSubject> subjects) {
        List<TlsCertificate> certificates = stream.entities().list(TlsCertificate.KIND);
        if (certificates.isEmpty() || random.nextInt(8) == 0) {
            return new RequestCertificate(oneOf(random, subjects), signingRequest(random));
        }
        TlsCertificate certificate = oneOf(random, certificates);
        Uid uid = random.nextInt(20) == 0 ? NONE : certificate.meta().uid();
        return certificate.knownSigned().isEmpty()
                ? ofUnsigned(random, stream, certificate, uid)
                : ofSigned(random, certificate, uid);
    }

    private static CertificateCommand ofUnsigned(
            RandomGenerator random, LiveStream<?, ?> stream, TlsCertificate certificate, Uid uid) {
        return switch (random.nextInt(8)) {
            case 0 -> new FailCertificate(uid, oneOf(random, CAUSES));
            case 1 -> new RetryCertificate(uid);
            case 2 -> new RequestCertificate(certificate.subject(), signingRequest(random));
            case 3 -> ofSigned(random, certificate, uid);
            default -> signed(random, stream, certificate, uid);
        };
    }

    private static RecordCertificate signed(
            RandomGenerator random, LiveStream<?, ?> stream, TlsCertificate certificate, Uid uid) {
        return new RecordCertificate(
                uid,
                Certificates.signed(
                        Integer.toHexString(random.nextInt(1, 3)),
                        stream.now(),
                        issuer(random, stream, certificate.subject().kind())));
    }

    /** Somebody who waits for a certificate gets it, if anybody does. */
    static Optional<CertificateCommand> issue(RandomGenerator random, LiveStream<?, ?> stream) {
        List<TlsCertificate> waiting = stream.entities().list(TlsCertificate.KIND).stream()
                .filter(TlsCertificate.Requested.class::isInstance)
                .toList();
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(oneOf(random, waiting))
                        .map(certificate -> signed(
                                random, stream, certificate, certificate.meta().uid()));
    }

    private static CertificateCommand ofSigned(RandomGenerator random, TlsCertificate certificate, Uid uid) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> new RotateCertificate(uid, signingRequest(random), random.nextBoolean());
            case 2 -> new RenewCertificate(uid);
            case 3, 4 -> new ExpireCertificate(uid);
            case 5, 6 -> new RevokeCertificate(uid, oneOf(random, CAUSES));
            case 7 -> new RequestCertificate(certificate.subject(), signingRequest(random));
            default -> new AcknowledgeCertificate(uid);
        };
    }

    private static Optional<Uid> issuer(RandomGenerator random, LiveStream<?, ?> stream, CertificateSubject.Kind kind) {
        List<Optional<Uid>> issuers = Stream.concat(
                        stream.entities().list(TlsCertificate.KIND).stream()
                                .filter(authority -> kind.issuer()
                                        .equals(Optional.of(authority.subject().kind())))
                                .map(authority -> Optional.of(authority.meta().uid())),
                        Stream.of(Optional.<Uid>empty()))
                .toList();
        return oneOf(random, issuers);
    }

    private static Optional<String> signingRequest(RandomGenerator random) {
        return Optional.of(oneOf(random, List.of("A", "B", "C", "D", "?")))
                .filter(text -> random.nextBoolean())
                .map(Certificates::signingRequest);
    }

    /** Somebody who may give that command in every stream. */
    static Actor giver(CertificateCommand command) {
        return command instanceof CertificateCommand.ByClock ? Actor.TIMER : Actor.CERT_ORCHESTRATOR;
    }
}
