package studio.command.rest.certificate;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.command.rest.Commands;
import studio.command.rest.Receipt;
import studio.command.rest.WriteOptions;
import studio.domain.StreamType;
import studio.domain.certificate.CertificateCommand.RetryCertificate;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;

/** Commands to the certificates of an application network. */
@Path("/api/v1/networks/{network}/certificates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
public class NetworkCertificateResource {

    private final Commands commands;

    NetworkCertificateResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    @Path("{certificate}/retry")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "retryNetworkCertificate",
            summary = "Have a certificate signed that could not be signed before")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> retry(
            @PathParam("network") Name network,
            @PathParam("certificate") UUID certificate,
            @BeanParam WriteOptions options) {
        return commands.change(StreamType.NETWORK.key(network), new RetryCertificate(new Uid(certificate)), options);
    }

    @POST
    @Path("{certificate}/rotate")
    @Operation(operationId = "rotateNetworkCertificate", summary = "Ask for the certificate that comes after this one")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> rotate(
            @PathParam("network") Name network,
            @PathParam("certificate") UUID certificate,
            RotateCertificateRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(StreamType.NETWORK.key(network), request.toCommand(new Uid(certificate)), options);
    }

    @POST
    @Path("{certificate}/revoke")
    @Operation(
            operationId = "revokeNetworkCertificate",
            summary = "Take trust from a certificate",
            description = "With an authority's go all that it signed; it must be superseded before.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> revoke(
            @PathParam("network") Name network,
            @PathParam("certificate") UUID certificate,
            RevokeCertificateRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(StreamType.NETWORK.key(network), request.toCommand(new Uid(certificate)), options);
    }
}
