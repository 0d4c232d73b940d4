package studio.projection.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Attachment;
import studio.domain.network.EdgeLink;
import studio.projection.query.EntityQueries;
import studio.projection.query.Found;
import studio.projection.query.Listing;
import studio.projection.query.Page;

/** What the tables say of how an invitation's sites connect to the backbone now. What comes later is in their documents. */
@ApplicationScoped
public class ClaimedLinks {

    private static final Page.Wanted ALL = new Page.Wanted(100, Optional.empty());

    private final EntityQueries queries;

    ClaimedLinks(EntityQueries queries) {
        this.queries = queries;
    }

    /** Those of that invitation that lead somewhere, the one to try first at the beginning. */
    Uni<List<ClaimedView.Link>> of(StreamKey network, Name invitation) {
        Map<String, Optional<String>> ofInvitation = Map.of("invitation", Optional.of(invitation.value()));
        Map<String, Optional<String>> ready = Map.of("state", Optional.of("ready"));
        return Uni.combine()
                .all()
                .unis(
                        queries.of(Listing.EDGE_LINKS, network, ALL, ofInvitation),
                        queries.of(Listing.BACKBONE_ATTACHMENTS, network, ALL, ready))
                .asTuple()
                .map(found -> links(
                        entities(found.getItem1(), EdgeLink.class),
                        entities(found.getItem2(), Attachment.Ready.class)));
    }

    private static <S extends Entity> List<S> entities(Page<Found> page, Class<S> type) {
        return page.rows().stream()
                .map(Found::entity)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<ClaimedView.Link> links(List<EdgeLink> links, List<Attachment.Ready> attachments) {
        Map<String, Attachment.Endpoint> endpoints = attachments.stream()
                .collect(Collectors.toMap(attachment -> attachment.meta().name(), Attachment.Ready::endpoint));
        return links.stream()
                .sorted(Comparator.comparingInt(EdgeLink::priority))
                .flatMap(link -> Optional.ofNullable(
                                endpoints.get(link.accessPoint().value()))
                        .stream()
                        .map(endpoint -> link(link, endpoint)))
                .toList();
    }

    private static ClaimedView.Link link(EdgeLink link, Attachment.Endpoint endpoint) {
        return new ClaimedView.Link(
                link.accessPoint().value(),
                endpoint.attachment().toString(),
                endpoint.accessPoint().toString(),
                endpoint.host(),
                endpoint.port(),
                endpoint.authority(),
                link.priority());
    }
}
