package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import studio.api.view.AccessPointView;
import studio.api.view.AttachmentView;
import studio.api.view.InteriorSiteView;
import studio.api.view.LinkView;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.NetworkAttachment;
import studio.projection.feed.Statuses;
import studio.projection.query.Listing;

/** What is in a backbone. */
@Path("/api/v1/backbones/{backbone}")
@Produces(MediaType.APPLICATION_JSON)
public class BackboneContentResource {

    private final ReadableBackbones backbones;
    private final Statuses statuses;

    BackboneContentResource(ReadableBackbones backbones, Statuses statuses) {
        this.backbones = backbones;
        this.statuses = statuses;
    }

    @GET
    @Path("sites")
    @Tag(name = "Interior sites")
    @Operation(operationId = "listSites", summary = "List the interior sites of a backbone")
    public Uni<ListView<InteriorSiteView>> sites(
            @RestPath String backbone,
            @RestQuery
                    @Parameter(
                            description = "`requested`, `ready-bootstrap`, `ready-automatic`, `deployed`, `lost` or"
                                    + " `deleting`")
                    Optional<String> state,
            @RestQuery @Parameter(description = "`kubernetes`, `docker`, `podman` or `linux`")
                    Optional<String> platform,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("state", state, "platform", platform);
        return backbones.list(Listing.SITES, backbone, paging, filters, InteriorSiteView.class);
    }

    @GET
    @Path("sites/{site}")
    @Tag(name = "Interior sites")
    @Operation(operationId = "getSite", summary = "Show an interior site")
    @APIResponseSchema(InteriorSiteView.class)
    public Uni<Response> site(@RestPath String backbone, @RestPath String site) {
        return backbones.get(Listing.SITES, backbone, InteriorSite.KIND, site);
    }

    /** It is no part of the log, so there is no past of it. */
    @GET
    @Path("sites/{site}/status")
    @Tag(name = "Interior sites")
    @Operation(operationId = "getSiteStatus", summary = "Show how an interior site does with what it is to have")
    public Uni<SiteStatusView> siteStatus(@RestPath String backbone, @RestPath String site) {
        return backbones
                .require(Listing.SITES, backbone, InteriorSite.KIND, site)
                .map(found -> SiteStatusView.of(found, statuses, Instant.now()));
    }

    @GET
    @Path("access-points")
    @Tag(name = "Access points")
    @Operation(operationId = "listAccessPoints", summary = "List the access points of a backbone")
    public Uni<ListView<AccessPointView>> accessPoints(
            @RestPath String backbone,
            @RestQuery @Parameter(description = "`partial`, `requested`, `ready` or `deleting`") Optional<String> state,
            @RestQuery @Parameter(description = "The interior site whose router listens") Optional<String> site,
            @RestQuery @Parameter(description = "`peer`, `member` or `manage`") Optional<String> use,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("state", state, "site", site, "use", use);
        return backbones.list(Listing.ACCESS_POINTS, backbone, paging, filters, AccessPointView.class);
    }

    @GET
    @Path("access-points/{accessPoint}")
    @Tag(name = "Access points")
    @Operation(operationId = "getAccessPoint", summary = "Show an access point")
    @APIResponseSchema(AccessPointView.class)
    public Uni<Response> accessPoint(@RestPath String backbone, @RestPath String accessPoint) {
        return backbones.get(Listing.ACCESS_POINTS, backbone, AccessPoint.KIND, accessPoint);
    }

    @GET
    @Path("links")
    @Tag(name = "Links")
    @Operation(operationId = "listLinks", summary = "List the links of a backbone")
    public Uni<ListView<LinkView>> links(
            @RestPath String backbone,
            @RestQuery @Parameter(description = "`configured`, `up` or `down`") Optional<String> state,
            @RestQuery @Parameter(description = "The site that connects") Optional<String> from,
            @RestQuery @Parameter(description = "The access point that it connects to") Optional<String> accessPoint,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("state", state, "fromSite", from, "accessPoint", accessPoint);
        return backbones.list(Listing.LINKS, backbone, paging, filters, LinkView.class);
    }

    @GET
    @Path("links/{link}")
    @Tag(name = "Links")
    @Operation(operationId = "getLink", summary = "Show a link")
    @APIResponseSchema(LinkView.class)
    public Uni<Response> link(@RestPath String backbone, @RestPath String link) {
        return backbones.get(Listing.LINKS, backbone, InterRouterLink.KIND, link);
    }

    @GET
    @Path("attachments")
    @Tag(name = "Attachments")
    @Operation(operationId = "listAttachments", summary = "List the networks attached to a backbone")
    public Uni<ListView<AttachmentView>> attachments(
            @RestPath String backbone,
            @RestQuery @Parameter(description = "`requested`, `ready` or `draining`") Optional<String> state,
            @RestQuery @Parameter(description = "The network's name") Optional<String> network,
            @RestQuery @Parameter(description = "The access point") Optional<String> accessPoint,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("state", state, "network", network, "accessPoint", accessPoint);
        return backbones.list(Listing.ATTACHMENTS, backbone, paging, filters, AttachmentView.class);
    }

    @GET
    @Path("attachments/{attachment}")
    @Tag(name = "Attachments")
    @Operation(operationId = "getAttachment", summary = "Show a network's place on an access point")
    @APIResponseSchema(AttachmentView.class)
    public Uni<Response> attachment(@RestPath String backbone, @RestPath String attachment) {
        return backbones.get(Listing.ATTACHMENTS, backbone, NetworkAttachment.KIND, attachment);
    }
}
