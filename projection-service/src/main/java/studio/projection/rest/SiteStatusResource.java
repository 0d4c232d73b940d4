package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.InteriorSite;
import studio.domain.network.MemberSite;
import studio.identity.Caller;
import studio.projection.feed.Statuses;
import studio.projection.history.Moment;
import studio.projection.query.EntityQueries;
import studio.projection.query.Found;
import studio.projection.query.Listing;

/** How sites do with what they are to have. It is no part of the log, so there is no past of it. */
@Path("/api/v1")
public class SiteStatusResource {

    private final Contents backbones;
    private final ReadableNetworks networks;
    private final Statuses statuses;
    private final Moment moment;

    SiteStatusResource(
            EntityQueries queries, Caller caller, ReadableNetworks networks, Statuses statuses, Moment moment) {
        this.networks = networks;
        this.statuses = statuses;
        this.moment = moment;
        backbones = new Contents(queries, Backbone.KIND, backbone -> queries.backbone(caller.actor(), backbone));
    }

    @GET
    @Path("networks/{network}/sites/{site}/status")
    @Tag(name = "Member sites")
    @Operation(operationId = "getMemberSiteStatus", summary = "Show how a site does with what it is to have")
    public Uni<SiteStatusView> member(@RestPath String network, @RestPath String site) {
        Moments.requirePresent(moment);
        return networks.require(Listing.MEMBER_SITES, network, MemberSite.KIND, site)
                .map(this::view);
    }

    @GET
    @Path("backbones/{backbone}/sites/{site}/status")
    @Tag(name = "Interior sites")
    @Operation(operationId = "getSiteStatus", summary = "Show how an interior site does with what it is to have")
    public Uni<SiteStatusView> interior(@RestPath String backbone, @RestPath String site) {
        Moments.requirePresent(moment);
        return backbones
                .require(Listing.SITES, backbone, InteriorSite.KIND, site)
                .map(this::view);
    }

    private SiteStatusView view(Found found) {
        return SiteStatusView.of(
                statuses.find(found.stream(), found.entity().meta().uid()), Instant.now());
    }
}
