package studio.home.router;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studio.agent.boot.RouterSettings;
import studio.agent.certificate.CertificateFiles;
import studio.agent.feed.FeedKeys;
import studio.agent.loop.Translation;
import studio.agent.plan.Ownership;
import studio.agent.router.Connector;
import studio.agent.router.Place;
import studio.agent.router.Role;
import studio.agent.router.RouterEntity;
import studio.agent.router.SslProfile;
import studio.agent.router.TcpConnector;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.home.config.Address;

/**
 * What a network's links mean for its home's router: a connection to each access point, and one from the home's address in the network to
 * the port where the home serves its sites.
 *
 * @param vanId   the network's name on routers
 * @param feed    where the home serves
 * @param keys    what the router shows of itself
 * @param ordinal which of them
 */
record RouterMeaning(String vanId, Address feed, FeedKeys keys, int ordinal) {

    Translation translate(List<Item> items, CertificateFiles files) throws IOException {
        Map<String, RouterEntity> entities = new TreeMap<>();
        Map<String, String> entityOfItem = new TreeMap<>();
        add(
                entities,
                new TcpConnector(
                        Ownership.PREFIX + "feed",
                        RouterSettings.homeAddress(vanId),
                        new Place(feed.host(), feed.port())));
        for (Item item : items) {
            if (item.spec() instanceof ItemSpec.Link link) {
                String point = link.target().accessPoint().base32Hex();
                String profile = Ownership.PREFIX + "tls-" + point;
                Connector connector = new Connector(
                        Ownership.PREFIX + "link-" + point,
                        Role.EDGE,
                        new Place(link.target().host(), link.target().port()),
                        profile,
                        1);
                add(entities, new SslProfile(profile, shown(link, files), ordinal, 0));
                add(entities, connector);
                entityOfItem.put(item.key(), connector.name());
            }
        }
        return new Translation(entities.values(), entityOfItem, Map.of(), Map.of(), Map.of(), false);
    }

    private static void add(Map<String, RouterEntity> entities, RouterEntity entity) {
        entities.put(entity.name(), entity);
    }

    /** Only the authority that signed the access point's certificate is trusted there. */
    private SslProfile.Files shown(ItemSpec.Link link, CertificateFiles files) throws IOException {
        return new SslProfile.Files(files.trust(link.target().authority()), keys.chain(ordinal), keys.key(ordinal));
    }

    /** Each access point once. */
    static List<Item> links(List<Item> items) {
        return List.copyOf(items.stream()
                .filter(item -> item.spec() instanceof ItemSpec.Link)
                .collect(Collectors.toMap(Item::key, item -> item, (one, same) -> one, TreeMap::new))
                .values());
    }
}
