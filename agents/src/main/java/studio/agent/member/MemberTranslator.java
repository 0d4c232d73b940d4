package studio.agent.member;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.agent.boot.RouterSettings;
import studio.agent.certificate.CertificateFiles;
import studio.agent.loop.Translation;
import studio.agent.platform.Reach;
import studio.agent.reconcile.EntityStatus;
import studio.agent.router.AddressRule;
import studio.agent.router.Connector;
import studio.agent.router.Place;
import studio.agent.router.Role;
import studio.agent.router.RouterEntity;
import studio.agent.router.SslProfile;
import studio.agent.router.TcpConnector;
import studio.agent.router.TcpListener;
import studio.domain.kernel.Uid;
import studio.domain.network.Endpoint;
import studio.domain.network.Group;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;

/** Translates what is in force at a member site into what its edge router is to have. */
final class MemberTranslator {

    private static final String OURS = "studio-";
    private static final String FEED = OURS + "feed";
    private static final String PROFILE = OURS + "tls-";

    private final SiteKeys keys;
    private final Reach reach;
    private final CertificateFiles files;
    private final Map<String, Item> items = new TreeMap<>();
    private final Map<String, RouterEntity> entities = new TreeMap<>();
    private final Map<String, String> entityOfItem = new HashMap<>();
    private final Map<String, EntityStatus> statuses = new HashMap<>();
    private final Map<Uid, String> requests = new HashMap<>();
    private final Map<String, Uid> certificates = new HashMap<>();

    private MemberTranslator(SiteKeys keys, Reach reach, CertificateFiles files) {
        this.keys = keys;
        this.reach = reach;
        this.files = files;
    }

