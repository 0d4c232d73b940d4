package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import studio.api.view.CertificateView;
import studio.domain.StreamType;
import studio.domain.authority.AuthorityAccess;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.identity.Caller;
import studio.projection.query.EntityQueries;
import studio.projection.query.Found;
import studio.projection.query.Listing;

/** The installation's own certificates, which administrators and auditors see. */
@Path("/api/v1/authority/certificates")
@Tag(name = "Certificates")
public class AuthorityResource {

    private static final StreamKey ROOT = StreamType.AUTHORITY.key(Name.of("root"));

    private final EntityQueries queries;
    private final Caller caller;

    AuthorityResource(EntityQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listAuthorityCertificates", summary = "List the installation's own certificates")
    public Uni<ListView<CertificateView>> list(
            @RestQuery @Parameter(description = "`requested`, `issued`, `superseded`, `revoked`, `expired` or `failed`")
                    Optional<String> state,
            @RestQuery @Parameter(description = "`root` or `service-home`") Optional<String> use,
            @RestQuery @Parameter(description = "The name of what it is for") Optional<String> subject,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("state", state, "use", use, "subject", subject);
        return AuthorityAccess.mayRead(caller.actor())
                ? queries.of(Listing.CERTIFICATES, ROOT, paging.wanted(1), filters)
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
    public Uni<Response> chain(@RestPath String certificate) {
        return find(certificate)
                .map(found -> CertificateFiles.chain(Items.require(found, TlsCertificate.KIND, certificate)));
    }

    private Uni<Optional<Found>> find(String certificate) {
        return AuthorityAccess.mayRead(caller.actor())
                ? queries.find(Listing.CERTIFICATES, ROOT, certificate)
                : Uni.createFrom().item(Optional.empty());
    }
}
