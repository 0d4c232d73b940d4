package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import studio.backbone.summary.NetworkSummary;
import studio.projection.history.Moment;
import studio.projection.summary.Summaries;

/** How a network does, for whoever may read it. It is counted now, and there is no past of it. */
@Path("/api/v1/networks/{network}/summary")
@Tag(name = "Networks")
public class NetworkSummaryResource {

    private final ReadableNetworks networks;
    private final Summaries summaries;
    private final Moment moment;

    NetworkSummaryResource(ReadableNetworks networks, Summaries summaries, Moment moment) {
        this.networks = networks;
        this.summaries = summaries;
        this.moment = moment;
    }

    @GET
    @Operation(operationId = "getNetworkSummary", summary = "Sum up how an application network does")
    public Uni<NetworkSummary> get(@RestPath String network) {
        Moments.requirePresent(moment);
        return networks.require(network).flatMap(found -> summaries.network(found.stream(), Instant.now()));
    }
}
