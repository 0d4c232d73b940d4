package studio.domain.backbone;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.List;
import java.util.function.Function;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.ChangeInteriorSite;
import studio.domain.backbone.BackboneCommand.ClaimInteriorSite;
import studio.domain.backbone.BackboneCommand.InviteInteriorSite;
import studio.domain.backbone.BackboneCommand.OfSite;
import studio.domain.backbone.BackboneCommand.RemoveInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite;
import studio.domain.backbone.BackboneEvent.InteriorSiteAdded;
import studio.domain.backbone.BackboneEvent.InteriorSiteChanged;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemovalRequested;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemoved;
import studio.domain.backbone.BackboneEvent.InteriorSiteReported;
import studio.domain.backbone.InteriorSite.Reach;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;

/** The rules for interior sites. */
final class InteriorSiteRules {

    /** Interior routers that a backbone can hold: skupper-router keeps its routing state in bit masks of 128. */
    static final int MAX_SITES = 128;

    private InteriorSiteRules() {}

    static Decision<BackboneEvent> decide(OfSite command, Backbone backbone, Entities entities, Facts facts) {
        return switch (command) {
            case AddInteriorSite c -> add(c, entities, facts);
            case ChangeInteriorSite c -> existing(c, entities, site -> change(c, site));
            case RemoveInteriorSite c -> existing(c, entities, site -> remove(c, site, entities));
            case InviteInteriorSite c -> existing(c, entities, site -> EnrolmentRules.invite(c, site));
            case ClaimInteriorSite c ->
                existing(c, entities, site -> EnrolmentRules.claim(c, site, backbone, entities, facts));
            case ReportInteriorSite c -> existing(c, entities, site -> report(c, site));
        };
    }

    private static Decision<BackboneEvent> existing(
            OfSite command, Entities entities, Function<InteriorSite, Decision<BackboneEvent>> decide) {
        return entities.find(InteriorSite.KIND, command.site())
                .map(decide)
                .orElseGet(() -> reject(Rejection.notFound(InteriorSite.KIND.key(command.site()))));
    }

    private static Decision<BackboneEvent> add(AddInteriorSite command, Entities entities, Facts facts) {
        if (entities.find(InteriorSite.KIND, command.site()).isPresent()) {
            return reject(Rejection.alreadyExists(InteriorSite.KIND.key(command.site())));
        }
        if (entities.list(InteriorSite.KIND).size() >= MAX_SITES) {
            return reject(LIMIT_REACHED, "a backbone has at most " + MAX_SITES + " interior sites");
        }
        return unless(
                Limits.text("location", command.location()),
                () -> accept(new InteriorSiteAdded(
                        command.site(), facts.ids().next(), command.platform(), command.location())));
    }

    private static Decision<BackboneEvent> change(ChangeInteriorSite command, InteriorSite site) {
        if (command.location().equals(site.placement().location())) {
            return accept();
        }
        return unless(
                Limits.text("location", command.location()),
                () -> accept(new InteriorSiteChanged(command.site(), command.location())));
    }

    private static Decision<BackboneEvent> remove(RemoveInteriorSite command, InteriorSite site, Entities entities) {
        List<NetworkAttachment> attachments = AttachmentRules.at(
                point -> entities.get(AccessPoint.KIND, point).spec().site().equals(command.site()), entities);
        boolean going = site instanceof InteriorSite.Deleting;
        if (!attachments.isEmpty() && !command.cascade() && !going) {
            return reject(AttachmentRules.inUse(attachments));
        }
        if (command.force() || !mustCleanUp(site)) {
            return accept(new InteriorSiteRemoved(command.site()));
        }
        return going ? accept() : accept(new InteriorSiteRemovalRequested(command.site()));
    }

    /** Something of ours may still run there. */
    static boolean mustCleanUp(InteriorSite site) {
        return site instanceof InteriorSite.Deployed || site instanceof InteriorSite.Deleting;
    }

    private static Decision<BackboneEvent> report(ReportInteriorSite command, InteriorSite site) {
        return switch (command.sighting()) {
            case ACTIVE -> reach(Reach.ACTIVE, site);
            case LOST -> reach(Reach.LOST, site);
            case CLEANED_UP ->
                site instanceof InteriorSite.Deleting
                        ? accept(new InteriorSiteRemoved(command.site()))
                        : reject(WRONG_STATE, "nobody asked site '" + command.site() + "' to clean up");
        };
    }

    private static Decision<BackboneEvent> reach(Reach reach, InteriorSite site) {
        boolean news = switch (site) {
            case InteriorSite.Requested requested -> false;
            case InteriorSite.Ready ready -> reach == Reach.ACTIVE;
            case InteriorSite.Deployed deployed -> deployed.reach() != reach;
            case InteriorSite.Deleting deleting -> false;
        };
        if (news) {
            return accept(new InteriorSiteReported(Name.of(site.meta().name()), reach));
        }
        return mustCleanUp(site)
                ? accept()
                : reject(WRONG_STATE, "site '" + site.meta().name() + "' is not deployed");
    }
}
