package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
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
import studio.domain.backbone.Backbone;
import studio.domain.certificate.Impact;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.identity.Caller;
import studio.projection.query.CertificateQueries;
import studio.projection.query.EntityQueries;
import studio.projection.query.Found;
import studio.projection.query.Listing;

/** Certificates of all streams: when they end, as files, and what hangs on them. Who may read a stream may read its certificates. */
@Path("/api/v1")
@Tag(name = "Certificates")
public class CertificatesResource {

    private static final StreamKey ROOT = StreamType.AUTHORITY.key(Name.of("root"));

    private final CertificateQueries certificates;
    private final EntityQueries entities;
    private final ReadableNetworks networks;
    private final Contents backbones;
    private final Caller caller;

    CertificatesResource(
            CertificateQueries certificates, EntityQueries entities, ReadableNetworks networks, Caller caller) {
        this.certificates = certificates;
        this.entities = entities;
        this.networks = networks;
        this.backbones = new Contents(entities, Backbone.KIND, backbone -> entities.backbone(caller.actor(), backbone));
        this.caller = caller;
    }

    @GET
    @Path("certificates")
    @Operation(
            operationId = "listExpiringCertificates",
            summary = "List the certificates of all backbones and networks, those first that expire first")
    public Uni<ListView<CertificateView>> calendar(
            @RestQuery @Parameter(description = "Those that expire before this moment (RFC 3339)")
                    Optional<String> expiresBefore,
            @RestQuery @Parameter(description = "`issued`, `superseded`, `revoked` or `expired`")
                    Optional<String> state,
            @RestQuery @Parameter(description = "What it is for, such as `member-site`") Optional<String> use,
            @BeanParam Paging paging) {
        CertificateQueries.Filter filter =
                new CertificateQueries.Filter(state, use, expiresBefore.map(CertificatesResource::moment));
        return certificates
                .calendar(caller.actor(), filter, paging.wanted(2))
                .map(page -> ListView.of(page, CertificateView.class));
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Paging.invalid("expiresBefore", "must be a moment such as 2026-03-01T12:00:00Z");
        }
    }

    @GET
    @Path("backbones/{backbone}/certificates/{certificate}/chain")
    @Produces({CertificateFiles.PEM, MediaType.APPLICATION_JSON})
    @Operation(operationId = "downloadCertificate", summary = "Download a certificate with those above it, in PEM form")
    public Uni<Response> ofBackbone(@RestPath String backbone, @RestPath String certificate) {
        return inBackbone(backbone, certificate).map(CertificateFiles::chain);
    }

    @GET
    @Path("networks/{network}/certificates/{certificate}/chain")
    @Produces({CertificateFiles.PEM, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "downloadNetworkCertificate",
            summary = "Download a certificate of a network with those above it, in PEM form")
    public Uni<Response> ofNetwork(@RestPath String network, @RestPath String certificate) {
        return networks.require(Listing.CERTIFICATES, network, TlsCertificate.KIND, certificate)
                .map(CertificateFiles::chain);
    }

    @GET
    @Path("authority/certificates/{certificate}/chain")
    @Produces({CertificateFiles.PEM, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "downloadAuthorityCertificate",
            summary = "Download one of the installation's own certificates, in PEM form")
    public Uni<Response> ofAuthority(@RestPath String certificate) {
        return inAuthority(certificate).map(CertificateFiles::chain);
    }

    @GET
    @Path("backbones/{backbone}/certificates/{certificate}/impact")
    @Operation(operationId = "previewCertificateRevocation", summary = "Show what revoking a certificate would break")
    @APIResponseSchema(Impact.class)
    public Uni<Impact> impactInBackbone(@RestPath String backbone, @RestPath String certificate) {
        return inBackbone(backbone, certificate).flatMap(this::impact);
    }

    @GET
    @Path("networks/{network}/certificates/{certificate}/impact")
    @Operation(
            operationId = "previewNetworkCertificateRevocation",
            summary = "Show what revoking a certificate of a network would break")
    @APIResponseSchema(Impact.class)
    public Uni<Impact> impactInNetwork(@RestPath String network, @RestPath String certificate) {
        return networks.require(Listing.CERTIFICATES, network, TlsCertificate.KIND, certificate)
                .flatMap(this::impact);
    }

    private Uni<Impact> impact(Found found) {
        return certificates.impact(found.stream(), (TlsCertificate) found.entity());
    }

    private Uni<Found> inBackbone(String backbone, String certificate) {
        return backbones.require(Listing.CERTIFICATES, backbone, TlsCertificate.KIND, certificate);
    }

    private Uni<Found> inAuthority(String certificate) {
        Uni<Optional<Found>> found = AuthorityAccess.mayRead(caller.actor())
                ? entities.find(Listing.CERTIFICATES, ROOT, certificate)
                : Uni.createFrom().item(Optional.empty());
        return found.map(there -> Items.require(there, TlsCertificate.KIND, certificate));
    }
}
