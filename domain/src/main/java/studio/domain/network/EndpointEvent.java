package studio.domain.network;

import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** What happens to one endpoint of the application. */
public sealed interface EndpointEvent extends NetworkEvent {

    /** The endpoint. */
    Name endpoint();

    @Override
    default EntityKey subject(StreamKey stream) {
        return Endpoint.KIND.key(endpoint());
    }

    /** The endpoint is gone, and out of its service links. */
    record EndpointRemoved(Name endpoint) implements EndpointEvent {}
}
