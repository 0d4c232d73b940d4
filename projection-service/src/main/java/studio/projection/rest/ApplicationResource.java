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
import studio.api.view.DeploymentView;
import studio.api.view.EgressView;
import studio.api.view.IngressView;
import studio.api.view.ProcessView;
import studio.api.view.ServiceLinkView;
import studio.api.view.View;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.ServiceLink;
import studio.projection.feed.Statuses;
import studio.projection.history.Moment;
import studio.projection.query.Cursor;
import studio.projection.query.EndpointStanding;
import studio.projection.query.Listing;
import studio.projection.query.NetworkQueries;
import studio.projection.query.Page;
import studio.projection.query.SiteStanding;

/** The application of a network, and what became of it at the network's sites. */
@Path("/api/v1/networks/{network}")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationResource {

    private static final String PROCESS = "process";
    private static final String INGRESS = "ingress";
    private static final String EGRESS = "egress";

    private final NetworkQueries queries;
    private final ReadableNetworks networks;
    private final Moment moment;
    private final Statuses statuses;

    ApplicationResource(NetworkQueries queries, ReadableNetworks networks, Moment moment, Statuses statuses) {
        this.statuses = statuses;
        this.moment = moment;
        this.queries = queries;
        this.networks = networks;
    }

    @GET
    @Path("processes")
    @Tag(name = "Processes")
    @Operation(operationId = "listProcesses", summary = "List the processes of an application")
    public Uni<ListView<ProcessView>> processes(@RestPath String network, @BeanParam Paging paging) {
        return endpoints(network, PROCESS, paging, ProcessView.class);
    }

    @GET
    @Path("processes/{endpoint}")
    @Tag(name = "Processes")
    @Operation(operationId = "getProcess", summary = "Show one of the processes of an application")
    @APIResponseSchema(ProcessView.class)
    public Uni<Response> process(@RestPath String network, @RestPath String endpoint) {
        return endpoint(network, PROCESS, endpoint);
    }

    @GET
    @Path("ingresses")
    @Tag(name = "Ingresses")
    @Operation(operationId = "listIngresses", summary = "List the ingresses of an application")
    public Uni<ListView<IngressView>> ingresses(@RestPath String network, @BeanParam Paging paging) {
        return endpoints(network, INGRESS, paging, IngressView.class);
    }

    @GET
    @Path("ingresses/{endpoint}")
    @Tag(name = "Ingresses")
    @Operation(operationId = "getIngress", summary = "Show one of the ingresses of an application")
    @APIResponseSchema(IngressView.class)
    public Uni<Response> ingress(@RestPath String network, @RestPath String endpoint) {
        return endpoint(network, INGRESS, endpoint);
    }

    @GET
    @Path("egresses")
    @Tag(name = "Egresses")
    @Operation(operationId = "listEgresses", summary = "List the egresses of an application")
    public Uni<ListView<EgressView>> egresses(@RestPath String network, @BeanParam Paging paging) {
        return endpoints(network, EGRESS, paging, EgressView.class);
    }

    @GET
    @Path("egresses/{endpoint}")
    @Tag(name = "Egresses")
    @Operation(operationId = "getEgress", summary = "Show one of the egresses of an application")
    @APIResponseSchema(EgressView.class)
    public Uni<Response> egress(@RestPath String network, @RestPath String endpoint) {
        return endpoint(network, EGRESS, endpoint);
    }

    private <V extends View> Uni<ListView<V>> endpoints(String network, String type, Paging paging, Class<V> view) {
        return networks.list(Listing.ENDPOINTS, network, paging, Map.of("type", Optional.of(type)), view);
    }

    private Uni<Response> endpoint(String network, String type, String endpoint) {
        return networks.require(network)
                .flatMap(found -> queries.endpoint(found.stream(), type, endpoint))
                .map(found -> Items.answer(found, Endpoint.KIND, endpoint));
    }

    @GET
    @Path("service-links")
    @Tag(name = "Service links")
    @Operation(operationId = "listServiceLinks", summary = "List the service links of an application")
    public Uni<ListView<ServiceLinkView>> links(
            @RestPath String network,
            @RestQuery @Parameter(description = "The service, `publisher/service`") Optional<String> service,
            @RestQuery @Parameter(description = "`network`, `site-class` or `site`") Optional<String> scope,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("service", service, "scope", scope);
        return networks.list(Listing.SERVICE_LINKS, network, paging, filters, ServiceLinkView.class);
    }

    @GET
    @Path("service-links/{link}")
    @Tag(name = "Service links")
    @Operation(operationId = "getServiceLink", summary = "Show a service link")
    @APIResponseSchema(ServiceLinkView.class)
    public Uni<Response> link(@RestPath String network, @RestPath String link) {
        return networks.get(Listing.SERVICE_LINKS, network, ServiceLink.KIND, link);
    }

    @GET
    @Path("deployments")
    @Tag(name = "Deployments")
    @Operation(
            operationId = "listDeployments",
            summary = "List what sites have decided and reported",
            description =
                    "Only sites that have said anything are here; changes show all that an endpoint is meant for.")
    public Uni<ListView<DeploymentView>> deployments(
            @RestPath String network,
            @RestQuery @Parameter(description = "`pending`, `running` or `failed`") Optional<String> state,
            @RestQuery @Parameter(description = "`accepted` or `declined`") Optional<String> decision,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("state", state, "decision", decision);
        return networks.list(Listing.DEPLOYMENTS, network, paging, filters, DeploymentView.class);
    }

    @GET
    @Path("deployments/{deployment}")
    @Tag(name = "Deployments")
    @Operation(operationId = "getDeployment", summary = "Show what a site makes of an endpoint")
    @APIResponseSchema(DeploymentView.class)
    public Uni<Response> deployment(@RestPath String network, @RestPath String deployment) {
        return networks.get(Listing.DEPLOYMENTS, network, Deployment.KIND, deployment);
    }

    @GET
    @Path("changes")
    @Tag(name = "Changes")
    @Operation(
            operationId = "listChanges",
            summary = "Show what became of each endpoint, in numbers",
            description =
                    "Counts the members that each endpoint is meant for; it takes as long as there are of these. What"
                            + " was sent and applied is known of the present alone.")
    public Uni<ListView<EndpointStanding>> changes(@RestPath String network, @BeanParam Paging paging) {
        return networks.require(network)
                .flatMap(found -> queries.standings(found.stream(), paging.wanted(1))
                        .map(page -> page.map(each -> delivered(found.stream(), each))))
                .map(ApplicationResource::view);
    }

    /** What agents say of the way there is no part of the log. */
    private EndpointStanding delivered(StreamKey network, EndpointStanding standing) {
        if (moment.asked().isPresent()) {
            return standing;
        }
        Statuses.Tally tally = statuses.tally(network, standing.type() + "/" + standing.endpoint(), standing.digest());
        return standing.delivered(tally.sent(), tally.applied());
    }

    @GET
    @Path("changes/{endpoint}")
    @Tag(name = "Changes")
    @Operation(operationId = "listChangesOfEndpoint", summary = "Show what became of an endpoint at each site, and why")
    public Uni<ListView<SiteStanding>> changesOf(
            @RestPath String network,
            @RestPath String endpoint,
            @RestQuery @Parameter(description = "`proposed`, `accepted` or `declined`") Optional<String> standing,
            @RestQuery @Parameter(description = "`pending`, `running` or `failed`") Optional<String> state,
            @BeanParam Paging paging) {
        SiteStanding.Filter filter = new SiteStanding.Filter(standing, state);
        return networks.require(Listing.ENDPOINTS, network, Endpoint.KIND, endpoint)
                .flatMap(
                        found -> queries.standings(found.stream(), (Endpoint) found.entity(), paging.wanted(1), filter))
                .map(ApplicationResource::view);
    }

    private static <V> ListView<V> view(Page<V> page) {
        return new ListView<>(page.rows(), page.next().map(Cursor::toString));
    }
}
