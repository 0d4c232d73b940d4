package studio.domain.backbone;

import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.List;
import java.util.Optional;
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

/** Decides a backbone's stream: the rules of each kind of entity, then what follows from what they let happen. */
public final class BackboneDecider implements Decider<BackboneCommand, BackboneEvent> {

    /** It has no state, so one is enough. */
    public static final BackboneDecider INSTANCE = new BackboneDecider();

    private BackboneDecider() {}

    @Override
    public Optional<Rejection> authorise(BackboneCommand command, Entities entities, Actor actor) {
        return BackboneAccess.authorise(command, entities, actor);
    }

    @Override
    public Decision<BackboneEvent> decide(BackboneCommand command, Entities entities, Facts facts) {
        if (command instanceof BackboneCommand.CreateBackbone create) {
            return BackboneRules.create(create, entities, facts);
        }
        Optional<Backbone> backbone = BackboneAccess.present(entities);
        if (backbone.isEmpty()) {
            return reject(Rejection.notFound(Backbone.KIND.key(entities.stream().name())));
        }
        if (backbone.get() instanceof Backbone.Deleting && addsSomething(command)) {
            return reject(WRONG_STATE, "backbone '" + entities.stream().name() + "' is being deleted");
        }
        return Consequences.of(rule(command, backbone.get(), entities, facts), entities, facts.now());
    }

    private static Decision<BackboneEvent> rule(
            BackboneCommand command, Backbone backbone, Entities entities, Facts facts) {
        return switch (command) {
            case BackboneCommand.CreateBackbone c -> BackboneRules.create(c, entities, facts);
            case BackboneCommand.ChangeBackbone c -> BackboneRules.change(c, backbone);
            case BackboneCommand.DeleteBackbone c -> BackboneRules.delete(c, backbone, entities);
            case BackboneCommand.OfSite c -> InteriorSiteRules.decide(c, entities, facts);
            case BackboneCommand.OfAccessPoint c -> AccessPointRules.decide(c, entities, facts);
            case BackboneCommand.OfLink c -> LinkRules.decide(c, entities, facts);
            case BackboneCommand.OfCertificate c -> CertificateRules.decide(c, backbone, entities);
        };
    }

    private static boolean addsSomething(BackboneCommand command) {
        return command instanceof BackboneCommand.AddInteriorSite
                || command instanceof BackboneCommand.AddAccessPoint
                || command instanceof BackboneCommand.LinkInteriorSites
                || command instanceof BackboneCommand.ChangeBackbone;
    }

    @Override
    public List<Change> evolve(Recorded<BackboneEvent> recorded, Entities entities) {
        return BackboneEvolution.evolve(recorded, entities);
    }

    @Override
    public List<Timer> timers(Entity entity) {
        return List.of();
    }
}
