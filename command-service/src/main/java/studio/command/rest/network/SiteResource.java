package studio.command.rest.network;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.MemberCommand.ConfirmCleanup;
import studio.domain.network.MemberCommand.EvictSite;
import studio.domain.network.MemberCommand.PauseSite;
import studio.domain.network.MemberCommand.ReclassifySite;
import studio.domain.network.MemberCommand.RenameSite;
import studio.domain.network.MemberCommand.ResumeSite;

/** Commands to the member sites of a network. */
@Path(Paths.NETWORK + "/sites")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Member sites")
public class SiteResource {

    private final Commands commands;

    SiteResource(Commands commands) {
        this.commands = commands;
    }

    @PUT
    @Path("{site}/name")
    @Operation(operationId = "renameSite", summary = "Give a site another name")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> rename(
            @PathParam("network") Name network,
            @PathParam("site") Name site,
            RenameSiteRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new RenameSite(site, request.name()), options);
    }

    @PUT
    @Path("{site}/site-classes")
    @Operation(operationId = "reclassifySite", summary = "Give a site other classes")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> reclassify(
            @PathParam("network") Name network,
            @PathParam("site") Name site,
            ReclassifySiteRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new ReclassifySite(site, request.siteClasses()), options);
    }

    @POST
    @Path("{site}/pause")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "pauseSite", summary = "Stop the application at a site", description = "Its link stays.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> pause(
            @PathParam("network") Name network, @PathParam("site") Name site, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new PauseSite(site), options);
    }

    @POST
    @Path("{site}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "resumeSite", summary = "Let the application at a site go on")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> resume(
            @PathParam("network") Name network, @PathParam("site") Name site, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new ResumeSite(site), options);
    }

    @POST
    @Path("{site}/evict")
    @Operation(
            operationId = "evictSite",
            summary = "Shut a site out at once",
            description = "For good: the key that it has never joins again.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> evict(
            @PathParam("network") Name network,
            @PathParam("site") Name site,
            CauseRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new EvictSite(site, request.cause()), options);
    }

    @POST
    @Path("{uid}/confirm-cleanup")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "confirmCleanup",
            summary = "Say that a site that is no member any more has nothing of the network left",
            description = "Sites say so themselves; this is for one that is silent for ever. It is named by its"
                    + " uid, as another may have taken its name.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> confirmCleanup(
            @PathParam("network") Name network, @PathParam("uid") UUID uid, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new ConfirmCleanup(new Uid(uid)), options);
    }
}
