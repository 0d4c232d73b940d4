package studio.domain.network;

import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.network.InvitationEvent.EdgeLinkRemoved;
import studio.domain.network.InvitationEvent.EdgeLinkSet;

/** The links of invitations. They are found by the network's attachments, of which there are few. */
final class EdgeLinks {

    private static final int MAX_PRIORITY = 100;

    private EdgeLinks() {}

    /** The links of that invitation. */
    static List<EdgeLink> of(Name invitation, Entities entities) {
        return entities.list(Attachment.KIND).stream()
                .map(attachment ->
                        EdgeLink.key(invitation, Name.of(attachment.meta().name())))
                .flatMap(key -> entities.find(key).stream())
                .map(EdgeLink.class::cast)
                .toList();
    }

    /** Takes all links of that invitation away. */
    static List<Change> removals(Name invitation, Entities entities) {
        return of(invitation, entities).stream()
                .map(link -> Change.remove(link.key()))
                .toList();
    }

    /** Says whether one of the invitation's links leads to an attachment where sites can connect. */
    static boolean leadSomewhere(Name invitation, Entities entities) {
        return of(invitation, entities).stream()
                .anyMatch(link -> entities.get(Attachment.KIND, link.accessPoint()) instanceof Attachment.Ready);
    }

    /** What whoever names no link would expect: all ways in, none before another. */
    static List<EdgeLink.Wanted> toAllAttachments(Entities entities) {
        return entities.list(Attachment.KIND).stream()
                .map(attachment -> new EdgeLink.Wanted(Name.of(attachment.meta().name()), 1))
                .toList();
    }

    /** Says why there can't be these links, if so. */
    static Optional<Rejection> flaw(List<EdgeLink.Wanted> links, Entities entities) {
        for (EdgeLink.Wanted link : links) {
            if (entities.find(Attachment.KIND, link.accessPoint()).isEmpty()) {
                return Optional.of(Rejection.ofField(
                        NOT_FOUND,
                        "edgeLinks",
                        "the network is not attached to an access point '" + link.accessPoint() + "'"));
            }
            if (link.priority() < 1 || link.priority() > MAX_PRIORITY) {
                return Optional.of(
                        Rejection.ofField(INVALID_VALUE, "edgeLinks", "priorities must be 1 to " + MAX_PRIORITY));
            }
        }
        long ends = links.stream().map(EdgeLink.Wanted::accessPoint).distinct().count();
        return ends < links.size()
                ? Optional.of(Rejection.ofField(INVALID_VALUE, "edgeLinks", "may hold each access point once"))
                : Optional.empty();
    }

    /** What leads from the links that the invitation has to these. */
    static List<NetworkEvent> changes(Name invitation, List<EdgeLink.Wanted> wanted, Entities entities, Facts facts) {
        Map<Name, EdgeLink> present =
                of(invitation, entities).stream().collect(Collectors.toMap(EdgeLink::accessPoint, Function.identity()));
        List<NetworkEvent> events = new ArrayList<>();
        for (EdgeLink.Wanted link : wanted) {
            Optional<EdgeLink> old = Optional.ofNullable(present.get(link.accessPoint()));
            if (old.filter(there -> there.priority() == link.priority()).isEmpty()) {
                events.add(new EdgeLinkSet(
                        invitation,
                        link.accessPoint(),
                        old.map(there -> there.meta().uid())
                                .orElseGet(() -> facts.ids().next()),
                        link.priority()));
            }
        }
        present.keySet().stream()
                .filter(point ->
                        wanted.stream().noneMatch(link -> link.accessPoint().equals(point)))
                .sorted()
                .forEach(point -> events.add(new EdgeLinkRemoved(invitation, point)));
        return events;
    }
}
