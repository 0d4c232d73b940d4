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
import studio.api.view.CertificateView;
import studio.api.view.InteriorSiteView;
import studio.api.view.LinkView;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.certificate.Impact;
import studio.domain.certificate.TlsCertificate;
import studio.projection.feed.Statuses;
import studio.projection.history.Moment;
import studio.projection.query.CertificateQueries;
import studio.projection.query.Found;
import studio.projection.query.Listing;

/** What is in a backbone. */
@Path("/api/v1/backbones/{backbone}")
public class BackboneContentResource {

    private final ReadableBackbones backbones;
    private final CertificateQueries certificates;
    private final Statuses statuses;
    private final Moment moment;

    BackboneContentResource(
            ReadableBackbones backbones, CertificateQueries certificates, Statuses statuses, Moment moment) {
        this.backbones = backbones;
        this.statuses = statuses;
        this.moment = moment;
        this.certificates = certificates;
    }

    @GET
    @Path("sites")
    @Tag(name = "Interior sites")
    @Operation(operationId = "listSites", summary = "List the interior sites of a backbone")
    public Uni<ListView<InteriorSiteView>> sites(
            @RestPath String backbone,
            @RestQuery
                    @Parameter(
                            description =
                                    "`requested`, `ready-bootstrap`, `ready-automatic`, `deployed`, `lost` or `deleting`")
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
        Moments.requirePresent(moment);
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

    @GET
    @Path("certificates")
    @Tag(name = "Certificates")
    @Operation(operationId = "listCertificates", summary = "List the certificates of a backbone")
    public Uni<ListView<CertificateView>> certificates(
            @RestPath String backbone,
            @RestQuery @Parameter(description = "`requested`, `issued`, `superseded`, `revoked`, `expired` or `failed`")
                    Optional<String> state,
            @RestQuery @Parameter(description = "`interior-ca`, `access-point-ca`, `interior-site` or `access-point`")
                    Optional<String> use,
            @RestQuery @Parameter(description = "The name of the object that it is for") Optional<String> subject,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("state", state, "use", use, "subject", subject);
        return backbones.list(Listing.CERTIFICATES, backbone, paging, filters, CertificateView.class);
    }

    @GET
    @Path("certificates/{certificate}")
    @Tag(name = "Certificates")
    @Operation(operationId = "getCertificate", summary = "Show a certificate")
    @APIResponseSchema(CertificateView.class)
    public Uni<Response> certificate(@RestPath String backbone, @RestPath String certificate) {
        return backbones.get(Listing.CERTIFICATES, backbone, TlsCertificate.KIND, certificate);
    }

    @GET
    @Path("certificates/{certificate}/chain")
    @Produces({CertificateFiles.PEM, MediaType.APPLICATION_JSON})
    @Tag(name = "Certificates")
    @Operation(operationId = "downloadCertificate", summary = "Download a certificate with those above it, in PEM form")
    public Uni<Response> certificateChain(@RestPath String backbone, @RestPath String certificate) {
        return found(backbone, certificate).map(CertificateFiles::chain);
    }

    @GET
    @Path("certificates/{certificate}/impact")
    @Tag(name = "Certificates")
    @Operation(operationId = "previewCertificateRevocation", summary = "Show what revoking a certificate would break")
    @APIResponseSchema(Impact.class)
    public Uni<Impact> certificateImpact(@RestPath String backbone, @RestPath String certificate) {
        return found(backbone, certificate).flatMap(certificates::impact);
    }

    private Uni<Found> found(String backbone, String certificate) {
        return backbones.require(Listing.CERTIFICATES, backbone, TlsCertificate.KIND, certificate);
    }
}
