package studio.domain.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.CanonicalForm;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.Attachment;
import studio.domain.network.Deployment;
import studio.domain.network.Group;
import studio.domain.network.Label;
import studio.domain.network.Ref;

/** What an item is. Its only placeholder is {@value #SITE_UID}, which each site fills with its own uid. */
public sealed interface ItemSpec
        permits ItemSpec.Process,
                ItemSpec.Connector,
                ItemSpec.Listener,
                ItemSpec.Ingress,
                ItemSpec.Instance,
                ItemSpec.Egress,
                ItemSpec.Link,
                ItemSpec.Decision,
                ItemSpec.Certificate,
                ItemSpec.Halt,
                ItemSpec.Decommission,
                RouterSpec {

    /** Stands for the uid of the site that reads it. */
    String SITE_UID = "{site.uid}";

    /** What sort of thing it is. */
    default ItemKind kind() {
        return switch (this) {
            case Process s -> ItemKind.PROCESS;
            case Connector s -> ItemKind.CONNECTOR;
            case Listener s -> ItemKind.LISTENER;
            case Ingress s -> ItemKind.INGRESS;
            case Instance s -> ItemKind.INSTANCE;
            case Egress s -> ItemKind.EGRESS;
            case Link s -> ItemKind.LINK;
            case Decision s -> ItemKind.DECISION;
            case Certificate s -> ItemKind.CERTIFICATE;
            case Halt s -> ItemKind.HALT;
            case Decommission s -> ItemKind.DECOMMISSION;
            case RouterSpec s -> s.kind();
        };
    }

    /** Adds all that makes a difference, always in the same order. */
    void describe(CanonicalForm form);

    /**
     * A process to run.
     *
     * @param endpoint the endpoint
     * @param digest   what is decided about
     * @param group    what that digest stands for
     * @param env      the instances' variables: the image's, where each linked service is found, and the endpoint's own
     */
    @SuppressWarnings("AvoidCommonTypeNames") // the mission's own word, never without its endpoint
    record Process(Ref endpoint, String digest, Group.OfProcess group, List<Label> env) implements ItemSpec {

        /** Keeps its own copy. */
        public Process {
            env = List.copyOf(env);
        }

        @Override
        public void describe(CanonicalForm form) {
            describeGroup(form, endpoint, digest);
            form.add(
                    "env",
                    env,
                    (list, variable) -> list.add("key", variable.key()).add("value", variable.value()));
        }
    }

    /**
     * Where a process serves the network: what comes to these addresses goes to its port.
     *
     * @param endpoint  the endpoint
     * @param link      the service link's uid; a version of the endpoint has the connector if it serves in that link
     * @param service   the service
     * @param port      the port of the process
     * @param addresses the addresses
     */
    record Connector(Ref endpoint, Uid link, String service, int port, List<String> addresses) implements ItemSpec {

        /** Keeps its own copy. */
        public Connector {
            addresses = List.copyOf(addresses);
        }

        @Override
        public void describe(CanonicalForm form) {
            form.add("endpoint", endpoint.uid())
                    .add("link", link)
                    .add("service", service)
                    .add("port", port)
                    .add("addresses", addresses, (list, address) -> list.add("address", address));
        }
    }

    /**
     * Where the network serves processes: what comes to that host alias and port goes to the address. It is there while some version
     * that the site may run connects in the link.
     *
     * @param link    the service link's uid
     * @param host    the host alias
     * @param port    the port
     * @param address the address
     */
    record Listener(Uid link, Name host, int port, String address) implements ItemSpec {
        @Override
        public void describe(CanonicalForm form) {
            form.add("link", link).add("host", host).add("port", port).add("address", address);
        }
    }

    /**
     * A way into the application.
     *
     * @param endpoint the endpoint
     * @param digest   what is decided about
     * @param group    what that digest stands for
     * @param address  where what comes in goes; nowhere while it is not linked, and to its instances' if it fans out
     */
    record Ingress(Ref endpoint, String digest, Group.OfIngress group, Optional<String> address) implements ItemSpec {
        @Override
        public void describe(CanonicalForm form) {
            describeGroup(form, endpoint, digest);
            form.add("address", address);
        }
    }

    /**
     * The listener of an ingress for one site that offers its service. The decision about the ingress is about it too.
     *
     * @param endpoint the ingress
     * @param digest   the ingress's version
     * @param peer     the offering site
     * @param name     what it is called where services have names
     * @param port     its port
     * @param address  where what comes in goes
     */
    record Instance(Ref endpoint, String digest, Uid peer, String name, int port, String address) implements ItemSpec {
        @Override
        public void describe(CanonicalForm form) {
            describeGroup(form, endpoint, digest);
            form.add("peer", peer).add("name", name).add("port", port).add("address", address);
        }
    }

    /**
     * A way out of the application: what comes to these addresses goes to its target, or to the one that the decision names.
     *
     * @param endpoint  the endpoint
     * @param digest    what is decided about
     * @param group     what that digest stands for
     * @param addresses the addresses; none while it is not linked
     */
    record Egress(Ref endpoint, String digest, Group.OfEgress group, List<String> addresses) implements ItemSpec {

        /** Keeps its own copy. */
        public Egress {
            addresses = List.copyOf(addresses);
        }

        @Override
        public void describe(CanonicalForm form) {
            describeGroup(form, endpoint, digest);
            form.add("addresses", addresses, (list, address) -> list.add("address", address));
        }
    }

    /**
     * A connection to the backbone.
     *
     * @param attachment the access point's name
     * @param target     where it is
     * @param priority   1 is tried first
     */
    record Link(Name attachment, Attachment.Endpoint target, int priority) implements ItemSpec {
        @Override
        public void describe(CanonicalForm form) {
            form.add("attachment", attachment)
                    .add("accessPoint", target.accessPoint())
                    .add("host", target.host())
                    .add("port", target.port())
                    .add("authority", target.authority())
                    .add("priority", priority);
        }
    }

    /**
     * What the site's participant decided. The site knows it; it is told so that a site that lost its memory finds it again.
     *
     * @param endpoint the endpoint
     * @param verdict  what was decided, signed by the site
     */
    record Decision(Ref endpoint, Deployment.Verdict verdict) implements ItemSpec {
        @Override
        public void describe(CanonicalForm form) {
            form.add("endpoint", endpoint.uid())
                    .add("digest", verdict.digest())
                    .add("seq", verdict.given().seq())
                    .add("decidedBy", verdict.given().decidedBy())
                    .add("signature", verdict.given().signature());
            switch (verdict) {
                case Deployment.Accepted accepted ->
                    form.add(
                            "accepted",
                            accepted.inputs().stream().sorted().toList(),
                            (list, input) -> list.add("key", input.key()).add("value", input.value()));
                case Deployment.Declined declined ->
                    form.add("declined", declined.reason()).add("removed", declined.removed());
            }
        }
    }

    /**
     * The site's newest certificate, or the wish for a request for one.
     *
     * @param ordinal     counts the site's certificates
     * @param oldestValid the lowest ordinal whose connections may stay
     * @param wanted      whether a request for it is wanted of the site
     * @param chain       the certificate and those between it and the root, in PEM, once it is signed
     */
    record Certificate(int ordinal, int oldestValid, boolean wanted, Optional<String> chain) implements ItemSpec {
        @Override
        public void describe(CanonicalForm form) {
            form.add("ordinal", ordinal)
                    .add("oldestValid", oldestValid)
                    .add("wanted", wanted)
                    .add("chain", chain);
        }
    }

    /**
     * The application is to stand still: nothing of its endpoints is there while this is. Links and feeds stay.
     *
     * @param reason why
     */
    record Halt(Reason reason) implements ItemSpec {

        /** Why an application stands still. */
        public enum Reason {
            /** The network's time has not come yet. */
            SCHEDULED,
            /** The network's owner stopped it. */
            SUSPENDED,
            /** The network's time is over. */
            EXPIRED,
            /** The network's owner stopped it at this site. */
            PAUSED
        }

        @Override
        public void describe(CanonicalForm form) {
            form.add("reason", reason);
        }
    }

    /**
     * Nothing of the network is to be left at the site. Only this says so; that nothing is planned never means it.
     *
     * @param until when it is too late to clean up in order, if there is such a time
     */
    record Decommission(Optional<Instant> until) implements ItemSpec {
        @Override
        public void describe(CanonicalForm form) {
            form.add("until", until);
        }
    }

    private static void describeGroup(CanonicalForm form, Ref endpoint, String digest) {
        form.add("endpoint", endpoint.uid()).add("group", digest);
    }
}
