package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import studio.backbone.summary.BackboneSummary;
import studio.backbone.summary.NetworkSummary;
import studio.projection.history.Moment;
import studio.projection.summary.Summaries;

/** How backbones and networks do, for whoever may read them. It is counted now, and there is no past of it. */
@Path("/api/v1")
public class SummaryResource {

    private final ReadableBackbones backbones;
    private final ReadableNetworks networks;
    private final Summaries summaries;
    private final Moment moment;

    SummaryResource(ReadableBackbones backbones, ReadableNetworks networks, Summaries summaries, Moment moment) {
        this.backbones = backbones;
        this.networks = networks;
        this.summaries = summaries;
        this.moment = moment;
    }

    @GET
    @Path("backbones/{backbone}/summary")
    @Tag(name = "Backbones")
    @Operation(operationId = "getBackboneSummary", summary = "Sum up how a backbone does")
    public Uni<BackboneSummary> backbone(@RestPath String backbone) {
        Moments.requirePresent(moment);
        return backbones.require(backbone).flatMap(found -> summaries.backbone(found.stream(), Instant.now()));
    }

    @GET
    @Path("networks/{network}/summary")
    @Tag(name = "Networks")
    @Operation(operationId = "getNetworkSummary", summary = "Sum up how an application network does")
    public Uni<NetworkSummary> network(@RestPath String network) {
        Moments.requirePresent(moment);
        return networks.require(network).flatMap(found -> summaries.network(found.stream(), Instant.now()));
    }
}
