package studio.domain.plan;

import java.util.List;
import java.util.Optional;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.CanonicalForm;
import studio.domain.kernel.Uid;

/** What an interior router has beside what it is booted with. Names are unique across all types of a router's entities. */
public sealed interface RouterSpec extends ItemSpec {

    /**
     * A certificate that the site's agent holds, or the wish for a request for one: the router's own, or that of an access point.
     *
     * @param subject     whom it names
     * @param host        the DNS name that it must have, of an access point
     * @param ordinal     counts the subject's certificates
     * @param oldestValid the lowest ordinal whose connections may stay
     * @param wanted      whether a request for it is wanted of the site
     * @param chain       the certificate and those between it and the root, in PEM, once it is signed
     */
    record RouterCertificate(
            CertificateSubject subject,
            Optional<String> host,
            int ordinal,
            int oldestValid,
            boolean wanted,
            Optional<String> chain)
            implements RouterSpec {
        @Override
        public ItemKind kind() {
            return ItemKind.CERTIFICATE;
        }

        @Override
        public void describe(CanonicalForm form) {
            form.add("subject", subject.kind() + "/" + subject.name())
                    .add("host", host)
                    .add("ordinal", ordinal)
                    .add("oldestValid", oldestValid)
                    .add("wanted", wanted)
                    .add("chain", chain);
        }
    }

    /**
     * How a listener or connector proves itself, and whom it trusts.
     *
     * @param name        the sslProfile's name
     * @param certificate the certificate that it shows, by uid
     * @param trust       the only authority whose certificates it takes, in PEM; while it is rotated with the one before it
     * @param ordinal     rises with whatever new connections must know
     * @param oldestValid the lowest ordinal whose connections may stay
     */
    record SslProfile(String name, Uid certificate, String trust, long ordinal, long oldestValid)
            implements RouterSpec {
        @Override
        public ItemKind kind() {
            return ItemKind.PROFILE;
        }

        @Override
        public void describe(CanonicalForm form) {
            form.add("name", name)
                    .add("certificate", certificate)
                    .add("trust", trust)
                    .add("ordinal", ordinal)
                    .add("oldestValid", oldestValid);
        }
    }

    /** Who connects to a listener. */
    enum Side {
        /** Interior routers of the same backbone. */
        INTER_ROUTER,
        /** Edge routers of one network. */
        EDGE
    }

    /**
     * Where the router listens.
     *
     * @param name    the listener's name
     * @param side    who connects
     * @param port    the port; {@link #UNPLACED} while nobody has said where the access point is
     * @param profile the name of its sslProfile
     * @param vhost   the hostname of the policy that holds there; none holds between interior routers
     */
    record RouterListener(String name, Side side, int port, String profile, Optional<String> vhost)
            implements RouterSpec {

        /** Stands for a port: whoever runs the site is to say where others reach the access point. */
        public static final int UNPLACED = 0;

        @Override
        public ItemKind kind() {
            return ItemKind.ROUTER_LISTENER;
        }

        @Override
        public void describe(CanonicalForm form) {
            form.add("name", name)
                    .add("side", side)
                    .add("port", port)
                    .add("profile", profile)
                    .add("vhost", vhost);
        }
    }

    /**
     * A connection to another interior router.
     *
     * @param name    the connector's name
     * @param host    the DNS name that the other's certificate must have
     * @param port    the port
     * @param cost    what the routers weigh it with
     * @param profile the name of its sslProfile
     */
    record RouterConnector(String name, String host, int port, int cost, String profile) implements RouterSpec {
        @Override
        public ItemKind kind() {
            return ItemKind.ROUTER_CONNECTOR;
        }

        @Override
        public void describe(CanonicalForm form) {
            form.add("name", name)
                    .add("host", host)
                    .add("port", port)
                    .add("cost", cost)
                    .add("profile", profile);
        }
    }

    /**
     * What whoever comes through a listener may do there. A group does not inherit from another; what it does not list is refused, and
     * dynamic sources, proxied users and changes of administrative status are refused to all.
     *
     * @param name     the name of the vhost entity
     * @param hostname what listeners call it
     * @param groups   who may do what
     */
    record Vhost(String name, String hostname, List<VhostGroup> groups) implements RouterSpec {

        /** Keeps its own copy. */
        public Vhost {
            groups = List.copyOf(groups);
        }

        @Override
        public ItemKind kind() {
            return ItemKind.VHOST;
        }

        @Override
        public void describe(CanonicalForm form) {
            form.add("name", name)
                    .add("hostname", hostname)
                    .add("groups", groups, (list, group) -> group.describe(list));
        }
    }

    /**
     * What the users of a vhost's group may do.
     *
     * @param name           the group's name
     * @param users          the users, by uid; all others if it is the default group
     * @param remoteHosts    from where
     * @param sources        what they may receive from; {@code ${user}} stands for the user
     * @param targetPatterns what they may send to, without naming a target too
     */
    record VhostGroup(
            String name, List<Uid> users, String remoteHosts, List<String> sources, List<String> targetPatterns) {

        /** Keeps its own copies. */
        public VhostGroup {
            users = List.copyOf(users);
            sources = List.copyOf(sources);
            targetPatterns = List.copyOf(targetPatterns);
        }

        private void describe(CanonicalForm form) {
            form.add("name", name)
                    .add("users", users, (list, user) -> list.add("user", user))
                    .add("remoteHosts", remoteHosts)
                    .add("sources", sources, (list, source) -> list.add("source", source))
                    .add("targetPatterns", targetPatterns, (list, pattern) -> list.add("pattern", pattern));
        }
    }
}
