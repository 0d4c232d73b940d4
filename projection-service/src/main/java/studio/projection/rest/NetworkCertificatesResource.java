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
import studio.domain.certificate.Impact;
import studio.domain.certificate.TlsCertificate;
import studio.projection.query.CertificateQueries;
import studio.projection.query.Found;
import studio.projection.query.Listing;

/** The certificates of application networks. */
@Path("/api/v1/networks/{network}/certificates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
public class NetworkCertificatesResource {

    private final Contents networks;
    private final CertificateQueries certificates;

    NetworkCertificatesResource(ReadableNetworks networks, CertificateQueries certificates) {
        this.networks = networks;
        this.certificates = certificates;
    }

    @GET
    @Operation(operationId = "listNetworkCertificates", summary = "List the certificates of a network")
    public Uni<ListView<CertificateView>> list(
            @RestPath String network, @BeanParam CertificateFilter filter, @BeanParam Paging paging) {
        return networks.list(Listing.CERTIFICATES, network, paging, filter.columns(), CertificateView.class);
    }

    @GET
    @Path("{certificate}")
    @Operation(operationId = "getNetworkCertificate", summary = "Show a certificate of a network")
    @APIResponseSchema(CertificateView.class)
    public Uni<Response> get(@RestPath String network, @RestPath String certificate) {
        return networks.get(Listing.CERTIFICATES, network, TlsCertificate.KIND, certificate);
    }

    @GET
    @Path("{certificate}/chain")
    @Produces({CertificateFiles.PEM, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "downloadNetworkCertificate",
            summary = "Download a certificate of a network with those above it, in PEM form")
    @APIResponseSchema(String.class)
    public Uni<Response> chain(@RestPath String network, @RestPath String certificate) {
        return found(network, certificate).map(CertificateFiles::chain);
    }

    @GET
    @Path("{certificate}/impact")
    @Operation(
            operationId = "previewNetworkCertificateRevocation",
            summary = "Show what revoking a certificate of a network would break")
    public Uni<Impact> impact(@RestPath String network, @RestPath String certificate) {
        return found(network, certificate).flatMap(certificates::impact);
    }

    private Uni<Found> found(String network, String certificate) {
        return networks.require(Listing.CERTIFICATES, network, TlsCertificate.KIND, certificate);
    }
}
