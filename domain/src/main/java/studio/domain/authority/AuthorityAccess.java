package studio.domain.authority;

import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;

import java.util.Optional;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateCommand.ByClock;
import studio.domain.certificate.CertificateCommand.ByHolder;
import studio.domain.certificate.CertificateCommand.ByOwner;
import studio.domain.certificate.CertificateCommand.BySigner;
import studio.domain.certificate.CertificateRules;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Role;

/** Who may see and change the installation's own certificates. */
public final class AuthorityAccess {

    private AuthorityAccess() {}

    /** Says whether the actor may read the stream: administrators and auditors may. */
    public static boolean mayRead(Actor actor) {
        return actor.is(Role.ADMINISTRATOR) || actor.is(Role.AUDITOR);
    }

    static Optional<Rejection> authorise(CertificateCommand command, Entities entities, Actor actor) {
        boolean signer = actor.sameAs(Actor.CERT_ORCHESTRATOR);
        boolean held = switch (command) {
            case BySigner c -> signer;
            case ByHolder c -> signer || isHolder(c, entities, actor);
            case ByOwner c -> signer || actor.is(Role.ADMINISTRATOR);
            case ByClock c -> actor.sameAs(Actor.TIMER);
        };
        return held ? Optional.empty() : Optional.of(refusal(command, entities, actor));
    }

    /** A component at the Service Home is known by its name. */
    private static boolean isHolder(CertificateCommand command, Entities entities, Actor actor) {
        return actor.kind() == Actor.Type.SERVICE
                && CertificateRules.subject(command, entities)
                        .filter(subject -> subject.kind() == Kind.SERVICE_HOME)
                        .filter(subject -> subject.name().value().equals(actor.name()))
                        .isPresent();
    }

    private static Rejection refusal(CertificateCommand command, Entities entities, Actor actor) {
        return mayRead(actor)
                ? Rejection.of(FORBIDDEN, rule(command))
                : Rejection.notFound(command.subject(entities.stream()));
    }

    private static String rule(CertificateCommand command) {
        return switch (command) {
            case BySigner c -> "only the certificate orchestrator may report on that";
            case ByHolder c -> "only the holder of a certificate and the certificate orchestrator may do that";
            case ByOwner c -> "only administrators and the certificate orchestrator may do that";
            case ByClock c -> "only the clock may do that";
        };
    }
}
