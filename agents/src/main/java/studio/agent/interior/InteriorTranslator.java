package studio.agent.interior;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studio.agent.certificate.CertificateFiles;
import studio.agent.loop.Translation;
import studio.agent.reconcile.EntityStatus;
import studio.agent.router.AddressRule;
import studio.agent.router.Connector;
import studio.agent.router.Listener;
import studio.agent.router.Place;
import studio.agent.router.Role;
import studio.agent.router.RouterEntity;
import studio.agent.router.SslProfile;
import studio.agent.router.Vhost;
import studio.agent.router.VhostGroup;
import studio.domain.kernel.Uid;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;

/** Translates one document: certificates become files, everything else becomes what the router is to have. */
public final class InteriorTranslator {

    private final CertificateFiles files;
    private final String listenHost;
    private final Map<String, RouterEntity> entities = new TreeMap<>();
    private final Map<String, String> entityOfItem = new HashMap<>();
    private final Map<String, EntityStatus> statuses = new HashMap<>();
    private final Map<Uid, String> requests = new HashMap<>();
    private final Map<String, Uid> certificates = new HashMap<>();
    private final Map<String, String> vhosts = new HashMap<>();

    private InteriorTranslator(CertificateFiles files, String listenHost) {
        this.files = files;
        this.listenHost = listenHost;
    }

    /**
     * Translates a document.
     *
     * @param listenHost the address on which the router listens
     */
    public static Translation translate(List<Item> items, CertificateFiles files, String listenHost)
            throws IOException {
        InteriorTranslator translator = new InteriorTranslator(files, listenHost);
        boolean leaving = items.stream().anyMatch(item -> item.spec() instanceof ItemSpec.Decommission);
        if (!leaving) {
            translator.add(AddressRule.CLOSEST_SERVICES);
            for (Item item : inOrder(items)) {
                translator.add(item);
            }
        }
        return new Translation(
                translator.entities.values(),
                translator.entityOfItem,
                translator.statuses,
                translator.requests,
                translator.certificates,
                leaving);
    }

    /** What others refer to comes first. */
    private static List<Item> inOrder(List<Item> items) {
        return items.stream()
                .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
                .toList();
    }

    private static int rank(Item item) {
        return switch (item.kind()) {
            case CERTIFICATE -> 0;
            case PROFILE, VHOST -> 1;
            case ROUTER_LISTENER, ROUTER_CONNECTOR -> 2;
            case PROCESS, CONNECTOR, LISTENER, INGRESS, INSTANCE, EGRESS, LINK, DECISION, HALT, DECOMMISSION -> 3;
        };
    }

    private void add(Item item) throws IOException {
        if (item.spec() instanceof RouterSpec spec) {
            switch (spec) {
                case RouterSpec.RouterCertificate certificate -> certificate(item, certificate);
                case RouterSpec.SslProfile profile -> profile(item, profile);
                case RouterSpec.Vhost vhost -> {
                    vhosts.put(vhost.hostname(), vhost.name());
                    add(item, vhost(vhost));
                }
                case RouterSpec.RouterListener listener -> listener(item, listener);
                case RouterSpec.RouterConnector connector -> connector(item, connector);
            }
        } else {
            statuses.put(item.key(), new EntityStatus.Failed("an interior site has no " + item.kind()));
        }
    }

    private void certificate(Item item, RouterSpec.RouterCertificate spec) throws IOException {
        Uid uid = Uid.parse(item.key().substring(item.key().indexOf('/') + 1));
        if (spec.wanted()) {
            requests.put(uid, files.request(uid, spec.host()));
        }
        Optional<String> chain = spec.chain();
        Optional<String> defect = chain.isPresent() ? files.install(uid, chain.get()) : Optional.empty();
        statuses.put(
                item.key(),
                defect.<EntityStatus>map(EntityStatus.Failed::new)
                        .orElseGet(() -> chain.isPresent()
                                ? new EntityStatus.Applied()
                                : new EntityStatus.Applying("to be signed")));
    }

    private void profile(Item item, RouterSpec.SslProfile spec) throws IOException {
        Optional<SslProfile.Files> found = files.profile(spec.certificate(), spec.trust());
        if (found.isPresent()) {
            certificates.put(spec.name(), spec.certificate());
            add(item, new SslProfile(spec.name(), found.get(), spec.ordinal(), spec.oldestValid()));
        } else {
            statuses.put(item.key(), new EntityStatus.Applying("waits for certificate " + spec.certificate()));
        }
    }

    private void listener(Item item, RouterSpec.RouterListener spec) {
        if (spec.port() == RouterSpec.RouterListener.UNPLACED) {
            statuses.put(item.key(), new EntityStatus.Applying("nobody has said yet where it is"));
            return;
        }
        Role role = switch (spec.side()) {
            case INTER_ROUTER -> Role.INTER_ROUTER;
            case EDGE -> Role.EDGE;
        };
        Optional<Listener.VhostReference> policy = spec.vhost()
                .map(hostname -> new Listener.VhostReference(vhosts.getOrDefault(hostname, hostname), hostname));
        addUser(item, new Listener(spec.name(), role, new Place(listenHost, spec.port()), spec.profile(), policy));
    }

    private void connector(Item item, RouterSpec.RouterConnector spec) {
        addUser(
                item,
                new Connector(
                        spec.name(),
                        Role.INTER_ROUTER,
                        new Place(spec.host(), spec.port()),
                        spec.profile(),
                        spec.cost()));
    }

    /** Whoever uses a profile waits with it. */
    private void addUser(Item item, RouterEntity entity) {
        Optional<String> missing = entity.needs().stream()
                .filter(need -> !entities.containsKey(need))
                .findFirst();
        if (missing.isPresent()) {
            statuses.put(item.key(), new EntityStatus.Applying("waits for " + missing.get()));
        } else {
            add(item, entity);
        }
    }

    private void add(Item item, RouterEntity entity) {
        entityOfItem.put(item.key(), entity.name());
        add(entity);
    }

    private void add(RouterEntity entity) {
        entities.put(entity.name(), entity);
    }

    /**
     * Whoever is in no group is in the default one; what is not listed is refused. A router takes no user in two groups, so whoever is
     * kept out is in that group alone.
     */
    private static Vhost vhost(RouterSpec.Vhost spec) {
        Set<Uid> denied = spec.groups().stream()
                .filter(InteriorTranslator::isDenied)
                .flatMap(group -> group.users().stream())
                .collect(Collectors.toSet());
        Map<String, VhostGroup> groups = new TreeMap<>();
        for (RouterSpec.VhostGroup group : spec.groups()) {
            Set<Uid> users = new HashSet<>(group.users());
            if (!isDenied(group)) {
                users.removeAll(denied);
            }
            if (!users.isEmpty() || group.name().equals(Vhost.EVERYBODY)) {
                groups.put(group.name(), group(group, users));
            }
        }
        return new Vhost(spec.name(), spec.hostname(), true, groups);
    }

    private static boolean isDenied(RouterSpec.VhostGroup group) {
        return group.remoteHosts().equals(VhostGroup.NOWHERE);
    }

    private static VhostGroup group(RouterSpec.VhostGroup spec, Set<Uid> uids) {
        Set<String> users = uids.stream().map(Uid::toString).collect(Collectors.toSet());
        Set<VhostGroup.Allowed> allowed =
                spec.targetPatterns().isEmpty() ? Set.of() : Set.of(VhostGroup.Allowed.ANONYMOUS_SENDER);
        return new VhostGroup(users, spec.remoteHosts(), allowed, spec.sources(), List.of(), spec.targetPatterns());
    }
}
