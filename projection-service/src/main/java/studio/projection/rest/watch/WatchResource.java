package studio.projection.rest.watch;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import studio.identity.Caller;

/** Lists and objects as they change, for whoever asks them for server-sent events; {@link WatchPaths} leads here. */
@Path(WatchResource.PATH)
public class WatchResource {

    static final String PATH = "/api/v1/watch";

    private final ChangeWatches watches;
    private final WatchBegin begin;
    private final Caller caller;

    WatchResource(ChangeWatches watches, WatchBegin begin, Caller caller) {
        this.watches = watches;
        this.begin = begin;
        this.caller = caller;
    }

    /** What changes at that path from that position on; both were read before the answer began. */
    @GET
    @Path("{path:.+}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @WatchBegin.Needed
    @Operation(hidden = true)
    @SuppressWarnings("UnusedVariable") // Declared for those who describe and check parameters.
    public Multi<OutboundSseEvent> watch(@RestPath String path, @RestQuery Optional<String> from) {
        return watches.open(caller.identity(), begin.start());
    }
}
