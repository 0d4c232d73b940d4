package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import studio.backbone.summary.BackboneSummary;
import studio.projection.history.Moment;
import studio.projection.summary.Summaries;

/** How a backbone does, for whoever may read it. It is counted now, and there is no past of it. */
@Path("/api/v1/backbones/{backbone}/summary")
@Tag(name = "Backbones")
public class BackboneSummaryResource {

    private final ReadableBackbones backbones;
    private final Summaries summaries;
    private final Moment moment;

    BackboneSummaryResource(ReadableBackbones backbones, Summaries summaries, Moment moment) {
        this.backbones = backbones;
        this.summaries = summaries;
        this.moment = moment;
    }

    @GET
    @Operation(operationId = "getBackboneSummary", summary = "Sum up how a backbone does")
    public Uni<BackboneSummary> get(@RestPath String backbone) {
        Moments.requirePresent(moment);
        return backbones.require(backbone).flatMap(found -> summaries.backbone(found.stream(), Instant.now()));
    }
}
