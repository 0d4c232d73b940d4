package studio.projection.rest.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import studio.identity.Caller;
import studio.projection.audit.AuditQueries;
import studio.projection.rest.Paging;

/** What happened and what was refused. Who may read a stream may read its history. */
@Path("/api/v1/audit")
@Tag(name = "Audit")
public class AuditResource {

    // Whoever names no type gets JSON.
    private static final String NDJSON = "application/x-ndjson;qs=0.5";
    private static final String EVENTS = "text/event-stream;qs=0.5";
    private static final int CURSOR_VALUES = 4;

    private final AuditQueries queries;
    private final AuditExport export;
    private final AuditWatches watches;
    private final WatchStart start;
    private final Caller caller;

    AuditResource(AuditQueries queries, AuditExport export, AuditWatches watches, WatchStart start, Caller caller) {
        this.queries = queries;
        this.export = export;
        this.watches = watches;
        this.start = start;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "audit", summary = "List, export or watch the audit", description = """
                    As JSON, pages with the newest entries first.

                    As `application/x-ndjson`, all entries as CloudEvents, each stream in the order of its revisions: what
                    `studio audit verify --export` reads. It has what happened unless `outcome` says otherwise.

                    As `text/event-stream`, entries as CloudEvents as they come. Each has the log's position as its `id`, so
                    a client that was cut off goes on with `Last-Event-ID` where it was; `bookmark`s tell the position
                    while nothing comes.""")
    @APIResponse(
            responseCode = "200",
            description = "The audit",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AuditView.ListOf.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = CloudEvent.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = CloudEvent.class))
            })
    public Uni<AuditView.ListOf> list(@BeanParam AuditParameters parameters, @BeanParam Paging paging) {
        return queries.newest(caller.actor(), parameters.filter(), paging.wanted(CURSOR_VALUES))
                .map(AuditView.ListOf::page);
    }

    @GET
    @Produces(NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Multi<CloudEvent> export(@BeanParam AuditParameters parameters) {
        return export.stream(caller.actor(), parameters.filter());
    }

    @GET
    @Produces(EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @WatchStart.Needed
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> watch(@BeanParam AuditParameters parameters) {
        return watches.open(caller.identity(), parameters.filter(), start.position());
    }
}
