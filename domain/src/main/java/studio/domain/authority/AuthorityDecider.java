package studio.domain.authority;

import java.util.List;
import java.util.Optional;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateEvent;
import studio.domain.certificate.CertificateEvolution;
import studio.domain.certificate.CertificateRules;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Decider;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Timer;

/** Decides the stream of the installation's own certificates. */
public final class AuthorityDecider implements Decider<AuthorityCommand, AuthorityEvent> {

    /** It has no state, so one is enough. */
    public static final AuthorityDecider INSTANCE = new AuthorityDecider();

    private AuthorityDecider() {}

    @Override
    public Optional<Rejection> authorise(AuthorityCommand command, Entities entities, Actor actor) {
        return switch (command) {
            case CertificateCommand c -> AuthorityAccess.authorise(c, entities, actor);
        };
    }

    @Override
    public Decision<AuthorityEvent> decide(AuthorityCommand command, Entities entities, Facts facts) {
        return switch (command) {
            case CertificateCommand c ->
                Decision.widen(CertificateRules.decide(c, AuthorityCertificates.INSTANCE, entities, facts));
        };
    }

    @Override
    public List<Change> evolve(Recorded<AuthorityEvent> recorded, Entities entities) {
        return switch (recorded.event()) {
            case CertificateEvent e -> CertificateEvolution.evolve(e, recorded, entities);
        };
    }

    @Override
    public List<Timer> timers(Entity entity) {
        return entity instanceof TlsCertificate certificate ? CertificateRules.timers(certificate) : List.of();
    }
}
