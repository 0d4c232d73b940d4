package studio.domain.backbone;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;

import java.util.List;
import java.util.Optional;
import studio.domain.backbone.BackboneCommand.ChangeBackbone;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.BackboneCommand.DeleteBackbone;
import studio.domain.backbone.BackboneEvent.BackboneChanged;
import studio.domain.backbone.BackboneEvent.BackboneCreated;
import studio.domain.backbone.BackboneEvent.BackboneDeleted;
import studio.domain.backbone.BackboneEvent.BackboneDeletionRequested;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Role;

/** The rules for the backbone itself. */
final class BackboneRules {

    private BackboneRules() {}

    static Decision<BackboneEvent> create(CreateBackbone command, Entities entities, Facts facts) {
        Name name = entities.stream().name();
        Actor actor = facts.actor();
        boolean taken = entities.find(Backbone.KIND, name)
                .filter(old -> !(old instanceof Backbone.Deleted) || !mayTakeOver(actor, old))
                .isPresent();
        if (taken) {
            return reject(Rejection.alreadyExists(Backbone.KIND.key(name)));
        }
        return unless(flaw(command.owners(), command.offeredTo()), () -> accept(created(command, name, facts)));
    }

    /** Only users hold the role that making a backbone takes, so whoever asks can own it. */
    private static List<BackboneEvent> created(CreateBackbone command, Name name, Facts facts) {
        Owners owners =
                command.owners().isEmpty() ? Owners.user(Name.of(facts.actor().name())) : command.owners();
        return List.of(
                new BackboneCreated(facts.ids().next(), owners, command.offeredTo()),
                new CertificateRequested(facts.ids().next(), new CertificateSubject(Kind.INTERIOR_CA, name)),
                new CertificateRequested(facts.ids().next(), new CertificateSubject(Kind.ACCESS_POINT_CA, name)));
    }

    /** A freed name stays with those who owned it: somebody else's history hangs on it. */
    private static boolean mayTakeOver(Actor actor, Backbone old) {
        return actor.is(Role.ADMINISTRATOR) || old.owners().include(actor);
    }

    static Decision<BackboneEvent> change(ChangeBackbone command, Backbone backbone) {
        Owners owners = command.owners().orElse(backbone.owners());
        Owners offeredTo = command.offeredTo().orElse(backbone.offeredTo());
        if (owners.isEmpty()) {
            return reject(Rejection.ofField(INVALID_VALUE, "owners", "a backbone needs at least one owner"));
        }
        if (owners.equals(backbone.owners()) && offeredTo.equals(backbone.offeredTo())) {
            return accept();
        }
        return unless(flaw(owners, offeredTo), () -> accept(new BackboneChanged(owners, offeredTo)));
    }

    private static Optional<Rejection> flaw(Owners owners, Owners offeredTo) {
        return Limits.owners("owners", owners).or(() -> Limits.owners("offeredTo", offeredTo));
    }

    static Decision<BackboneEvent> delete(DeleteBackbone command, Backbone backbone, Entities entities) {
        boolean going = backbone instanceof Backbone.Deleting;
        List<NetworkAttachment> attachments = entities.list(NetworkAttachment.KIND);
        if (!attachments.isEmpty() && !command.cascade() && !going) {
            return reject(AttachmentRules.inUse(attachments));
        }
        if (command.force() || isEmpty(entities)) {
            return accept(new BackboneDeleted());
        }
        return going ? accept() : accept(new BackboneDeletionRequested());
    }

    /** Nothing of the backbone runs any more, and nobody is attached to it. */
    static boolean isEmpty(Entities entities) {
        return entities.list(NetworkAttachment.KIND).isEmpty()
                && entities.list(InteriorSite.KIND).stream().noneMatch(InteriorSiteRules::mustCleanUp);
    }
}
