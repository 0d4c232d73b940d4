package studio.projection.rest.watch;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import studio.projection.audit.LogPosition;

/** One client that watches something, and how far it has got. One call at a time. */
public interface Watch {

    /** What the client gets next, as soon as there may be something; sometimes that is nothing. */
    Uni<List<OutboundSseEvent>> next();

    /** Says whether there is nothing more for the client. */
    boolean isOver();

    /** An event whose id is a position of the log. */
    static OutboundSseEvent event(String name, LogPosition id, Object data) {
        return new OutboundSseEventImpl.BuilderImpl()
                .name(name)
                .id(id.toString())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(data)
                .build();
    }

    /** Tells the position while nothing comes. */
    static OutboundSseEvent bookmark(LogPosition position) {
        return event("bookmark", position, Map.of("position", position.toString()));
    }

    /** Nothing, when that completes or so much time has passed. */
    static Uni<List<OutboundSseEvent>> pause(Uni<Void> until, Duration longest) {
        return until.ifNoItem()
                .after(longest)
                .recoverWithUni(Uni.createFrom().voidItem())
                .map(nothing -> List.of());
    }
}
