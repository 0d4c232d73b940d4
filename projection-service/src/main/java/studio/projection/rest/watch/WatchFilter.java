package studio.projection.rest.watch;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import studio.identity.Caller;

/** Finds out where a watch begins, and tells with each list from which position it can be watched. */
public class WatchFilter {

    static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String FROM = "from";
    private static final String WATCH_FROM = "Studio-Watch-From";

    private final ChangeWatches watches;
    private final WatchBegin begin;
    private final Caller caller;

    WatchFilter(ChangeWatches watches, WatchBegin begin, Caller caller) {
        this.watches = watches;
        this.begin = begin;
        this.caller = caller;
    }

    /** Reads the position that the client was at. A browser sends it in the header, but only when it comes again. */
    @ServerRequestFilter(priority = Priorities.USER + 2)
    @WatchBegin.Needed
    public Uni<Void> find(ContainerRequestContext request) {
        Optional<String> position = Optional.ofNullable(request.getHeaderString(LAST_EVENT_ID))
                .or(() -> Optional.ofNullable(
                        request.getUriInfo().getQueryParameters().getFirst(FROM)));
        String path = path(request).substring(WatchResource.PATH.length() + 1);
        return watches.start(caller.actor(), path, position).invoke(begin::is).replaceWithVoid();
    }

    private static String path(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getPath();
    }

    /** Reads the position before the list is read: what comes later may be in the list already, and is told again. */
    @ServerRequestFilter(priority = Priorities.USER + 2)
    public void note(ContainerRequestContext request) {
        if (WatchPaths.isWatchable(path(request))) {
            begin.isAt(watches.position());
        }
    }

    /** Tells the position. */
    @ServerResponseFilter
    public void tell(ContainerResponseContext response) {
        if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            begin.position().ifPresent(position -> response.getHeaders().putSingle(WATCH_FROM, position.toString()));
        }
    }
}
