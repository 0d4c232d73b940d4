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
import studio.api.view.SessionView;
import studio.api.view.TokenView;
import studio.api.view.UserView;
import studio.domain.user.ApiToken;
import studio.domain.user.User;
import studio.domain.user.WebSession;
import studio.identity.Caller;
import studio.projection.query.EntityQueries;
import studio.projection.query.Listing;

/** Users, their sessions and their API tokens. Everybody sees themselves; administrators and auditors see everybody. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
public class UsersResource {

    private final EntityQueries queries;
    private final Caller caller;
    private final Contents users;

    UsersResource(EntityQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
        users = new Contents(queries, User.KIND, user -> queries.user(caller.actor(), user));
    }

    @GET
    @Operation(operationId = "listUsers", summary = "List users")
    public Uni<ListView<UserView>> list(
            @RestQuery @Parameter(description = "`active`, `suspended` or `removed`") Optional<String> state,
            @BeanParam Paging paging) {
        return queries.users(caller.actor(), paging.wanted(1), Map.of("state", state))
                .map(page -> ListView.of(page, UserView.class));
    }

    @GET
    @Path("{user}")
    @Operation(operationId = "getUser", summary = "Show a user")
    @APIResponseSchema(UserView.class)
    public Uni<Response> get(@RestPath String user) {
        return users.get(user);
    }

    @GET
    @Path("{user}/sessions")
    @Tag(name = "Sessions")
    @Operation(operationId = "listSessions", summary = "List the open sessions of a user")
    public Uni<ListView<SessionView>> sessions(@RestPath String user, @BeanParam Paging paging) {
        return users.list(Listing.SESSIONS, user, paging, Map.of(), SessionView.class);
    }

    @GET
    @Path("{user}/sessions/{session}")
    @Tag(name = "Sessions")
    @Operation(operationId = "getSession", summary = "Show an open session of a user")
    @APIResponseSchema(SessionView.class)
    public Uni<Response> session(@RestPath String user, @RestPath String session) {
        return users.get(Listing.SESSIONS, user, WebSession.KIND, session);
    }

    @GET
    @Path("{user}/tokens")
    @Tag(name = "API tokens")
    @Operation(operationId = "listTokens", summary = "List the API tokens of a user")
    public Uni<ListView<TokenView>> tokens(@RestPath String user, @BeanParam Paging paging) {
        return users.list(Listing.TOKENS, user, paging, Map.of(), TokenView.class);
    }

    @GET
    @Path("{user}/tokens/{token}")
    @Tag(name = "API tokens")
    @Operation(operationId = "getToken", summary = "Show an API token of a user")
    @APIResponseSchema(TokenView.class)
    public Uni<Response> token(@RestPath String user, @RestPath String token) {
        return users.get(Listing.TOKENS, user, ApiToken.KIND, token);
    }
}
