package studio.domain.property;

import static studio.domain.property.Moves.oneOf;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;

import java.util.List;
import java.util.random.RandomGenerator;
import studio.domain.StreamType;
import studio.domain.authority.AuthorityCommand;
import studio.domain.authority.AuthorityEvent;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.spec.LiveStream;

/** What may happen to the installation's own certificates. */
final class AuthorityMoves implements Moves<AuthorityCommand, AuthorityEvent> {

    private static final List<CertificateSubject> SUBJECTS = List.of(
            new CertificateSubject(Kind.ROOT, Name.of("root")),
            new CertificateSubject(Kind.SERVICE_HOME, Name.of("feed")),
            new CertificateSubject(Kind.SERVICE_HOME, Name.of("command")),
            new CertificateSubject(Kind.ROOT, Name.of("other")));

    @Override
    public StreamType<AuthorityCommand, AuthorityEvent> type() {
        return StreamType.AUTHORITY;
    }

    @Override
    public String stream() {
        return "root";
    }

    @Override
    public AuthorityCommand command(RandomGenerator random, LiveStream<AuthorityCommand, AuthorityEvent> stream) {
        return CertificateMoves.command(random, stream, SUBJECTS);
    }

    @Override
    public Actor giver(AuthorityCommand command, LiveStream<AuthorityCommand, AuthorityEvent> stream) {
        return switch (command) {
            case CertificateCommand c -> CertificateMoves.giver(c);
        };
    }

    @Override
    public Actor anybody(RandomGenerator random, LiveStream<AuthorityCommand, AuthorityEvent> stream) {
        return oneOf(
                random,
                List.of(BackboneMoves.STRANGER, ADMIN, AUDITOR, Actor.service("feed"), Actor.CERT_ORCHESTRATOR));
    }
}
