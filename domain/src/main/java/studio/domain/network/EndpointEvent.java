package studio.domain.network;

import java.util.List;
import java.util.Optional;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.library.ImageSnapshot;

/** What happens to one endpoint of the application. */
public sealed interface EndpointEvent extends NetworkEvent {

    /** The endpoint. */
    Name endpoint();

    @Override
    default EntityKey subject(StreamKey stream) {
        return Endpoint.KIND.key(endpoint());
    }

    /** There is a process of that image. */
    record ProcessComposed(
            Name endpoint, Uid uid, Allocation allocation, ImageSnapshot image, int replicas, List<Label> env)
            implements EndpointEvent {

        /** Keeps its own copy. */
        public ProcessComposed {
            env = List.copyOf(env);
        }
    }

    /** There is a way in. */
    record IngressComposed(Name endpoint, Uid uid, Allocation allocation, Endpoint.IngressSpec ingress)
            implements EndpointEvent {}

    /** There is a way out. */
    record EgressComposed(Name endpoint, Uid uid, Allocation allocation, Endpoint.EgressSpec egress)
            implements EndpointEvent {}

    /** What is present of the endpoint is this now. */
    record EndpointChanged(
            Name endpoint,
            Optional<Allocation> allocation,
            Optional<ImageSnapshot> image,
            Optional<Integer> replicas,
            Optional<List<Label>> env,
            Optional<Endpoint.IngressSpec> ingress,
            Optional<Endpoint.EgressSpec> egress)
            implements EndpointEvent {

        /** Keeps its own copy. */
        public EndpointChanged {
            env = env.map(List::copyOf);
        }
    }

    /** The endpoint is gone, and out of its service links; so is whatever sites decided about it. */
    record EndpointRemoved(Name endpoint) implements EndpointEvent {}

    /** These sites have a listener each at the ingress from now on. */
    record PeersAdmitted(Name endpoint, List<Slot> slots) implements EndpointEvent {

        /** Keeps its own copy. */
        public PeersAdmitted {
            slots = List.copyOf(slots);
        }
    }
}
