package studio.projection.rest.audit;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Finds out where a watch begins. */
public class WatchStartFilter {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final AuditWatches watches;
    private final WatchStart start;

    WatchStartFilter(AuditWatches watches, WatchStart start) {
        this.watches = watches;
        this.start = start;
    }

    /** Reads the position that the client was at. */
    @ServerRequestFilter(priority = Priorities.USER + 2)
    @WatchStart.Needed
    public Uni<Void> find(ContainerRequestContext request) {
        return watches.start(Optional.ofNullable(request.getHeaderString(LAST_EVENT_ID)))
                .invoke(start::is)
                .replaceWithVoid();
    }
}
