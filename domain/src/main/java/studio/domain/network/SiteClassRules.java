package studio.domain.network;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.IN_USE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Few;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.network.SiteClassCommand.AddSiteClass;
import studio.domain.network.SiteClassCommand.ChangeSiteClass;
import studio.domain.network.SiteClassCommand.RemoveSiteClass;
import studio.domain.network.SiteClassEvent.SiteClassAdded;
import studio.domain.network.SiteClassEvent.SiteClassChanged;
import studio.domain.network.SiteClassEvent.SiteClassRemoved;

/** The rules for site classes. Removing one looks at invitations and endpoints, and at the class's count of sites. */
final class SiteClassRules {

    /** Classes that a network can have. */
    static final int MAX_CLASSES = 200;

    private SiteClassRules() {}

    static Decision<NetworkEvent> decide(SiteClassCommand command, Entities entities, Facts facts) {
        return switch (command) {
            case AddSiteClass c -> add(c, entities, facts);
            case ChangeSiteClass c -> existing(c, entities, siteClass -> change(c, siteClass));
            case RemoveSiteClass c -> existing(c, entities, siteClass -> remove(c, siteClass, entities));
        };
    }

    private static Decision<NetworkEvent> existing(
            SiteClassCommand command, Entities entities, Function<SiteClass, Decision<NetworkEvent>> decide) {
        return entities.find(SiteClass.KIND, command.siteClass())
                .map(decide)
                .orElseGet(() -> reject(Rejection.notFound(SiteClass.KIND.key(command.siteClass()))));
    }

    private static Decision<NetworkEvent> add(AddSiteClass command, Entities entities, Facts facts) {
        if (entities.find(SiteClass.KIND, command.siteClass()).isPresent()) {
            return reject(Rejection.alreadyExists(SiteClass.KIND.key(command.siteClass())));
        }
        if (entities.list(SiteClass.KIND).size() >= MAX_CLASSES) {
            return reject(LIMIT_REACHED, "a network has at most " + MAX_CLASSES + " site classes");
        }
        return unless(
                Label.flaw("labels", command.labels()),
                () -> accept(new SiteClassAdded(
                        command.siteClass(), facts.ids().next(), command.labels(), command.proposedPolicy())));
    }

    private static Decision<NetworkEvent> change(ChangeSiteClass command, SiteClass siteClass) {
        Set<Label> labels = command.labels().orElse(siteClass.labels());
        AcceptancePolicy.Mode policy = command.proposedPolicy().orElse(siteClass.proposedPolicy());
        return labels.equals(siteClass.labels()) && policy == siteClass.proposedPolicy()
                ? accept()
                : unless(
                        Label.flaw("labels", labels),
                        () -> accept(new SiteClassChanged(command.siteClass(), labels, policy)));
    }

    private static Decision<NetworkEvent> remove(RemoveSiteClass command, SiteClass siteClass, Entities entities) {
        List<String> users = command.cascade() ? List.of() : users(siteClass, entities);
        return users.isEmpty()
                ? accept(new SiteClassRemoved(command.siteClass()))
                : reject(IN_USE, "it is used by " + Few.of(users) + "; take it from them or ask for cascade");
    }

    private static List<String> users(SiteClass siteClass, Entities entities) {
        List<String> users = new ArrayList<>();
        if (siteClass.sites() > 0) {
            users.add(siteClass.sites() + (siteClass.sites() == 1 ? " site" : " sites"));
        }
        entities.list(MemberInvitation.KIND).stream()
                .filter(invitation -> !(invitation instanceof MemberInvitation.Revoked))
                .filter(invitation -> invitation.spec().siteClasses().contains(siteClass.ref()))
                .forEach(invitation ->
                        users.add("invitation '" + invitation.meta().name() + "'"));
        EndpointRules.allocatedTo(siteClass.ref(), entities).forEach(name -> users.add("endpoint '" + name + "'"));
        return users;
    }

    /** Says which of these classes there is not, if so. */
    static Optional<Rejection> unknown(String field, Set<Name> siteClasses, Entities entities) {
        return siteClasses.stream()
                .sorted()
                .filter(name -> entities.find(SiteClass.KIND, name).isEmpty())
                .findFirst()
                .map(name -> Rejection.ofField(NOT_FOUND, field, "there is no site-class '" + name + "'"));
    }

    /** References to these classes, all of which there are. */
    static Set<Ref> refs(Set<Name> siteClasses, Entities entities) {
        Set<Ref> refs = new HashSet<>();
        siteClasses.forEach(name -> refs.add(entities.get(SiteClass.KIND, name).ref()));
        return refs;
    }
}
