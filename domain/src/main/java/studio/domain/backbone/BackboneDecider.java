package studio.domain.backbone;

import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.domain.certificate.CertificateCommand;
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
        Decision<BackboneEvent> answer = switch (command) {
            case BackboneCommand.CreateBackbone c -> BackboneRules.create(c, entities, facts);
            case BackboneCommand.ChangeBackbone c -> present(c, entities, b -> BackboneRules.change(c, b));
            case BackboneCommand.DeleteBackbone c -> present(c, entities, b -> BackboneRules.delete(c, b, entities));
            case BackboneCommand.OfSite c -> present(c, entities, b -> InteriorSiteRules.decide(c, b, entities, facts));
            case BackboneCommand.OfAccessPoint c ->
                present(c, entities, b -> AccessPointRules.decide(c, entities, facts));
            case BackboneCommand.OfLink c -> present(c, entities, b -> LinkRules.decide(c, entities, facts));
            case BackboneCommand.AttachNetwork c ->
                present(c, entities, b -> AttachmentRules.attach(c, entities, facts));
            case BackboneCommand.OfAttachment c -> present(c, entities, b -> AttachmentRules.decide(c, entities));
            case CertificateCommand c -> present(c, entities, b -> BackboneCertificates.decide(c, b, entities, facts));
        };
        return Consequences.of(answer, entities, facts.now());
    }

    private static Decision<BackboneEvent> present(
            BackboneCommand command, Entities entities, Function<Backbone, Decision<BackboneEvent>> decide) {
        Optional<Backbone> backbone = BackboneAccess.present(entities);
        if (backbone.isEmpty()) {
            return reject(Rejection.notFound(Backbone.KIND.key(entities.stream().name())));
        }
        return backbone.get() instanceof Backbone.Deleting && !endsOrReports(command)
                ? reject(WRONG_STATE, "backbone '" + entities.stream().name() + "' is being deleted")
                : decide.apply(backbone.get());
    }

    /** All that a backbone still takes while it is being deleted. */
    private static boolean endsOrReports(BackboneCommand command) {
        return switch (command) {
            case BackboneCommand.DeleteBackbone c -> true;
            case BackboneCommand.RemoveInteriorSite c -> true;
            case BackboneCommand.RemoveAccessPoint c -> true;
            case BackboneCommand.UnlinkInteriorSites c -> true;
            case BackboneCommand.ReportInteriorSite c -> true;
            case BackboneCommand.ReportLink c -> true;
            case BackboneCommand.OfAttachment c -> true;
            case CertificateCommand c -> true;
            case BackboneCommand.CreateBackbone c -> false;
            case BackboneCommand.ChangeBackbone c -> false;
            case BackboneCommand.AddInteriorSite c -> false;
            case BackboneCommand.ChangeInteriorSite c -> false;
            case BackboneCommand.InviteInteriorSite c -> false;
            case BackboneCommand.ClaimInteriorSite c -> false;
            case BackboneCommand.AddAccessPoint c -> false;
            case BackboneCommand.ChangeAccessPoint c -> false;
            case BackboneCommand.SetAccessPointAddress c -> false;
            case BackboneCommand.LinkInteriorSites c -> false;
            case BackboneCommand.ChangeLinkCost c -> false;
            case BackboneCommand.AttachNetwork c -> false;
        };
    }

    @Override
    public List<Change> evolve(Recorded<BackboneEvent> recorded, Entities entities) {
        return BackboneEvolution.evolve(recorded, entities);
    }

    @Override
    public List<Timer> timers(Entity entity) {
        return entity instanceof TlsCertificate certificate ? CertificateRules.timers(certificate) : List.of();
    }
}
