package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import studio.api.view.CertificateView;
import studio.domain.backbone.Backbone;
import studio.domain.certificate.Impact;
import studio.domain.certificate.TlsCertificate;
import studio.identity.Caller;
import studio.projection.query.CertificateQueries;
import studio.projection.query.EntityQueries;
import studio.projection.query.Found;
import studio.projection.query.Listing;

/** The certificates of backbones. */
@Path("/api/v1/backbones/{backbone}/certificates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
public class BackboneCertificatesResource {

    private final Contents backbones;
    private final CertificateQueries certificates;

    BackboneCertificatesResource(EntityQueries queries, CertificateQueries certificates, Caller caller) {
        this.certificates = certificates;
        backbones = new Contents(queries, Backbone.KIND, backbone -> queries.backbone(caller.actor(), backbone));
    }

    @GET
    @Operation(operationId = "listCertificates", summary = "List the certificates of a backbone")
    public Uni<ListView<CertificateView>> list(
            @RestPath String backbone, @BeanParam CertificateFilter filter, @BeanParam Paging paging) {
        return backbones.list(Listing.CERTIFICATES, backbone, paging, filter.columns(), CertificateView.class);
    }

    @GET
    @Path("{certificate}")
    @Operation(operationId = "getCertificate", summary = "Show a certificate of a backbone")
    @APIResponseSchema(CertificateView.class)
    public Uni<Response> get(@RestPath String backbone, @RestPath String certificate) {
        return backbones.get(Listing.CERTIFICATES, backbone, TlsCertificate.KIND, certificate);
    }

    @GET
    @Path("{certificate}/chain")
    @Produces({CertificateFiles.PEM, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "downloadCertificate",
            summary = "Download a certificate of a backbone with those above it, in PEM form")
    @APIResponseSchema(String.class)
    public Uni<Response> chain(@RestPath String backbone, @RestPath String certificate) {
        return found(backbone, certificate).map(CertificateFiles::chain);
    }

    @GET
    @Path("{certificate}/impact")
    @Operation(
            operationId = "previewCertificateRevocation",
            summary = "Show what revoking a certificate of a backbone would break")
    public Uni<Impact> impact(@RestPath String backbone, @RestPath String certificate) {
        return found(backbone, certificate).flatMap(certificates::impact);
    }

    private Uni<Found> found(String backbone, String certificate) {
        return backbones.require(Listing.CERTIFICATES, backbone, TlsCertificate.KIND, certificate);
    }
}
