package studio.command.rest.network;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import studio.command.rest.Commands;
import studio.command.rest.Flag;
import studio.command.rest.Receipt;
import studio.command.rest.WriteOptions;
import studio.domain.kernel.Name;
import studio.domain.network.SiteClassCommand.RemoveSiteClass;

/** Commands to the site classes of a network. */
@Path(Paths.NETWORK + "/site-classes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Site classes")
public class SiteClassResource {

    private final Commands commands;

    SiteClassResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    @Operation(operationId = "addSiteClass", summary = "Make a class of sites")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> add(
            @PathParam("network") Name network, AddSiteClassRequest request, @BeanParam WriteOptions options) {
        return commands.create(Paths.stream(network), request.toCommand(), options);
    }

    @PATCH
    @Path("{siteClass}")
    @Operation(operationId = "changeSiteClass", summary = "Change a class of sites")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("network") Name network,
            @PathParam("siteClass") Name siteClass,
            ChangeSiteClassRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), request.toCommand(siteClass), options);
    }

    @DELETE
    @Path("{siteClass}")
    @Operation(operationId = "removeSiteClass", summary = "Take a class of sites away")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> remove(
            @PathParam("network") Name network,
            @PathParam("siteClass") Name siteClass,
            @QueryParam("cascade")
                    @Parameter(
                            description = "`true` takes it from the sites, invitations and endpoints that have it too.")
                    @Nullable
                    String cascade,
            @BeanParam WriteOptions options) {
        RemoveSiteClass command = new RemoveSiteClass(siteClass, Flag.parse("cascade", cascade));
        return commands.change(Paths.stream(network), command, options);
    }
}
