package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import studio.api.view.BackboneAttachmentView;
import studio.api.view.EdgeLinkView;
import studio.api.view.HomeView;
import studio.api.view.InvitationView;
import studio.api.view.NetworkView;
import studio.api.view.SiteClassView;
import studio.domain.network.Attachment;
import studio.domain.network.Home;
import studio.domain.network.MemberInvitation;
import studio.domain.network.SiteClass;
import studio.identity.Caller;
import studio.projection.query.EntityQueries;
import studio.projection.query.Listing;
import studio.projection.query.NetworkQueries;

/** Application networks and who may join them. Owners and readers see theirs; administrators and auditors see all. */
@Path("/api/v1/networks")
@Produces(MediaType.APPLICATION_JSON)
public class NetworksResource {

    private final NetworkQueries queries;
    private final EntityQueries entities;
    private final ReadableNetworks networks;
    private final Caller caller;

    NetworksResource(NetworkQueries queries, EntityQueries entities, ReadableNetworks networks, Caller caller) {
        this.queries = queries;
        this.entities = entities;
        this.networks = networks;
        this.caller = caller;
    }

    @GET
    @Tag(name = "Networks")
    @Operation(operationId = "listNetworks", summary = "List application networks")
    public Uni<ListView<NetworkView>> list(
            @RestQuery
                    @Parameter(
                            description =
                                    "`scheduled`, `requested`, `active`, `suspended`, `expired`, `failed`, `deleting`"
                                            + " or `deleted`")
                    Optional<String> state,
            @RestQuery @Parameter(description = "The backbone that carries it") Optional<String> backbone,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("state", state, "backbone", backbone);
        return queries.networks(caller.actor(), paging.wanted(1), filters)
                .map(page -> ListView.of(page, NetworkView.class));
    }

    @GET
    @Path("{network}")
    @Tag(name = "Networks")
    @Operation(operationId = "getNetwork", summary = "Show an application network")
    @APIResponseSchema(NetworkView.class)
    public Uni<Response> get(@RestPath String network) {
        return networks.get(network);
    }

    @GET
    @Path("{network}/attachments")
    @Tag(name = "Networks")
    @Operation(operationId = "listBackboneAttachments", summary = "List where the sites of a network connect")
    public Uni<ListView<BackboneAttachmentView>> attachments(
            @RestPath String network,
            @RestQuery @Parameter(description = "`requested`, `ready`, `rejected` or `withdrawn`")
                    Optional<String> state,
            @BeanParam Paging paging) {
        return networks.list(
                Listing.BACKBONE_ATTACHMENTS, network, paging, Map.of("state", state), BackboneAttachmentView.class);
    }

    @GET
    @Path("{network}/attachments/{accessPoint}")
    @Tag(name = "Networks")
    @Operation(operationId = "getBackboneAttachment", summary = "Show where the sites of a network connect")
    @APIResponseSchema(BackboneAttachmentView.class)
    public Uni<Response> attachment(@RestPath String network, @RestPath String accessPoint) {
        return networks.get(Listing.BACKBONE_ATTACHMENTS, network, Attachment.KIND, accessPoint);
    }

    @GET
    @Path("{network}/home")
    @Tag(name = "Homes")
    @Operation(operationId = "getHome", summary = "Show where a network is managed from")
    @APIResponseSchema(HomeView.class)
    public Uni<Response> home(@RestPath String network) {
        return networks.get(Listing.HOMES, network, Home.KIND, network);
    }

    @GET
    @Path("{network}/site-classes")
    @Tag(name = "Site classes")
    @Operation(operationId = "listSiteClasses", summary = "List the site classes of a network")
    public Uni<ListView<SiteClassView>> siteClasses(@RestPath String network, @BeanParam Paging paging) {
        return networks.list(Listing.SITE_CLASSES, network, paging, Map.of(), SiteClassView.class);
    }

    @GET
    @Path("{network}/site-classes/{siteClass}")
    @Tag(name = "Site classes")
    @Operation(operationId = "getSiteClass", summary = "Show a site class")
    @APIResponseSchema(SiteClassView.class)
    public Uni<Response> siteClass(@RestPath String network, @RestPath String siteClass) {
        return networks.get(Listing.SITE_CLASSES, network, SiteClass.KIND, siteClass);
    }

    @GET
    @Path("{network}/invitations")
    @Tag(name = "Invitations")
    @Operation(operationId = "listInvitations", summary = "List the invitations of a network")
    public Uni<ListView<InvitationView>> invitations(
            @RestPath String network,
            @RestQuery @Parameter(description = "`requested`, `ready`, `exhausted`, `expired` or `revoked`")
                    Optional<String> state,
            @BeanParam Paging paging) {
        return networks.list(Listing.INVITATIONS, network, paging, Map.of("state", state), InvitationView.class);
    }

    @GET
    @Path("{network}/invitations/{invitation}")
    @Tag(name = "Invitations")
    @Operation(operationId = "getInvitation", summary = "Show an invitation")
    @APIResponseSchema(InvitationView.class)
    public Uni<Response> invitation(@RestPath String network, @RestPath String invitation) {
        return networks.get(Listing.INVITATIONS, network, MemberInvitation.KIND, invitation);
    }

    @GET
    @Path("{network}/invitations/{invitation}/edge-links")
    @Tag(name = "Invitations")
    @Operation(operationId = "listEdgeLinks", summary = "List the links that the sites of an invitation make")
    public Uni<ListView<EdgeLinkView>> edgeLinks(
            @RestPath String network, @RestPath String invitation, @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("invitation", Optional.of(invitation));
        return networks.require(Listing.INVITATIONS, network, MemberInvitation.KIND, invitation)
                .flatMap(found -> entities.of(Listing.EDGE_LINKS, found.stream(), paging.wanted(1), filters))
                .map(page -> ListView.of(page, EdgeLinkView.class));
    }
}
