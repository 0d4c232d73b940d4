package studio.domain.backbone;

import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;

import java.util.Optional;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateRules;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Role;

/** Who may see and change a backbone. */
public final class BackboneAccess {

    private BackboneAccess() {}

    /** Says whether the actor may read the backbone's stream: administrators, auditors and its owners may. */
    public static boolean mayRead(Actor actor, Backbone backbone) {
        return actor.is(Role.AUDITOR) || mayChange(actor, backbone);
    }

    /** Says whether the actor may change what is in the backbone: administrators and its owners may. */
    public static boolean mayChange(Actor actor, Backbone backbone) {
        return actor.is(Role.ADMINISTRATOR) || backbone.owners().include(actor);
    }

    static Optional<Rejection> authorise(BackboneCommand command, Entities entities, Actor actor) {
        Permission permission = permission(command, entities, actor);
        if (permission.held()) {
            return Optional.empty();
        }
        // Who makes backbones is no secret, and saying so tells nothing of whether this one exists.
        boolean telling = command instanceof BackboneCommand.CreateBackbone
                || any(entities).filter(backbone -> mayRead(actor, backbone)).isPresent();
        return Optional.of(
                telling
                        ? Rejection.of(FORBIDDEN, permission.rule())
                        : Rejection.notFound(Backbone.KIND.key(entities.stream().name())));
    }

    /** Whether an actor may give a command, and who may. */
    private record Permission(boolean held, String rule) {}

    private static Permission permission(BackboneCommand command, Entities entities, Actor actor) {
        return switch (command) {
            case BackboneCommand.CreateBackbone c ->
                new Permission(
                        actor.is(Role.ADMINISTRATOR) || actor.is(Role.BACKBONE_OWNER),
                        "making backbones takes the role backbone-owner");
            case BackboneCommand.RecordAttachmentReady c ->
                byReporter(
                        entities.find(NetworkAttachment.KIND.key(c.attachment()))
                                .map(NetworkAttachment.class::cast)
                                .flatMap(attachment -> entities.find(
                                        AccessPoint.KIND, attachment.spec().accessPoint()))
                                .filter(point -> isAgentOf(point.spec().site(), entities, actor))
                                .isPresent(),
                        actor);
            case BackboneCommand.AttachNetwork c -> byOrchestrator(actor);
            case BackboneCommand.OfAttachment c -> byOrchestrator(actor);
            case CertificateCommand c -> ofCertificate(c, entities, actor);
            case BackboneCommand.ReportInteriorSite c -> byReporter(isAgentOf(c.site(), entities, actor), actor);
            case BackboneCommand.ClaimInteriorSite c ->
                new Permission(actor.sameAs(Actor.CLAIMS), "only those who take claims may do that");
            case BackboneCommand.ReportLink c ->
                byReporter(
                        entities.find(InterRouterLink.KIND, c.link())
                                .filter(link -> isAgentOf(link.from(), entities, actor))
                                .isPresent(),
                        actor);
            case BackboneCommand.SetAccessPointAddress c ->
                byOwner(isOwner(entities, actor)
                        || entities.find(AccessPoint.KIND, c.accessPoint())
                                .filter(point -> isAgentOf(point.spec().site(), entities, actor))
                                .isPresent());
            case BackboneCommand c -> byOwner(isOwner(entities, actor));
        };
    }

    private static Permission ofCertificate(CertificateCommand command, Entities entities, Actor actor) {
        boolean signer = actor.sameAs(Actor.CERT_ORCHESTRATOR);
        boolean orchestrator = signer || actor.sameAs(Actor.BACKBONE_ORCHESTRATOR);
        return switch (command) {
            case CertificateCommand.BySigner c ->
                new Permission(signer, "only the certificate orchestrator may report on that");
            case CertificateCommand.ByHolder c ->
                new Permission(
                        orchestrator || isHolder(c, entities, actor),
                        "only the holder of a certificate and the orchestrators may do that");
            case CertificateCommand.ByOwner c -> byOwner(orchestrator || isOwner(entities, actor));
            case CertificateCommand.ByClock c ->
                new Permission(actor.sameAs(Actor.TIMER), "only the clock may do that");
        };
    }

    /** A site's agent holds its router's certificate and those of its access points. */
    private static boolean isHolder(CertificateCommand command, Entities entities, Actor actor) {
        return CertificateRules.subject(command, entities)
                .filter(subject -> switch (subject.kind()) {
                    case INTERIOR_SITE -> isAgentOf(subject.name(), entities, actor);
                    case ACCESS_POINT ->
                        entities.find(AccessPoint.KIND, subject.name())
                                .filter(point -> isAgentOf(point.spec().site(), entities, actor))
                                .isPresent();
                    case ROOT, SERVICE_HOME, INTERIOR_CA, ACCESS_POINT_CA, NETWORK_CA, NETWORK_HOME, MEMBER_SITE ->
                        false;
                })
                .isPresent();
    }

    private static Permission byReporter(boolean agent, Actor actor) {
        return new Permission(
                agent || actor.sameAs(Actor.BACKBONE_ORCHESTRATOR),
                "only the site's agent and the backbone orchestrator may report on that");
    }

    private static Permission byOrchestrator(Actor actor) {
        return new Permission(
                actor.sameAs(Actor.BACKBONE_ORCHESTRATOR),
                "only the backbone orchestrator attaches and detaches networks");
    }

    private static Permission byOwner(boolean held) {
        return new Permission(held, "only the backbone's owners and administrators may do that");
    }

    private static boolean isOwner(Entities entities, Actor actor) {
        return actor.is(Role.ADMINISTRATOR)
                || any(entities).filter(backbone -> mayChange(actor, backbone)).isPresent();
    }

    /** An agent is known by its site's uid, which its certificate carries. */
    private static boolean isAgentOf(Name site, Entities entities, Actor actor) {
        return actor.kind() == Actor.Type.SITE
                && entities.find(InteriorSite.KIND, site)
                        .map(Entity::meta)
                        .filter(meta -> meta.uid().toString().equals(actor.name()))
                        .isPresent();
    }

    /** The stream's backbone, a deleted one too: its former owners still see what it was. */
    private static Optional<Backbone> any(Entities entities) {
        return entities.find(Backbone.KIND, entities.stream().name());
    }

    /** The stream's backbone unless there was none yet or it was deleted. */
    static Optional<Backbone> present(Entities entities) {
        return any(entities).filter(backbone -> !(backbone instanceof Backbone.Deleted));
    }
}
