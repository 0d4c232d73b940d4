package studio.domain.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Uid;

/** A part of the application: a process, a way in, or a way out. */
public sealed interface Endpoint extends Entity {

    /** Endpoints; a name is unique among all three sorts. */
    Kind<Endpoint> KIND = new Kind<>("endpoint", Endpoint.class);

    /** The sorts of endpoints. */
    enum Sort {
        /** An image's instances. */
        PROCESS,
        /** A way into the application. */
        INGRESS,
        /** A way out of the application. */
        EGRESS
    }

    /** What it is. */
    default Sort sort() {
        return switch (this) {
            case Process process -> Sort.PROCESS;
            case Ingress ingress -> Sort.INGRESS;
            case Egress egress -> Sort.EGRESS;
        };
    }

    /** Where it is meant to be. */
    Allocation allocation();

    /** What it is, and what sites still hold of it. */
    Versions<? extends Group> versions();

    /** The same elsewhere. */
    Endpoint with(Allocation other);

    /** The same with those parts in service links from that event on. */
    Endpoint bound(Set<Binding> bindings, Recorded<?> recorded);

    /** After a site that held one version of it holds another; nothing is a version too. */
    Endpoint moved(Optional<String> from, Optional<String> to);

    /** What it is now. */
    default Group group() {
        return versions().current().group();
    }

    /** What stands for what it is now. */
    default String digest() {
        return versions().current().digest();
    }

    /** How others refer to it. */
    default Ref ref() {
        return new Ref(Name.of(meta().name()), meta().uid());
    }

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
     * @param slots    how many ports it may use, from {@code port} on
     * @param exposure how it can be reached
     * @param fan      how many listeners it has
     */
    record IngressSpec(String service, int port, int slots, Exposure exposure, Fan fan) {

        /** The last of its ports. */
        public int lastPort() {
            return port + slots - 1;
        }
    }

    /**
     * A way out of the application.
     *
     * @param service the service that it offers, as {@code publisher/service}
     * @param host    the host that it leads to; the participant's to say if absent
     * @param port    that host's port
     */
    record EgressSpec(String service, Optional<String> host, Optional<Integer> port) {}

    /**
     * A process of an image.
     *
     * @param meta       name, uid, revision and times
     * @param allocation where it is meant to be
     * @param versions   what it is, and what sites still hold of it
     */
    @SuppressWarnings("AvoidCommonTypeNames") // the mission's own word, never without its endpoint
    record Process(ObjectMeta meta, Allocation allocation, Versions<Group.OfProcess> versions) implements Endpoint {
        @Override
        public Process with(Allocation other) {
            return new Process(meta, other, versions);
        }

        @Override
        public Process bound(Set<Binding> bindings, Recorded<?> recorded) {
            Group.OfProcess group = versions.current().group().with(bindings);
            return new Process(meta, allocation, versions.next(group, recorded.revision()));
        }

        @Override
        public Process moved(Optional<String> from, Optional<String> to) {
            return new Process(meta, allocation, versions.moved(from, to));
        }

        Process now(Group.OfProcess group, Recorded<?> recorded) {
            return new Process(meta.changed(recorded), allocation, versions.next(group, recorded.revision()));
        }
    }

    /**
     * A way in.
     *
     * @param meta       name, uid, revision and times
     * @param allocation where it is meant to be
     * @param versions   what it is, and what sites still hold of it
     * @param slots      the sites for which it has a listener each, by number; none unless it fans out
     */
    record Ingress(ObjectMeta meta, Allocation allocation, Versions<Group.OfIngress> versions, List<Slot> slots)
            implements Endpoint {

        /** Keeps its own copy. */
        public Ingress {
            slots = List.copyOf(slots);
        }

        @Override
        public Ingress with(Allocation other) {
            return new Ingress(meta, other, versions, slots);
        }

        @Override
        public Ingress bound(Set<Binding> bindings, Recorded<?> recorded) {
            Group.OfIngress group = versions.current().group().with(bindings);
            return new Ingress(meta, allocation, versions.next(group, recorded.revision()), slots);
        }

        @Override
        public Ingress moved(Optional<String> from, Optional<String> to) {
            return new Ingress(meta, allocation, versions.moved(from, to), slots);
        }

        Ingress now(Group.OfIngress group, Recorded<?> recorded) {
            return new Ingress(meta.changed(recorded), allocation, versions.next(group, recorded.revision()), slots);
        }

        Ingress with(List<Slot> others) {
            return new Ingress(meta, allocation, versions, others);
        }

        /** What it is now. */
        public IngressSpec spec() {
            return versions.current().group().spec();
        }

        /** The place of that site, if it has one. */
        public Optional<Slot> slot(Uid site) {
            return slots.stream().filter(slot -> slot.site().equals(site)).findFirst();
        }

        /** Says whether all places are taken. */
        public boolean isFull() {
            return slots.size() >= spec().slots();
        }
    }

    /**
     * A way out.
     *
     * @param meta       name, uid, revision and times
     * @param allocation where it is meant to be
     * @param versions   what it is, and what sites still hold of it
     */
    record Egress(ObjectMeta meta, Allocation allocation, Versions<Group.OfEgress> versions) implements Endpoint {
        @Override
        public Egress with(Allocation other) {
            return new Egress(meta, other, versions);
        }

        @Override
        public Egress bound(Set<Binding> bindings, Recorded<?> recorded) {
            Group.OfEgress group = versions.current().group().with(bindings);
            return new Egress(meta, allocation, versions.next(group, recorded.revision()));
        }

        @Override
        public Egress moved(Optional<String> from, Optional<String> to) {
            return new Egress(meta, allocation, versions.moved(from, to));
        }

        Egress now(Group.OfEgress group, Recorded<?> recorded) {
            return new Egress(meta.changed(recorded), allocation, versions.next(group, recorded.revision()));
        }
    }
}