    /**
     * Translates the items in force, of whose links only the one to use is among them. The way in for the feed goes with the link; who
     * leaves has both as long as a link is among the items.
     */
    static Translation translate(
            List<Item> inForce, Optional<TcpListener> feed, SiteKeys keys, Reach reach, CertificateFiles files)
            throws IOException {
        MemberTranslator translator = new MemberTranslator(keys, reach, files);
        boolean leaving = inForce.stream().anyMatch(item -> item.spec() instanceof ItemSpec.Decommission);
        boolean linked = inForce.stream().anyMatch(item -> item.spec() instanceof ItemSpec.Link);
        if (linked) {
            feed.ifPresent(translator::add);
        }
        inForce.stream()
                .filter(item -> !leaving || item.spec() instanceof ItemSpec.Link)
                .forEach(item -> translator.items.put(item.key(), item));
        if (!leaving) {
            translator.add(AddressRule.CLOSEST_SERVICES);
        }
        if (!translator.items.isEmpty()) {
            // Certificates first: links show them.
            for (Item item : translator.items.values()) {
                if (item.spec() instanceof ItemSpec.Certificate certificate) {
                    translator.certificate(item, certificate);
                }
            }
            for (Item item : translator.items.values()) {
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

    /** Where the site's feed comes in for its network's home. */
    static TcpListener feed(String vanId, int port) {
        return new TcpListener(FEED, RouterSettings.homeAddress(vanId), Place.local(port));
    }

    /** Whether an entity of that name is there for the sake of the link and the feed. */
    static boolean isOfUplink(String name) {
        return name.equals(FEED)
                || name.equals(AddressRule.CLOSEST_SERVICES.name())
                || name.startsWith(PROFILE)
                || name.startsWith(Views.CONNECTOR);
    }

    private void add(Item item) throws IOException {
        switch (item.spec()) {
            case ItemSpec.Link link -> link(item, link);
            case ItemSpec.Connector connector -> connector(item, connector);
            case ItemSpec.Listener listener ->
                add(item, listener(item, listener.address(), new Place(reach.listenHost(), listener.port())));
            case ItemSpec.Ingress ingress -> ingress(item, ingress);
            case ItemSpec.Instance instance -> exposed(item, exposure(instance), instance.address(), instance.port());
            case ItemSpec.Egress egress -> egress(item, egress);
            case ItemSpec.Process process -> statuses.put(item.key(), new EntityStatus.Applied());
            case ItemSpec.Decision decision -> statuses.put(item.key(), new EntityStatus.Applied());
            case ItemSpec.Halt halt -> statuses.put(item.key(), new EntityStatus.Applied());
            case ItemSpec.Certificate certificate -> {}
            case ItemSpec.Decommission decommission -> {}
            case RouterSpec router ->
                statuses.put(item.key(), new EntityStatus.Failed("a member site has no " + item.kind()));
        }
    }

    private void certificate(Item item, ItemSpec.Certificate spec) throws IOException {
        Uid uid = Uid.parse(item.key().substring(item.key().indexOf('/') + 1));
        if (spec.wanted()) {
            requests.put(uid, keys.request(spec.ordinal()));
        }
        Optional<String> chain = spec.chain();
        Optional<String> defect = chain.isPresent() ? keys.install(spec.ordinal(), chain.get()) : Optional.empty();
        statuses.put(
                item.key(),
                defect.<EntityStatus>map(EntityStatus.Failed::new)
                        .orElseGet(() -> chain.isPresent()
                                ? new EntityStatus.Applied()
                                : new EntityStatus.Applying("to be signed")));
    }

    /** Only the authority that signed the access point's certificate is trusted there, and none of the system's. */
    private void link(Item item, ItemSpec.Link link) throws IOException {
        Optional<SiteKeys.Leaf> leaf = keys.newest();
        if (leaf.isEmpty()) {
            statuses.put(item.key(), new EntityStatus.Applying("waits for the site's certificate"));
            return;
        }
        String point = link.target().accessPoint().base32Hex();
        String profile = PROFILE + point;
        SslProfile.Files shown = new SslProfile.Files(
                files.trust(link.target().authority()),
                leaf.get().chain(),
                leaf.get().key());
        add(new SslProfile(
                profile, shown, leaf.get().ordinal(), oldestValid(leaf.get().ordinal())));
        items.values().stream()
                .filter(each -> each.spec() instanceof ItemSpec.Certificate certificate
                        && certificate.ordinal() == leaf.get().ordinal())
                .findFirst()
                .ifPresent(each -> certificates.put(
                        profile, Uid.parse(each.key().substring(each.key().indexOf('/') + 1))));
        Place there = new Place(link.target().host(), link.target().port());
        add(item, new Connector(Views.connector(link), Role.EDGE, there, profile, 1));
    }

    private int oldestValid(int ordinal) {
        return items.values().stream()
                .filter(item -> item.spec() instanceof ItemSpec.Certificate)
                .mapToInt(item -> Math.min(ordinal, ((ItemSpec.Certificate) item.spec()).oldestValid()))
                .findFirst()
                .orElse(0);
    }

    private void connector(Item item, ItemSpec.Connector connector) {
        Optional<Group.OfProcess> group = items.values().stream()
                .filter(each -> each.spec() instanceof ItemSpec.Process process
                        && process.endpoint().equals(connector.endpoint()))
                .map(each -> ((ItemSpec.Process) each.spec()).group())
                .findFirst();
        int replicas = group.map(Group.OfProcess::replicas).orElse(0);
        int number = 0;
        for (String address : connector.addresses()) {
            for (String host : reach.hosts(connector.endpoint(), replicas)) {
                add(item, new TcpConnector(name(item, number), address, new Place(host, connector.port())));
                number++;
            }
        }
    }

    private void ingress(Item item, ItemSpec.Ingress ingress) {
        if (ingress.address().isPresent()) {
            Endpoint.IngressSpec spec = ingress.group().spec();
            exposed(item, spec.exposure(), ingress.address().get(), spec.port());
        } else {
            statuses.put(item.key(), new EntityStatus.Applied());
        }
    }

    /** The decision about the ingress is about its instances too, and so is how it can be reached. */
    private Endpoint.Exposure exposure(ItemSpec.Instance instance) {
        return items.values().stream()
                .filter(each -> each.spec() instanceof ItemSpec.Ingress ingress
                        && ingress.endpoint().equals(instance.endpoint()))
                .map(each -> ((ItemSpec.Ingress) each.spec()).group().spec().exposure())
                .findFirst()
                .orElse(Endpoint.Exposure.CLUSTER);
    }

    private void exposed(Item item, Endpoint.Exposure exposure, String address, int port) {
        Optional<String> host = reach.exposed(exposure);
        if (host.isPresent()) {
            add(item, listener(item, address, new Place(host.get(), port)));
        } else {
            statuses.put(
                    item.key(),
                    new EntityStatus.Failed("this platform has no way in of the kind " + exposure
                            + "; CLUSTER and HOST_PORT are there"));
        }
    }

    private void egress(Item item, ItemSpec.Egress egress) {
        Endpoint.EgressSpec spec = egress.group().spec();
        if (spec.host().isEmpty() || spec.port().isEmpty()) {
            statuses.put(item.key(), new EntityStatus.Failed("nobody said where it leads to"));
            return;
        }
        if (egress.addresses().isEmpty()) {
            statuses.put(item.key(), new EntityStatus.Applied());
        }
        int number = 0;
        for (String address : egress.addresses()) {
            add(
                    item,
                    new TcpConnector(
                            name(item, number),
                            address,
                            new Place(spec.host().get(), spec.port().get())));
            number++;
        }
    }

    private static TcpListener listener(Item item, String address, Place at) {
        return new TcpListener(name(item, 0), address, at);
    }

    /** Names are unique among all types of a router; keys are unique among items. */
    private static String name(Item item, int number) {
        return OURS + item.key() + (number == 0 ? "" : "#" + number);
    }

    /** An item of several entities does as the first one does. */
    private void add(Item item, RouterEntity entity) {
        entityOfItem.putIfAbsent(item.key(), entity.name());
        add(entity);
    }

    private void add(RouterEntity entity) {
        entities.put(entity.name(), entity);
    }
}
