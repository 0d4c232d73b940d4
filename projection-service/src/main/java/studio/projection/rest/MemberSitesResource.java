package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import studio.api.view.MemberSiteView;
import studio.domain.kernel.Change;
import studio.domain.kernel.Overlay;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.MemberSite;
import studio.domain.plan.Finding;
import studio.domain.plan.Why;
import studio.projection.feed.Statuses;
import studio.projection.query.Listing;
import studio.projection.query.NetworkQueries;
import studio.projection.query.NetworkQueries.SiteFilter;
import studio.projection.query.Page;
import studio.projection.query.PlanQueries;
import studio.projection.query.PlanQueries.Gathered;

/** The member sites of a network, and what is planned for each. */
@Path("/api/v1/networks/{network}/sites")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Member sites")
public class MemberSitesResource {

    private final NetworkQueries queries;
    private final PlanQueries plans;
    private final ReadableNetworks networks;
    private final Statuses statuses;

    MemberSitesResource(NetworkQueries queries, PlanQueries plans, ReadableNetworks networks, Statuses statuses) {
        this.statuses = statuses;
        this.queries = queries;
        this.plans = plans;
        this.networks = networks;
    }

    @GET
    @Operation(operationId = "listMemberSites", summary = "List the sites of a network")
    public Uni<MemberSiteListView> list(
            @RestPath String network,
            @RestQuery @Parameter(description = "`joining`, `joined`, `connected`, `lost`, `left` or `evicted`")
                    Optional<String> state,
            @RestQuery @Parameter(description = "`kubernetes`, `docker`, `podman` or `linux`")
                    Optional<String> platform,
            @RestQuery @Parameter(description = "The invitation by which they came") Optional<String> invitation,
            @RestQuery @Parameter(description = "A class that they have") Optional<String> siteClass,
            @RestQuery @Parameter(description = "What their names begin with") Optional<String> namePrefix,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("state", state, "platform", platform, "invitation", invitation);
        SiteFilter filter = new SiteFilter(siteClass, namePrefix);
        return networks.require(network)
                .flatMap(found -> queries.sites(found.stream(), paging.wanted(1), filter, filters)
                        .flatMap(page -> queries.sites(found.stream()).map(all -> MemberSiteListView.of(page, all))));
    }

    @GET
    @Path("{site}")
    @Operation(operationId = "getMemberSite", summary = "Show a site")
    @APIResponseSchema(MemberSiteView.class)
    public Uni<Response> get(@RestPath String network, @RestPath String site) {
        return networks.get(Listing.MEMBER_SITES, network, MemberSite.KIND, site);
    }

    /** It is no part of the log, so there is no past of it. */
    @GET
    @Path("{site}/status")
    @Operation(operationId = "getMemberSiteStatus", summary = "Show how a site does with what it is to have")
    public Uni<SiteStatusView> status(@RestPath String network, @RestPath String site) {
        return networks.require(Listing.MEMBER_SITES, network, MemberSite.KIND, site)
                .map(found -> SiteStatusView.of(found, statuses, Instant.now()));
    }

    @GET
    @Path("{site}/plan")
    @Operation(
            operationId = "getSitePlan",
            summary = "Show all that a site is to have, and where that comes from",
            description = "What its participant declined or has not decided about yet is there too, and says so.")
    public Uni<PlanView> plan(@RestPath String network, @RestPath String site) {
        return gather(network, site).map(gathered -> PlanView.of(gathered.entities(), gathered.site(), gathered.at()));
    }

    private Uni<Gathered> gather(String network, String site) {
        return networks.require(network)
                .flatMap(found -> networks.require(Listing.MEMBER_SITES, network, MemberSite.KIND, site)
                        .flatMap(there -> plans.gather(found, (MemberSite) there.entity())));
    }

    @GET
    @Path("{site}/endpoints/{endpoint}/why")
    @Operation(
            operationId = "whyEndpointAtSite",
            summary = "Say how an endpoint does at a site, or why it is not there",
            description =
                    "Of an ingress with a listener for each offering site, `peers` says which sites have none there and"
                            + " why; they come in pages.")
    public Uni<WhyView> why(
            @RestPath String network, @RestPath String site, @RestPath String endpoint, @BeanParam Paging paging) {
        Page.Wanted page = paging.wanted(1);
        return gather(network, site).flatMap(gathered -> {
            Overlay entities = new Overlay(gathered.entities());
            Endpoint there = Items.requireEntity(Endpoint.KIND, endpoint, entities);
            Instant now = gathered.at();
            List<Finding> here = Why.at(entities, gathered.site().meta().uid(), there, now);
            return there instanceof Endpoint.Ingress ingress
                    ? peers(entities, ingress, page, now).map(peers -> WhyView.of(here, peers.rows(), peers.next()))
                    : Uni.createFrom().item(WhyView.of(here, List.of(), Optional.empty()));
        });
    }

    private Uni<Page<Finding>> peers(Overlay entities, Endpoint.Ingress ingress, Page.Wanted page, Instant now) {
        // The site itself is a peer among others, and has its place in the pages.
        entities.apply(entities.list(Deployment.KIND).stream()
                .map(own -> Change.remove(own.key()))
                .toList());
        return plans.addPeers(entities, Why.called(entities, ingress, now), page)
                .map(next -> new Page<>(Why.peers(entities, ingress, now), next));
    }
}
