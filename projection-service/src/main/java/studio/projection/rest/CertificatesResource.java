package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import studio.api.view.CertificateView;
import studio.identity.Caller;
import studio.projection.query.CertificateQueries;

/** When the certificates of all streams end. Who may read a stream may read its certificates. */
@Path("/api/v1/certificates")
@Tag(name = "Certificates")
public class CertificatesResource {

    private final CertificateQueries certificates;
    private final Caller caller;

    CertificatesResource(CertificateQueries certificates, Caller caller) {
        this.certificates = certificates;
        this.caller = caller;
    }

    @GET
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
}
