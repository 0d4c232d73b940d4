package studio.domain.network;

import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/** A part of the application: a process, a way in, or a way out. */
public sealed interface Endpoint extends Entity {

    /** Endpoints; a name is unique among all three sorts. */
    Kind<Endpoint> KIND = new Kind<>("endpoint", Endpoint.class);

    /** Where it is meant to be. */
    Allocation allocation();

    @Override
    default EntityKey key() {
        return KIND.key(Name.of(meta().name()));
    }

    /** How an ingress can be reached. */
    enum Exposure {
        /** From within the site's cluster or host. */
        CLUSTER,
        /** Through a load balancer of the site's platform. */
        LOADBALANCER,
        /** Through a route or ingress of the site's platform. */
        ROUTE,
        /** On a port of the site's host. */
        HOST_PORT
    }

    /** How many listeners an ingress has. */
    enum Fan {
        /** One, for whoever offers the service. */
        SINGLE,
        /** One for each site that offers the service. */
        PER_OFFERING_SITE
    }

    /**
     * A way into the application.
     *
     * @param service  the service that it requires, as {@code publisher/service}
     * @param port     its port; with {@link Fan#PER_OFFERING_SITE} the first of them
     * @param slots    how many ports it may use
     * @param exposure how it can be reached
     * @param fan      how many listeners it has
     */
    record IngressSpec(String service, int port, int slots, Exposure exposure, Fan fan) {}

    /**
     * A way out of the application.
     *
     * @param service the service that it offers, as {@code publisher/service}
     * @param host    the host that it leads to; the participant's to say if absent
     * @param port    that host's port
     */
    record EgressSpec(String service, Optional<String> host, Optional<Integer> port) {}

    /** A process of an image. */
    record Process(ObjectMeta meta, Allocation allocation, int replicas, List<Label> env) implements Endpoint {

        /** Keeps its own copy. */
        public Process {
            env = List.copyOf(env);
        }
    }

    /** A way in. */
    record Ingress(ObjectMeta meta, Allocation allocation, IngressSpec spec) implements Endpoint {}

    /** A way out. */
    record Egress(ObjectMeta meta, Allocation allocation, EgressSpec spec) implements Endpoint {}
}
