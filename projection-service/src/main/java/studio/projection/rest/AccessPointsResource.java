package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import studio.api.view.OfferedAccessPointView;
import studio.identity.Caller;
import studio.projection.query.AccessPointRow;
import studio.projection.query.Cursor;
import studio.projection.query.EntityQueries;

/** What is offered to those who make networks. */
@Path("/api/v1/access-points")
@Tag(name = "Access points")
public class AccessPointsResource {

    private final EntityQueries queries;
    private final Caller caller;

    AccessPointsResource(EntityQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listOfferedAccessPoints",
            summary = "List the member access points that are offered to you, or to a group that you are in",
            description = "Of all backbones; nothing else of a backbone is told.")
    public Uni<ListView<OfferedAccessPointView>> list(
            @RestQuery @Parameter(description = "The backbone") Optional<String> backbone,
            @RestQuery @Parameter(description = "The interior site whose router listens") Optional<String> site,
            @RestQuery @Parameter(description = "`partial`, `requested` or `ready`") Optional<String> state,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("backbone", backbone, "site", site, "state", state);
        return queries.offered(caller.actor(), paging.wanted(2), filters)
                .map(page -> new ListView<>(
                        page.rows().stream().map(AccessPointRow::offered).toList(),
                        page.next().map(Cursor::toString)));
    }
}
