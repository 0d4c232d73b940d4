package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import studio.api.view.CertificateView;
import studio.domain.StreamType;
import studio.domain.authority.AuthorityAccess;
import studio.domain.certificate.Impact;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.identity.Caller;
import studio.projection.query.CertificateQueries;
import studio.projection.query.EntityQueries;
import studio.projection.query.Found;
import studio.projection.query.Listing;

/** The installation's own certificates, which administrators and auditors see. */
@Path("/api/v1/authority/certificates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
public class AuthorityResource {

    private static final StreamKey ROOT = StreamType.AUTHORITY.key(Name.of("root"));

    private final EntityQueries queries;
    private final CertificateQueries certificates;
    private final Caller caller;

    AuthorityResource(EntityQueries queries, CertificateQueries certificates, Caller caller) {
        this.certificates = certificates;
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listAuthorityCertificates", summary = "List the installation's own certificates")
    public Uni<ListView<CertificateView>> list(@BeanParam CertificateFilter filter, @BeanParam Paging paging) {
        return AuthorityAccess.mayRead(caller.actor())
                ? queries.look(caller.actor(), ROOT)
                        .chain(() -> queries.of(Listing.CERTIFICATES, ROOT, paging.wanted(1), filter.columns()))
                        .map(page -> ListView.of(page, CertificateView.class))
                : Uni.createFrom().item(new ListView<>(List.of(), Optional.empty()));
    }

    @GET
    @Path("{certificate}")
    @Operation(operationId = "getAuthorityCertificate", summary = "Show one of the installation's own certificates")
    @APIResponseSchema(CertificateView.class)
    public Uni<Response> get(@RestPath String certificate) {
        return find(certificate).map(found -> Items.answer(found, TlsCertificate.KIND, certificate));
    }

    @GET
    @Path("{certificate}/chain")
    @Produces({CertificateFiles.PEM, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "downloadAuthorityCertificate",
            summary = "Download one of the installation's own certificates, in PEM form")
    @APIResponseSchema(String.class)
    public Uni<Response> chain(@RestPath String certificate) {
        return require(certificate).map(CertificateFiles::chain);
    }

    @GET
    @Path("{certificate}/impact")
    @Operation(
            operationId = "previewAuthorityCertificateRevocation",
            summary = "Show what revoking one of the installation's own certificates would break",
            description = "Of what the installation itself has; backbones and networks are below the root, too.")
    public Uni<Impact> impact(@RestPath String certificate) {
        return require(certificate).flatMap(certificates::impact);
    }

    private Uni<Found> require(String certificate) {
        return find(certificate).map(found -> Items.require(found, TlsCertificate.KIND, certificate));
    }

    private Uni<Optional<Found>> find(String certificate) {
        return AuthorityAccess.mayRead(caller.actor())
                ? queries.look(caller.actor(), ROOT).chain(() -> queries.find(Listing.CERTIFICATES, ROOT, certificate))
                : Uni.createFrom().item(Optional.empty());
    }
}
