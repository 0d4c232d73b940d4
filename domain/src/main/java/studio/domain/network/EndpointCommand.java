package studio.domain.network;

import java.util.List;
import java.util.Optional;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.library.ImageSnapshot;

/** Commands about one endpoint of the application: a process, an ingress or an egress. */
public sealed interface EndpointCommand extends NetworkCommand {

    /** The endpoint. */
    Name endpoint();

    @Override
    default EntityKey subject(StreamKey stream) {
        return Endpoint.KIND.key(endpoint());
    }

    /**
     * Adds an image's process to the application.
     *
     * @param endpoint   the endpoint
     * @param allocation where it is wanted
     * @param image      the image's version, which is the command service's to give and never the client's
     * @param replicas   how many instances
     * @param env        its variables beside the image's
     */
    record ComposeProcess(
            Name endpoint, Allocation.Wanted allocation, ImageSnapshot image, int replicas, List<Label> env)
            implements EndpointCommand {

        /** Keeps its own copy. */
        public ComposeProcess {
            env = List.copyOf(env);
        }
    }

    /** Adds a way into the application. */
    record ComposeIngress(Name endpoint, Allocation.Wanted allocation, Endpoint.IngressSpec ingress)
            implements EndpointCommand {}

    /** Adds a way out of the application. */
    record ComposeEgress(Name endpoint, Allocation.Wanted allocation, Endpoint.EgressSpec egress)
            implements EndpointCommand {}

    /**
     * Changes what is present of an endpoint; what its kind does not have is refused.
     *
     * @param sort what it is taken for; an endpoint of another sort is not found
     */
    record ChangeEndpoint(
            Name endpoint,
            Optional<Allocation.Wanted> allocation,
            Optional<ImageSnapshot> image,
            Optional<Integer> replicas,
            Optional<List<Label>> env,
            Optional<Endpoint.IngressSpec> ingress,
            Optional<Endpoint.EgressSpec> egress,
            Optional<Endpoint.Sort> sort)
            implements EndpointCommand {}

    /**
     * Takes the endpoint away, and out of its service links.
     *
     * @param sort what it is taken for; an endpoint of another sort is not found
     */
    record RemoveEndpoint(Name endpoint, Optional<Endpoint.Sort> sort) implements EndpointCommand {

        /** The same whatever it is. */
        public RemoveEndpoint(Name endpoint) {
            this(endpoint, Optional.empty());
        }

        /** The same if it is of that sort. */
        public RemoveEndpoint(Name endpoint, Endpoint.Sort sort) {
            this(endpoint, Optional.of(sort));
        }
    }
}
