package studio.domain.backbone;

import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;

import java.util.Optional;
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
        Optional<Backbone> backbone = any(entities);
        if (command instanceof BackboneCommand.CreateBackbone) {
            return actor.is(Role.ADMINISTRATOR) || actor.is(Role.BACKBONE_OWNER)
                    ? Optional.empty()
                    : Optional.of(Rejection.of(FORBIDDEN, "making backbones takes the role backbone-owner"));
        }
        if (isAllowed(command, backbone, entities, actor)) {
            return Optional.empty();
        }
        boolean visible = backbone.filter(b -> mayRead(actor, b)).isPresent();
        return Optional.of(
                visible
                        ? Rejection.of(FORBIDDEN, "only the backbone's owners and administrators may do that")
                        : Rejection.notFound(Backbone.KIND.key(entities.stream().name())));
    }

    private static boolean isAllowed(
            BackboneCommand command, Optional<Backbone> backbone, Entities entities, Actor actor) {
        return switch (command) {
            case BackboneCommand.OfCertificate c -> actor.sameAs(Actor.CERT_ORCHESTRATOR);
            case BackboneCommand.ReportInteriorSite c ->
                actor.sameAs(Actor.BACKBONE_ORCHESTRATOR) || isAgentOf(c.site(), entities, actor);
            case BackboneCommand.ReportLink c ->
                actor.sameAs(Actor.BACKBONE_ORCHESTRATOR)
                        || entities.find(InterRouterLink.KIND, c.link())
                                .filter(link -> isAgentOf(link.from(), entities, actor))
                                .isPresent();
            case BackboneCommand.SetAccessPointAddress c ->
                isOwner(backbone, actor)
                        || entities.find(AccessPoint.KIND, c.accessPoint())
                                .filter(point -> isAgentOf(point.spec().site(), entities, actor))
                                .isPresent();
            case BackboneCommand c -> isOwner(backbone, actor);
        };
    }

    private static boolean isOwner(Optional<Backbone> backbone, Actor actor) {
        return backbone.filter(b -> mayChange(actor, b)).isPresent() || actor.is(Role.ADMINISTRATOR);
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
