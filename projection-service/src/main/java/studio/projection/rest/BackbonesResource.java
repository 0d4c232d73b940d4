package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import studio.api.view.BackboneView;
import studio.domain.backbone.Backbone;
import studio.identity.Caller;
import studio.projection.query.EntityQueries;

/** Backbones. Owners see theirs; administrators and auditors see all. */
@Path("/api/v1/backbones")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backbones")
public class BackbonesResource {

    private final EntityQueries queries;
    private final Caller caller;

    BackbonesResource(EntityQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listBackbones", summary = "List backbones")
    public Uni<ListView<BackboneView>> list(
            @RestQuery @Parameter(description = "`requested`, `ready`, `failed`, `deleting` or `deleted`")
                    Optional<String> state,
            @BeanParam Paging paging) {
        return queries.backbones(caller.actor(), paging.wanted(1), Map.of("state", state))
                .map(page -> ListView.of(page, BackboneView.class));
    }

    @GET
    @Path("{backbone}")
    @Operation(operationId = "getBackbone", summary = "Show a backbone")
    @APIResponseSchema(BackboneView.class)
    public Uni<Response> get(@RestPath String backbone) {
        return queries.backbone(caller.actor(), backbone).map(found -> Items.answer(found, Backbone.KIND, backbone));
    }
}
